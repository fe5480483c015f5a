// A label → a set of files that all carry it, and back: a mixture of two sets, or a part of one, has no label.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileBytes, walkFolder } from '../../scripts/platform/files.ts';

/** Two sets with different labels have different contents, and one file's name differs too. */
const namesFor = (label: string) => ['a.csv', 'b.json', `only-${label}.txt`, 'part/c.csv'];

/** Writes the set with a label into an empty folder. */
export async function writeSet(folder: string, label: string): Promise<void> {
  await mkdir(join(folder, 'part'), { recursive: true });
  for (const name of namesFor(label)) await writeFile(join(folder, name), `${label} ${name}`);
}

/** Gives the label of the set that a folder holds; throws where it is not one whole set and nothing more. */
export async function readSet(folder: string): Promise<string> {
  const names: string[] = [];
  for await (const { path, kind } of walkFolder(folder)) if (kind !== 'folder') names.push(path);
  const texts = await Promise.all(names.map(async (name) => String(await readFileBytes(join(folder, name)))));
  const label = texts[0]?.split(' ')[0] ?? '';
  const whole = names.join() === namesFor(label).join() && texts.every((text, i) => text === `${label} ${names[i]}`);
  if (!whole) throw new Error(`not one whole set: ${texts.join(', ')} in ${names.join(', ')}`);
  return label;
}
