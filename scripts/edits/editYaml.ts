// YAML text and changes of its value → the text with these changes, in its own style, and nothing else changed.
import { isDeepStrictEqual } from 'node:util';
import { listComments } from '../yaml/listComments.ts';
import { parseSyntax, type Syntax } from '../yaml/syntax.ts';
import { applyChange } from './applyChange.ts';
import type { Edited, ValueChange } from './edit.ts';
import { resolveChange } from './resolveChange.ts';
import { type Splice, type Target, TODO } from './splice.ts';

/**
 * Makes changes one after the other. What is outside the places that are named keeps every byte. The result is read
 * again, and refused unless it gives exactly the value that was asked for and still has every comment: a text may hold
 * what no one foresaw, and an edit that bends it would not be seen.
 */
export function editYaml(
  yaml: string,
  changes: readonly ValueChange[],
  orderOf: NonNullable<Target['orderOf']> = () => null,
): Edited {
  let text = yaml;
  let syntax = parseSyntax(yaml);
  if (syntax.problems.length > 0) return { problem: 'The labels cannot be read; `npm run validate` says why.' };
  for (const change of changes) {
    const made = editOnce(text, syntax, change, orderOf);
    if ('problem' in made) return made;
    ({ text, syntax } = made);
  }
  return { text };
}

function editOnce(
  yaml: string,
  { root, value }: Syntax,
  change: ValueChange,
  orderOf: Target['orderOf'],
): { text: string; syntax: Syntax } | { problem: string } {
  const place = change.pointer === '' ? 'the whole file' : `\`${change.pointer}\``;
  const wanted = applyChange(value, change);
  const splice = wanted === undefined ? null : resolveChange({ yaml, root, ...(orderOf && { orderOf }) }, change);
  if (splice === null) return { problem: `There is no place for the change of ${place}; edit the file by hand.` };
  const text = yaml.slice(0, splice.start) + splice.text + yaml.slice(splice.end);
  const syntax = parseSyntax(text);
  if (syntax.problems.length > 0 || !isDeepStrictEqual(syntax.value, wanted))
    return { problem: `The text of ${place} cannot be changed safely; edit the file by hand.` };
  if (change.kind !== 'remove' && !keepsComments(yaml, text, splice))
    return { problem: `A comment stands inside ${place} and would be lost; edit the file by hand.` };
  return { text, syntax };
}

/** Every comment stays, in its order, but the note of a `todo` that has been decided. */
function keepsComments(before: string, after: string, { start, end }: Splice): boolean {
  const replaced = before.slice(start, end);
  const gone = replaced.startsWith(`${TODO} `) ? listComments(replaced).length : 0;
  const kept = listComments(before);
  kept.splice(listComments(before.slice(0, start)).length, gone);
  return isDeepStrictEqual(kept, listComments(after));
}
