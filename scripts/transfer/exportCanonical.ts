// Claims of the project → records of a format, with what gets lost on the way, by field.
import { type Field, type Mapping, readMapping, type SourceFile } from '../exchange/mapping.ts';
import { mapRecord } from '../exchange/mapRecord.ts';
import { parsePath } from '../exchange/path.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { compareCodePoints } from '../values/order.ts';
import { foldNative } from '../vocabulary/verdictMap.ts';
import type { Canonical, Context } from './canonical.ts';
import { readVerdicts } from './canonical.ts';
import { extraTokens, valueAt } from './extras.ts';
import { fieldOfPlace, flattenLabel } from './flatten.ts';
import type { ImportedLabel } from './label.ts';
import { Tally } from './tally.ts';
import { LabelMaker } from './toLabel.ts';

/** Writes claims in one format, and reads each again to see what it has lost. */
export class CanonicalExport {
  /** What the format has no place for, by field, and claims that it cannot have. */
  readonly lost = new Tally();
  written = 0;
  private readonly format: Canonical;
  private readonly context: Context;
  private readonly mapping: Mapping;
  /** What each verdict of the file stands for, by the format or as it has been written so far. */
  private readonly verdicts: Record<string, string>;
  private readonly targets: Map<string, string>;
  /** Values of a field that say that there is none, by role. */
  private readonly nones = new Map<string, Set<string>>();
  private readonly file: SourceFile;
  private readonly maker: LabelMaker;
  private readonly extras = new Set<string>();
  /** Keys that a record had. */
  private readonly keys = new Set<string>();

  constructor(format: Canonical, context: Context, name: string) {
    this.format = format;
    this.context = context;
    this.verdicts = format.kind === 'claimreview' ? {} : readVerdicts(format, context.vocabulary);
    this.targets = new Map(Object.entries(this.verdicts).map(([native, id]) => [foldNative(native), id]));
    const mapping = compile(this.describe(name));
    this.mapping = { ...mapping, fields: mapping.fields.map((field) => this.learning(field)) };
    this.file = this.mapping.files[0] as SourceFile;
    this.maker = new LabelMaker(this.mapping, context.names, new Tally());
  }

  /**
   * A claim as it stands in the file; null where the format cannot have it, which is counted. `others` names what the
   * project says of the claim and no other format does.
   */
  render(claim: ImportedLabel, others: readonly string[] = []): string | null {
    const label = renumber(claim);
    const written = this.format.write(label, this.context, this.written + 1);
    if (typeof written === 'string') {
      this.lost.add('claim', written);
      return null;
    }
    this.learnVerdict(written, label);
    const record = this.addExtras(written, label);
    const again = this.read(record, label);
    for (const path of missingFrom(flattenLabel(label), flattenLabel(again)))
      if (!path.startsWith('extra/') || !this.isKept(path.slice(6), label, record))
        this.lost.add(fieldOfPlace(path), 'lost');
    for (const field of others) this.lost.add(field, 'lost');
    this.written++;
    for (const key of Object.keys(record)) if (record[key] !== undefined) this.keys.add(key);
    return this.format.render(record);
  }

  /** Whether an extra field stands in the record, where the mapping will then name it. */
  private isKept(key: string, { claim }: ImportedLabel, record: Record<string, unknown>): boolean {
    const path = pathOf(key, this.format.kind);
    if (
      path === null ||
      JSON.stringify(valueAt(record, toPointer(extraTokens(key)))) !== JSON.stringify(claim.extra.get(key))
    )
      return false;
    this.extras.add(path);
    return true;
  }

  /** The mapping that reads the file again. `name` is the dataset's; extra fields are those that were written. */
  describe(name: string): object {
    const { file, kind } = this.format;
    return {
      mapping: 1,
      name,
      files: [{ path: file, ...(kind === 'claimreview' ? { format: kind } : {}) }],
      ...this.withNones(this.format.mapping(this.verdicts)),
      extra: [...this.extras].sort(),
      // What a format derives from the verdict is no field of its own, unless somebody said it.
      dropped: this.format.derived.filter((key) => !this.extras.has(key)),
    };
  }

  /** A field whose verdicts, and values that say nothing, become known while claims are written. */
  private learning(field: Field): Field {
    const none = new Set<string>();
    this.nones.set(field.role, none);
    return { ...field, none, ...(field.role === 'verdict' ? { map: this.targets } : {}) };
  }

  /** A review has its own words for verdicts: what they stand for is what their first claim has. */
  private learnVerdict({ verdict }: Record<string, unknown>, { claim }: ImportedLabel): void {
    if (this.format.kind !== 'claimreview' || typeof verdict !== 'string' || claim.verdict === null) return;
    if (this.targets.has(foldNative(verdict))) return;
    this.targets.set(foldNative(verdict), claim.verdict);
    this.verdicts[verdict] = claim.verdict;
  }

  private withNones(mapping: { fields: Record<string, unknown> }): object {
    // An id that no record has been given is no field of the file.
    const isThere = (role: string) =>
      role !== 'id' || this.format.kind === 'claimreview' || this.keys.has(String(mapping.fields[role]));
    const there = Object.entries(mapping.fields).filter(([role]) => this.written === 0 || isThere(role));
    const fields = there.map(([role, field]) => {
      const none = [...(this.nones.get(role) ?? [])].sort();
      return [
        role,
        none.length === 0 ? field : { ...(typeof field === 'string' ? { path: field } : (field as object)), none },
      ];
    });
    return { ...mapping, fields: Object.fromEntries(fields) };
  }

  /** Puts extra fields in their places, as long as the claim that is read again stays the same. */
  private addExtras(written: Record<string, unknown>, label: ImportedLabel): Record<string, unknown> {
    const { extra } = label.claim;
    if (extra.size === 0) return written;
    const plain = flattenLabel(this.read(written, label));
    const isSame = (record: Record<string, unknown>) => {
      const flat = flattenLabel(this.read(record, label));
      return [...missingFrom(plain, flat), ...missingFrom(flat, plain)].every((path) => path.startsWith('extra/'));
    };
    const all = putAll(written, extra);
    if (isSame(all)) return all;
    let record = written;
    for (const entry of orderExtras(extra)) {
      const trial = putAll(record, new Map([entry]));
      if (isSame(trial) || (this.learnNone(entry) && isSame(trial))) record = trial;
    }
    return record;
  }

  /** A placeholder of a field: the mapping will say that it stands for nothing. */
  private learnNone([key, value]: readonly [string, unknown]): boolean {
    const role = this.mapping.fields.find(({ path }) => path === key)?.role ?? '';
    if (typeof value !== 'string' || value.trim() === '' || role === 'verdict' || role === 'text') return false;
    this.nones.get(role)?.add(value.trim());
    return this.nones.has(role);
  }

  private read(record: Record<string, unknown>, { id, claim }: ImportedLabel): ImportedLabel {
    const value = JSON.parse(JSON.stringify(record)) as Record<string, unknown>;
    const raw = mapRecord(this.mapping, this.file, { row: 0, line: 0, value });
    return this.maker.make(raw, id, claim.source.row).label;
  }
}

/** The label with its evidence as e1, e2 … in order, as it will have it when it is read again. */
function renumber({ claim, ...article }: ImportedLabel): ImportedLabel {
  return {
    ...article,
    claim: { ...claim, evidence: claim.evidence.map((piece, i) => ({ ...piece, id: `e${i + 1}` })) },
  };
}

function compile(written: object): Mapping {
  const read = readMapping('mapping.yml', JSON.stringify(written), { resolve: (path) => path, read: () => null });
  if ('drafts' in read) throw new Error(read.drafts.map(({ message }) => message).join(' '));
  return read.mapping;
}

/** The path of an extra field in a mapping: `[]` for each number of a list; null where none can name it. */
function pathOf(key: string, kind: Canonical['kind']): string | null {
  const tokens = extraTokens(key);
  // The first of the four parts of a FEVER sentence is no list of its own.
  const last = kind === 'fever' && tokens.length === 4 ? tokens.pop() : undefined;
  let path = '';
  for (const token of tokens) path += path !== '' && /^\d+$/.test(token) ? '[]' : `${path === '' ? '' : '.'}${token}`;
  if (last !== undefined) path += `.${last}`;
  const steps = parsePath(path);
  const keys = steps?.filter((step) => step.kind === 'key').map((step) => step.key);
  const inLists = tokens.slice(1).filter((token) => !/^\d+$/.test(token));
  const names = [tokens[0], ...inLists, ...(last === undefined ? [] : [last])];
  return JSON.stringify(keys) === JSON.stringify(names) ? path : null;
}

/** Places of the first that the second does not have with the same value. */
function missingFrom(flat: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...flat].flatMap(([path, value]) => (other.get(path) === value ? [] : [path]));
}

/**
 * Whole items of lists first, in the order of their places, since they move those behind them; the others by name, so
 * that what is read again is written the same.
 */
function orderExtras(extra: ReadonlyMap<string, unknown>): [string, unknown][] {
  const entries = [...extra];
  const isItem = ([key, value]: [string, unknown]) => /\/\d+$/.test(key) && value !== null && typeof value === 'object';
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => compareCodePoints(a, b);
  return [...entries.filter(isItem), ...entries.filter((entry) => !isItem(entry)).sort(byName)];
}

function putAll(record: Record<string, unknown>, extra: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(record);
  for (const [key, value] of orderExtras(extra)) if (parsePath(key)?.length !== 0) put(copy, extraTokens(key), value);
  return copy;
}

/** Puts a value at its place; a whole item between those that are there. What has no parent has no place. */
function put(root: Record<string, unknown>, tokens: readonly string[], value: unknown): void {
  const isWhole = value !== null && typeof value === 'object';
  let at: unknown = root;
  for (const [i, token] of tokens.slice(0, -1).entries()) {
    if (at === null || typeof at !== 'object') return;
    const isInList = /^\d+$/.test(tokens[i + 1] ?? '');
    if (Array.isArray(at) && isWhole && isInList && Number(token) === at.length) at.push([]);
    at = Object.hasOwn(at, token) ? (at as Record<string, unknown>)[token] : undefined;
  }
  const last = tokens.at(-1) as string;
  if (at === null || typeof at !== 'object') return;
  if (!Array.isArray(at))
    Object.defineProperty(at, last, { value, enumerable: true, writable: true, configurable: true });
  else if (isWhole) {
    if (Number(last) <= at.length) at.splice(Number(last), 0, value);
  } else if (Number(last) < at.length) at[Number(last)] = value;
}
