// Project and its built dataset → what a release holds besides: formats that are not committed.
import { join } from 'node:path';
import { streamRows } from '../dataset/streamRows.ts';
import { inMemory, type ReadableFile, readAll } from '../formats/readableFile.ts';
import { ensureFolder } from '../platform/files.ts';
import { openPath } from '../platform/readableFiles.ts';
import type { Project } from '../project/openProject.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';

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

async function makeParquet(_: Project, dataset: string, scratch: string): Promise<ReleaseFiles> {
  const { writeParquetFiles } = await import('../dataset/writeParquet.ts');
  const folder = join(scratch, 'parquet');
  await ensureFolder(folder);
  await writeParquetFiles((table) => streamRows(dataset, table), folder);
  return openFolder(folder);
}

/** The explorer, one page that opens without a server. */
async function makeExplorer({ vocabulary, spellings, settings }: Project, dataset: string): Promise<ReleaseFiles> {
  const { buildExplorer } = await import('../explorer/buildExplorer.ts');
  const { readDataset: readForExplorer } = await import('../explorer/dataset.ts');
  const { bundlePage } = await import('../platform/bundlePage.ts');
  const files = await openFolder(dataset);
  const texts = new Map([...files].map(([path, file]) => [path, Buffer.from(readAll(file)).toString('utf8')]));
  const { verdicts, topics } = vocabulary.lists;
  const page = buildExplorer(
    readForExplorer(texts, { verdicts, topics, spellings, settings }),
    await bundlePage(EXPLORER),
  );
  return new Map([['explorer.html', inMemory(page)]]);
}

async function openFolder(folder: string): Promise<Map<string, ReadableFile>> {
  const opened = await openPath(folder);
  return opened.kind === 'folder' ? opened.files : new Map();
}
