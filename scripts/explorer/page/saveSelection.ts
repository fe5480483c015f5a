// Places of claims → the file that holds their rows, in the form of the dataset's own.
import { writerOf } from '../datasetFiles.ts';
import { saveFile, typeOfFile } from './saving.ts';
import type { Store } from './store.ts';

/** Claims that are written at a time. */
const BATCH = 500;

/** @param part a word for the file's name, where the claims are those of one article. */
export async function saveSelection(
  store: Store,
  places: readonly number[],
  kind: 'csv' | 'jsonl',
  part?: string,
): Promise<void> {
  const { meta } = store;
  const writer = writerOf(`claims.${kind}`, [], meta.edition, meta.extra);
  if (!writer) return;
  const parts = [writer.opening];
  for (let at = 0; at < places.length; at += BATCH)
    parts.push(writer.add(await store.readClaims(places.slice(at, at + BATCH))));
  const some = part ?? (places.length === store.count ? '' : `${places.length}-claims`);
  const name = `${meta.citation.name}-${meta.citation.version}${some === '' ? '' : `-${some}`}.${kind}`;
  saveFile(name, typeOfFile(name), ...parts, writer.closing);
}
