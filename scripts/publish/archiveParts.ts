// Project and its built dataset → what a release holds besides: formats that are not committed.
import { join } from 'node:path';
import type { ParquetWork } from '../dataset/writeParquet.ts';
import { fitsOnePage } from '../formats/onePage.ts';
import { runApart } from '../platform/apart.ts';
import { ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { openPath, openReadable } from '../platform/readableFiles.ts';
import { openFolder, readTextIfAny, sizeOf } from '../platform/reading.ts';
import { withScratchFile } from '../platform/scratchFile.ts';
import { countCores, entryOf } from '../platform/workers.ts';
import type { Project } from '../project/openProject.ts';
import { readSurroundings } from '../project/surroundings.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';
import type { Manifest, ManifestCounts } from '../schemas/generated/types.ts';
import { packBlocks } from './compress.ts';

/** The sources of the explorer's page. */
const EXPLORER = 'scripts/explorer/page';

/** A dataset with so many bytes of claims is worth a thread for its Parquet files. */
const WORTH_A_THREAD = 16 * 1024 * 1024;

/**
 * The formats that only releases hold: files by their path in the release's folder. `dataset` is the folder of the
 * dataset; `scratch` is a folder for what is too large for memory.
 */
export async function renderParts(project: Project, dataset: string, scratch: string): Promise<ReleaseFiles> {
  const { counts } = JSON.parse(readTextIfAny(join(dataset, 'manifest.json')) ?? '{}') as Manifest;
  const works = [makeParquet(project, dataset, counts, scratch)];
  // A thread writes the one while this one makes the other.
  if (fitsOnePage(counts.claims)) works.push(makeExplorer(project, dataset, scratch));
  const made = await Promise.all(works);
  return new Map(made.flatMap((files) => [...files]));
}

async function makeParquet(
  { settings }: Project,
  dataset: string,
  counts: ManifestCounts,
  scratch: string,
): Promise<ReleaseFiles> {
  const folder = join(scratch, 'parquet');
  await ensureFolder(folder);
  const work: ParquetWork = { dataset, counts, extra: settings.extra, folder };
  if (countCores() > 1 && sizeOf(join(dataset, 'claims.jsonl')) > WORTH_A_THREAD)
    await runApart<ParquetWork, null>(entryOf('parquetWriter'), work);
  else await (await import('../dataset/writeParquet.ts')).writeParquetOf(work);
  const opened = await openPath(folder);
  return opened.kind === 'folder' ? opened.files : new Map();
}

/** The explorer, one page that opens without a server. */
async function makeExplorer(project: Project, folder: string, scratch: string): Promise<ReleaseFiles> {
  const { buildExplorer, renderPackedPage } = await import('../explorer/buildExplorer.ts');
  const { readDataset } = await import('../explorer/dataset.ts');
  const { bundlePage } = await import('../platform/bundlePage.ts');
  const path = join(scratch, 'explorer.html');
  const code = await bundlePage(EXPLORER);
  await withScratchFile((away) => {
    const dataset = readDataset(openFolder(folder), readSurroundings(project), away);
    return writeFileAtomic(path, renderPackedPage(buildExplorer(dataset, code), packBlocks));
  });
  return new Map([['explorer.html', openReadable(path)]]);
}
