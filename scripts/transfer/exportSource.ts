// A source file and the labels that came of it → the file with what has been changed in the labels, and no more.
import { editJson, type JsonEdit } from '../exchange/editJson.ts';
import type { ForeignRecord } from '../exchange/record.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { answerOf } from './averitec.ts';
import { extraTokens, valueAt } from './extras.ts';
import { sentenceOf } from './fever.ts';
import { fieldOfPlace, flattenLabel } from './flatten.ts';
import type { ImportedLabel } from './label.ts';
import type { Tally } from './tally.ts';
import type { Imported } from './toLabel.ts';

/**
 * Edits of a record that make it say what the label says now: none where nothing was changed. What the record has no
 * place for is counted in `unwritten`, by field.
 */
export function editsOf(record: ForeignRecord, was: Imported, is: ImportedLabel, unwritten: Tally): JsonEdit[] {
  const before = flattenLabel(was.label);
  const after = flattenLabel(is);
  const edits: JsonEdit[] = [];
  const removed: JsonEdit[] = [];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  for (const path of changed) {
    const [kind = '', name = ''] = path.split('/');
    const item = `${kind}/${name}`;
    if (kind === 'evidence' && path !== item && before.has(item) !== after.has(item)) continue;
    if (kind === 'extra') edits.push(extraEdit(path, after));
    else if (path === item && kind === 'evidence') {
      const origin = was.origins.get(item);
      const added = after.has(item) ? addition(record, was, is, name) : null;
      if (added) edits.push(added);
      else if (origin && !after.has(item)) removed.push({ pointer: origin.pointer, value: undefined });
      else unwritten.add(kind, after.has(item) ? 'added, not written' : 'taken away, not written');
    } else if (path === 'claim/status' || (path === 'claim/verdict' && changed.includes('claim/verdict_native')))
      continue;
    else {
      const edit = valueEdit(record, was, path, after.get(path));
      if (edit) edits.push(edit);
      else unwritten.add(fieldOfPlace(path), 'changed, not written');
    }
  }
  return [...edits, ...removed.reverse()];
}

/** Applies edits to the text of a record. */
export function rewriteRecord(text: string, edits: readonly JsonEdit[]): string {
  return edits.length === 0 ? text : editJson(text, edits);
}

function extraEdit(path: string, after: ReadonlyMap<string, unknown>): JsonEdit {
  const value = after.get(path);
  const pointer = toPointer(extraTokens(path.slice('extra/'.length)));
  return { pointer, value: value === undefined ? undefined : JSON.parse(String(value)) };
}

function valueEdit(record: ForeignRecord, was: Imported, path: string, value: unknown): JsonEdit | null {
  const origin = was.origins.get(path);
  if (!origin) return null;
  const written = value === undefined ? null : origin.write(value);
  if (written === null && value !== undefined) return null;
  const old = valueAt(record.value, origin.pointer);
  const isNumber =
    typeof old === 'number' && written !== null && written.trim() !== '' && String(Number(written)) === written;
  return { pointer: record.pointers?.[origin.pointer] ?? origin.pointer, value: isNumber ? Number(written) : written };
}

/** A new piece of evidence at its question's end, or in its group, where the record has questions or groups. */
function addition(record: ForeignRecord, was: Imported, { claim }: ImportedLabel, id: string): JsonEdit | null {
  const piece = claim.evidence.find((one) => one.id === id);
  if (!piece) return null;
  if (Array.isArray(record.value['questions'])) {
    const asked = piece.question === null ? undefined : was.origins.get(`questions/${piece.question}`);
    const holder = asked?.pointer.replace(/\/[^/]*$/, '');
    const question = claim.questions.find((one) => one.id === piece.question)?.text ?? null;
    return holder === undefined
      ? { pointer: '/questions/-', value: { question, answers: [answerOf(piece)] } }
      : { pointer: `${holder}/answers/-`, value: answerOf(piece) };
  }
  if (!Array.isArray(record.value['evidence'])) return null;
  const group = piece.group !== null && Array.isArray(valueAt(record.value, `/evidence/${piece.group}`));
  return group
    ? { pointer: `/evidence/${piece.group}/-`, value: sentenceOf(piece) }
    : { pointer: '/evidence/-', value: [sentenceOf(piece)] };
}
