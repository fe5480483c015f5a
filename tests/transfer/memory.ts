// A mapping and a file in memory → the labels that an import makes, and what goes out again.
import type { Settings } from '../../scripts/citation/settings.ts';
import { editJson } from '../../scripts/exchange/editJson.ts';
import { type Mapping, readMapping } from '../../scripts/exchange/mapping.ts';
import { readRecords } from '../../scripts/exchange/readRecords.ts';
import type { ForeignRecord, ReadProblem } from '../../scripts/exchange/record.ts';
import type { RawVerdicts } from '../../scripts/schemas/generated/types.ts';
import type { Canonical, Context } from '../../scripts/transfer/canonical.ts';
import { CanonicalExport } from '../../scripts/transfer/exportCanonical.ts';
import { editsOf } from '../../scripts/transfer/exportSource.ts';
import { flattenLabel } from '../../scripts/transfer/flatten.ts';
import type { ImportedLabel } from '../../scripts/transfer/label.ts';
import { Names } from '../../scripts/transfer/names.ts';
import { Plan } from '../../scripts/transfer/plan.ts';
import { Tally } from '../../scripts/transfer/tally.ts';
import type { Imported } from '../../scripts/transfer/toLabel.ts';
import { buildVocabulary } from '../../scripts/vocabulary/vocabulary.ts';

const scale = (id: string, label: string, averitec: string | null, fever: string | null) => ({
  id,
  label,
  definition: label,
  colour: '#000000',
  averitec: averitec === null ? null : { label: averitec, lossy: id === 'misleading' },
  fever: fever === null ? null : { label: fever, lossy: false },
});

/** A scale that knows what other formats call its verdicts. */
export const VERDICTS = [
  scale('supported', 'Supported', 'Supported', 'SUPPORTS'),
  scale('refuted', 'Refuted', 'Refuted', 'REFUTES'),
  scale('misleading', 'Misleading', 'Conflicting Evidence/Cherrypicking', null),
  scale('conflicting', 'Conflicting', 'Conflicting Evidence/Cherrypicking', null),
  scale('not_enough_evidence', 'Not enough evidence', 'Not Enough Evidence', 'NOT ENOUGH INFO'),
] as unknown as RawVerdicts;

export interface Brought {
  mapping: Mapping;
  records: ForeignRecord[];
  made: Imported[];
  problems: ReadProblem[];
  /** What reading refused. */
  unread: ReadProblem[];
  counts: Record<string, number>;
  notes: Record<string, number>;
  context: Context;
}

/** Imports files by a mapping without its version; names are new in every call. */
export async function bring(mapping: string, files: Readonly<Record<string, string>>): Promise<Brought> {
  const read = readMapping('mapping.yml', `{ "mapping": 1, ${mapping.replace(/^"mapping":1,/, '')} }`, {
    resolve: (path) => path,
    read: (path) => files[path] ?? null,
  });
  if ('drafts' in read) throw new Error(JSON.stringify(read.drafts, null, 1));
  const lists = { verdicts: VERDICTS, publishers: [], entities: [], topics: [], licences: [] };
  const vocabulary = buildVocabulary({ ...lists, distortions: [] } as never, {} as never);
  const names = new Names(vocabulary);
  const plan = new Plan(read.mapping, names, new Set(VERDICTS.map(({ id }) => id)));
  const [records, made, unread, notes] = [[] as ForeignRecord[], [] as Imported[], [] as ReadProblem[], new Tally()];
  await readRecords(read.mapping, (path) => [Buffer.from(files[path] ?? '')], {
    record: (record) => {
      const label = plan.take(record);
      if (!label) return;
      records.push(record);
      made.push(label);
    },
    problem: (problem) => unread.push(problem),
    note: (what) => notes.add('note', what),
  });
  const settings = { url: null, name: 'example' } as unknown as Settings;
  return {
    mapping: read.mapping,
    records,
    made,
    problems: plan.listProblems(),
    unread,
    counts: plan.tally.list(),
    notes: notes.list(),
    context: { vocabulary, names, settings },
  };
}

/** What goes out in a format, and the mapping that reads it; `lost` by field. */
export function send(format: Canonical, { made, context }: Pick<Brought, 'made' | 'context'>, name = 'example') {
  const writer = new CanonicalExport(format, context, name);
  const rows = made.flatMap(({ label }) => (label.claim.verdict === null ? [] : (writer.render(label) ?? [])));
  const text = format.opening + rows.join(format.separator) + format.closing;
  return { text, rows, mapping: JSON.stringify(writer.describe(name)).slice(1, -1), lost: writer.lost.list() };
}

/** The text of each record after its label has been changed by `change`. */
export function rewrite(
  { records, made }: Brought,
  texts: readonly string[],
  change: (label: ImportedLabel) => ImportedLabel = (label) => label,
): { texts: string[]; unwritten: Record<string, number> } {
  const unwritten = new Tally();
  const rewritten = records.map((record, i) => {
    const was = made[i] as Imported;
    return editJson(texts[i] as string, editsOf(record, was, change(was.label), unwritten));
  });
  return { texts: rewritten, unwritten: unwritten.list() };
}

/** Labels as values that can be compared. */
export function flat(made: readonly Imported[]): unknown[] {
  return made.map(({ label }) => ({ id: label.id, ...Object.fromEntries(flattenLabel(label)) }));
}
