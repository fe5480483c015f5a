// Project and its built dataset → what a release holds besides: formats that are not committed.

import type { Project } from '../project/openProject.ts';
import { readSurroundings } from '../project/surroundings.ts';
import type { ReleaseFiles } from '../release/archive.ts';
import { readDataset } from '../release/readDataset.ts';

/** A format that only releases hold: files by their path in the release's folder. `dataset` are the files of the dataset. */
export type ArchivePart = (project: Project, dataset: ReleaseFiles) => Promise<ReleaseFiles>;

/** The sources of the explorer's page. */
const EXPLORER = 'scripts/explorer/page';

const PARTS: readonly ArchivePart[] = [makeParquet, makeExplorer];

/** Renders every part. */
export async function renderParts(project: Project, dataset: ReleaseFiles): Promise<ReleaseFiles> {
  const files = new Map<string, Uint8Array>();
  for (const part of PARTS) for (const [path, bytes] of await part(project, dataset)) files.set(path, bytes);
  return files;
}

async function makeParquet(_: Project, files: ReleaseFiles): Promise<ReleaseFiles> {
  const { renderParquet } = await import('../formats/parquet.ts');
  const dataset = readDataset(files);
  if ('problem' in dataset) throw new Error(dataset.problem);
  return renderParquet((table) => dataset.rows.get(table) ?? []);
}

/** The explorer, one page that opens without a server. */
async function makeExplorer(project: Project, files: ReleaseFiles): Promise<ReleaseFiles> {
  const { buildExplorer, renderPage } = await import('../explorer/buildExplorer.ts');
  const { folderOf, readDataset: readForExplorer } = await import('../explorer/dataset.ts');
  const { bundlePage } = await import('../platform/bundlePage.ts');
  const texts = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
  const dataset = readForExplorer(folderOf(texts), readSurroundings(project));
  const page = buildExplorer(dataset, await bundlePage(EXPLORER));
  return new Map([['explorer.html', Buffer.from([...renderPage(page)].join(''))]]);
}
