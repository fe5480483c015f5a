// A list whose entries have numbers → the id of its next entry.
import { isMap, isSeq } from 'yaml';
import { findNode } from '../yaml/syntax.ts';
import type { Place } from './proposal.ts';
import { textUnder } from './tree.ts';
import { openFile } from './view.ts';

const LISTS: Readonly<Record<string, (owner: string, number: number) => string>> = {
  claims: (owner, number) => `${owner}-c${String(number).padStart(2, '0')}`,
  evidence: (_, number) => `e${number}`,
  questions: (_, number) => `q${number}`,
};

/**
 * The id that an entry at the cursor's path would have: the number after the highest of its list, since a number is
 * never used again, not even that of an entry in the middle that is gone. null where entries have no numbers.
 */
export function nextId({ view, file, cursor: { path } }: Place): string | null {
  const last = path.findLastIndex((key) => /^\d+$/.test(key));
  const name = path[last - 1] ?? '';
  const write = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  const opened = openFile(view, file);
  if (!write || !opened) return null;
  const { node } = findNode(opened.root, path.slice(0, last));
  const ids = isSeq(node) ? node.items.map((item) => (isMap(item) ? textUnder(item, 'id') : null)) : [];
  const released = name === 'claims' ? listReleased(view.project.history.ledgers, ownerIn(opened.root)) : [];
  const numbers = [...ids, ...released].map((id) => Number(/(?:-c|^[eq])(\d+)$/.exec(id ?? '')?.[1] ?? 0));
  return write(ownerIn(opened.root), Math.max(0, ...numbers) + 1);
}

function ownerIn(root: unknown): string {
  return textUnder(root, 'id') ?? '';
}

/** Claims of an article that a release has, wherever they are now. */
function listReleased(ledgers: Place['view']['project']['history']['ledgers'], owner: string): string[] {
  const ids: string[] = [];
  for (const { tables } of ledgers)
    for (const { name, rows } of tables)
      if (name === 'claims' || name === 'withdrawn')
        for (const id of rows.keys()) if (id.startsWith(`${owner}-c`)) ids.push(id);
  return ids;
}
