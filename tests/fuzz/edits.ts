// Chance → small edits of a text, of the kind that hands and tools make.
import fc from '../property.ts';

/** Places are fractions of the text's length, so that an edit fits every text. */
type Edit =
  | { kind: 'delete' | 'repeat' | 'swap'; at: number; length: number }
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'drop line' | 'repeat line' | 'indent line'; at: number };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const WORDS = [
  '---\n',
  '\n',
  '  ',
  '- ',
  ': ',
  'null',
  '"',
  "'",
  '[',
  '{',
  '#',
  '|',
  '\t',
  '\r\n',
  '\0',
  '\u202e',
  '=1+1',
  '&a',
  '*a',
  '!!x',
  'x',
  '9',
  '漢',
];

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('delete', 'repeat', 'swap'), at, length: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('insert' as const), at, text: fc.constantFrom(...WORDS) }),
    fc.record({ kind: fc.constantFrom('drop line', 'repeat line', 'indent line'), at }),
  ),
  { minLength: 1, maxLength: 3 },
);

export function applyEdits(text: string, changes: readonly Edit[]): string {
  return changes.reduce(applyEdit, text);
}

function applyEdit(text: string, edit: Edit): string {
  const from = Math.floor(edit.at * text.length);
  if (edit.kind === 'insert') return text.slice(0, from) + edit.text + text.slice(from);
  if ('length' in edit) {
    const part = text.slice(from, from + edit.length);
    const changed = { delete: '', repeat: part + part, swap: [...part].reverse().join('') }[edit.kind];
    return text.slice(0, from) + changed + text.slice(from + edit.length);
  }
  const start = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next + 1;
  const line = text.slice(start, end);
  const changed = { 'drop line': '', 'repeat line': line + line, 'indent line': `  ${line}` }[edit.kind];
  return text.slice(0, start) + changed + text.slice(end);
}
