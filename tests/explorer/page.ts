// A fixture → the page that is built from it.
import { buildExplorer } from '../../scripts/explorer/buildExplorer.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import { type FixtureOptions, makeDataset } from './datasetFixture.ts';

export const PAGE_FOLDER = 'scripts/explorer/page';

export async function makePage(options: FixtureOptions = {}): Promise<string> {
  return buildExplorer(makeDataset(options), await bundlePage(PAGE_FOLDER));
}
