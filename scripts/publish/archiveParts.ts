// Project and its built dataset → what a release holds besides: formats that are not committed.
import { join } from 'node:path';
import { streamRows } from '../dataset/streamRows.ts';
import type { ReadableFile } from '../formats/readableFile.ts';
import { ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { openPath, openReadable } from '../platform/readableFiles.ts';
import { openFolder, readTextIfAny } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import { readSurroundings } from '../project/surroundings.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';
import type { Manifest } from '../schemas/generated/types.ts';

/**
 * A format that only releases hold: files by their path in the release's folder. `dataset` is the folder of the
 * dataset; `scratch` is a folder for what is too large for memory.
 */
export type ArchivePart = (project: Project, dataset: string, scratch: string) => Promise<ReleaseFiles>;

/** The sources of the explorer's page. */
const EXPLORER = 'scripts/explorer/page';

const PARTS: readonly ArchivePart[] = [makeParquet, makeExplorer];

/** Renders every part. */
export async function renderParts(project: Project, dataset: string, scratch: string): Promise<ReleaseFiles> {
  const files = new Map<string, ReadableFile>();
  for (const part of PARTS) for (const [path, file] of await part(project, dataset, scratch)) files.set(path, file);
  return files;
}

async function makeParquet({ settings }: Project, dataset: string, scratch: string): Promise<ReleaseFiles> {
  const { writeParquetFiles } = await import('../dataset/writeParquet.ts');
  const folder = join(scratch, 'parquet');
  await ensureFolder(folder);
  const { counts } = JSON.parse(readTextIfAny(join(dataset, 'manifest.json')) ?? '{}') as Manifest;
  await writeParquetFiles((table) => streamRows(dataset, table), counts, settings.extra, folder);
  const opened = await openPath(folder);
  return opened.kind === 'folder' ? opened.files : new Map();
}

/** The explorer, one page that opens without a server. */
async function makeExplorer(project: Project, folder: string, scratch: string): Promise<ReleaseFiles> {
  const { buildExplorer, renderPage } = await import('../explorer/buildExplorer.ts');
  const { readDataset } = await import('../explorer/dataset.ts');
  const { bundlePage } = await import('../platform/bundlePage.ts');
  const dataset = readDataset(openFolder(folder), readSurroundings(project));
  const path = join(scratch, 'explorer.html');
  await writeFileAtomic(path, renderPage(buildExplorer(dataset, await bundlePage(EXPLORER))));
  return new Map([['explorer.html', openReadable(path)]]);
}
