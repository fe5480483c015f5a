// Record of a source → the id of its article, and what its row is called.
import { hash } from 'node:crypto';
import type { Mapping } from '../exchange/mapping.ts';
import { given } from '../exchange/missing.ts';
import type { ForeignRecord } from '../exchange/record.ts';
import { isReserved } from '../values/reservedName.ts';
import { toSlug } from '../values/slug.ts';
import { foldLines } from './lines.ts';

/** Characters of an id's last part; a file's name has room for three times as many. */
const LONGEST = 80;

/**
 * The source's own id where there is one, else the number of the row from 1, behind the name of its file where there
 * are several. The article's id is the source's name and that in small letters; what a file's name has no sign for is
 * told apart by eight digits of its SHA-256.
 */
export function identify(record: ForeignRecord, mapping: Mapping): { id: string; row: string } {
  const own = foldLines(given(record.values.id) ?? '') || null;
  const number = String(record.row + 1);
  const row = own ?? (mapping.files.length > 1 ? `${record.file.written}#${number}` : number);
  return { id: `${mapping.name}-${partOf(row)}`, row };
}

function partOf(row: string): string {
  const slug = toSlug(row) ?? '';
  if (slug === row.toLowerCase() && slug.length <= LONGEST && !isReserved(slug)) return slug;
  const digest = hash('sha256', row, 'hex').slice(0, 8);
  const short = slug.slice(0, LONGEST).replace(/-+$/, '');
  return short === '' ? digest : `${short}-${digest}`;
}
