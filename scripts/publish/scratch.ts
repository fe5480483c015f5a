// A scratch folder → folders for what a release is made of before it is written.
import { join } from 'node:path';
import { ensureFolder } from '../platform/files.ts';

/**
 * Folders for the rows as they were judged, for the dataset where it is not written into the project, and for other
 * formats; and the path of a new ledger.
 */
export interface Scratch {
  rows: string;
  dataset: string;
  parts: string;
  ledger: string;
}

export async function makeScratch(folder: string): Promise<Scratch> {
  const folders = { rows: join(folder, 'rows'), dataset: join(folder, 'dataset'), parts: join(folder, 'parts') };
  for (const path of Object.values(folders)) await ensureFolder(path);
  return { ...folders, ledger: join(folder, 'ledger.jsonl') };
}
