// A fixture → the page that is built from it.
import { buildExplorer, type PageCode, type PageOptions, renderPage } from '../../scripts/explorer/buildExplorer.ts';
import type { ExplorerDataset } from '../../scripts/explorer/dataset.ts';
import type { Showing } from '../../scripts/explorer/parts/showing.ts';
import { type Survey, surveyDataset } from '../../scripts/explorer/survey.ts';
import { formatView } from '../../scripts/explorer/view/viewState.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import { type FixtureOptions, makeDataset } from './datasetFixture.ts';

export const PAGE_FOLDER = 'scripts/explorer/page';

export async function makePage(options: FixtureOptions = {}): Promise<string> {
  return pageOf(makeDataset(options), await bundlePage(PAGE_FOLDER));
}

/** The whole page as one text. */
export function pageOf(dataset: ExplorerDataset, code: PageCode, options: PageOptions = {}): string {
  return [...renderPage(buildExplorer(dataset, code, options))].join('');
}

/** What views are shown with, in a page. */
export function showingOf(dataset: ExplorerDataset): { showing: Showing; survey: Survey } {
  const survey = surveyDataset(dataset);
  return { survey, showing: { meta: survey.meta, articles: survey.articles, link: formatView, address: () => null } };
}
