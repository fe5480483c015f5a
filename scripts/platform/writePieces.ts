// Pieces as they come → a file that is on disk whole or not at all.
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureFolder, sync, syncFolder } from './files.ts';
import { type Measure, MeasuredFile } from './measuredFile.ts';
import { temporaryPath } from './siblings.ts';
import { explainFailure } from './userError.ts';

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Writes a file as {@link writeFileAtomic} does, of any size. An error of `pieces` leaves the file as it was. */
export async function writePiecesAtomic(path: string, pieces: Pieces): Promise<Measure> {
  const temporary = await temporaryPath(path);
  try {
    const measure = await explainFailure(`cannot write ${path}`, () => writePieces(temporary, pieces, path));
    await explainFailure(`cannot write ${path}`, async () => {
      const file = await open(temporary, 'r+');
      try {
        await sync(file);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      await syncFolder(dirname(path));
    });
    return measure;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes a file below a folder, with the folders on its way; for scratch folders, where nothing needs to be whole. */
export async function writeBelow(folder: string, path: string, pieces: Pieces): Promise<void> {
  const target = join(folder, path);
  await ensureFolder(dirname(target));
  await writePieces(target, pieces);
}

async function writePieces(path: string, pieces: Pieces, name = path): Promise<Measure> {
  const file = new MeasuredFile(path, name);
  try {
    for await (const piece of pieces) file.write(piece);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file.close();
}
