// Records, one after another → the little that the rules share of all of them, in columns.

import type { ClaimRole, Field, ListName, Mapping } from '../exchange/mapping.ts';
import { isTable, pointerInItem, pointerOf } from '../exchange/mapRecord.ts';
import { given } from '../exchange/missing.ts';
import type { ForeignRecord, ListItem, ReadProblem, RecordPlace } from '../exchange/record.ts';
import { type Assigned, isSplit, SPLITS } from '../splits/ledger.ts';
import { nameSplit } from '../splits/splitName.ts';
import { float64, int32, keyOf } from './columns.ts';
import { Wordings } from './wordings.ts';

const EXCLUDED: Assigned = 'excluded';

/** Files of native verdicts and their targets, with their text. */
export interface VerdictMaps {
  maps: readonly { file: string; text: string }[];
  classes: { file: string; text: string } | null;
}

/** All records of a dataset as far as the rules need them together. Records have numbers in the order of reading. */
export class AuditData {
  readonly mapping: Mapping;
  readonly verdictMaps: VerdictMaps;
  readonly splits: string[] = [];
  readonly verdicts: string[] = [];
  readonly wordings = new Wordings();
  /** A key for all that each record holds; 0 where ids are not mapped, since nobody asks. */
  readonly contents = float64();
  /** Number of records that could be read, and of those that could not. */
  read = 0;
  refused = 0;
  /** Rows that a file holds which another holds too; they are judged one by one only. */
  copies = 0;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly items: ReadonlyMap<string, Field>;
  private readonly fileNumbers = new Map<string, number>();
  private readonly files = int32();
  private readonly rows = int32();
  private readonly lines = int32();
  private readonly splitNumbers = int32();
  private readonly verdictNumbers = int32();
  private readonly verdictNumber = new Map<string, number>();
  private nearPairs: [number, number][] | null = null;

  constructor(mapping: Mapping, verdictMaps: VerdictMaps) {
    this.mapping = mapping;
    this.verdictMaps = verdictMaps;
    this.fields = new Map(mapping.fields.map((field) => [field.role, field]));
    this.items = new Map(
      mapping.lists.flatMap((list) =>
        list.fields.map((field): [string, Field] => [`${list.name}.${field.role}`, field]),
      ),
    );
    mapping.files.forEach(({ path }, i) => {
      this.fileNumbers.set(path, i);
    });
  }

  /** Number of records so far, with those that were refused; the next one's number. */
  get size(): number {
    return this.rows.length;
  }

  add(record: ForeignRecord): number {
    const number = this.size;
    const split = this.numberSplit(record.split);
    const counts = record.file.copyOf === null;
    this.place(record.file.path, record.row, record.line, counts ? split : -1);
    this.verdictNumbers.push(counts ? this.numberVerdict(record.verdict) : -1);
    this.wordings.add(counts ? given(record.values.text) : null, split);
    this.contents.push(this.fields.has('id') ? keyOf(JSON.stringify(record.value)) : 0);
    if (counts) this.read++;
    else this.copies++;
    return number;
  }

  /** A record that could not be read still has its number. */
  addRefused(problem: ReadProblem): void {
    this.place(problem.file, problem.row ?? 0, problem.line, -1);
    this.verdictNumbers.push(-1);
    this.wordings.add(null, 0);
    this.contents.push(0);
    this.refused++;
  }

  private place(file: string, row: number, line: number, split: number): void {
    this.files.push(this.fileNumbers.get(file) ?? 0);
    this.rows.push(row);
    this.lines.push(line);
    this.splitNumbers.push(split);
  }

  private numberSplit(split: string | null): number {
    const name = split ?? '';
    const known = this.splits.indexOf(name);
    return known >= 0 ? known : this.splits.push(name) - 1;
  }

  private numberVerdict(verdict: string | null): number {
    if (verdict === null) return -1;
    let number = this.verdictNumber.get(verdict);
    if (number === undefined) {
      number = this.verdicts.push(verdict) - 1;
      this.verdictNumber.set(verdict, number);
    }
    return number;
  }

  /** The place in {@link splits} of a record's split; -1 for a copy, and for what could not be read. */
  splitOf(number: number): number {
    return this.splitNumbers.at(number);
  }

  /** Whether a record was left out of all splits, since it ties two together. */
  isExcluded(number: number): boolean {
    return nameSplit(this.splits[this.splitOf(number)] ?? null) === EXCLUDED;
  }

  verdictOf(number: number): string | null {
    return this.verdicts[this.verdictNumbers.at(number)] ?? null;
  }

  /**
   * Splits in the order in which a model meets them, train, dev, test, then others as they occur: numbers in
   * {@link splits}. Records without a split, and those that are excluded, are in none.
   */
  orderSplits(): number[] {
    const rank = (name: string) => {
      const split = nameSplit(name);
      return isSplit(split) ? SPLITS.indexOf(split) : SPLITS.length;
    };
    return this.splits
      .flatMap((name, i) => (name === '' || nameSplit(name) === EXCLUDED ? [] : [i]))
      .sort((a, b) => rank(this.splits[a] ?? '') - rank(this.splits[b] ?? '') || a - b);
  }

  /** Pairs of records that say nearly the same, the later first. */
  listNear(): [number, number][] {
    this.nearPairs ??= this.wordings.listNear();
    return this.nearPairs;
  }

  hasRole(role: ClaimRole): boolean {
    return this.fields.has(role);
  }

  field(role: ClaimRole): Field | undefined {
    return this.fields.get(role);
  }

  itemField(list: ListName, role: string): Field | undefined {
    return this.items.get(`${list}.${role}`);
  }

  /** Where a record's value of a role stands; the whole record where the role is left out. */
  placeOf(number: number, role?: ClaimRole): RecordPlace {
    const file = this.mapping.files[this.files.at(number)];
    const field = role === undefined ? undefined : this.fields.get(role);
    return {
      file: file?.path ?? '',
      row: this.rows.at(number),
      line: this.lines.at(number),
      pointer: field && file ? pointerOf(field, file) : '',
    };
  }

  /** Where a value of an item stands. */
  placeInItem(record: ForeignRecord, list: ListName, item: ListItem, role: string): RecordPlace {
    const { file, row, line } = record;
    const field = this.items.get(`${list}.${role}`);
    return { file: file.path, row, line, pointer: field ? pointerInItem(field, item, file) : item.pointer };
  }

  /** Where a value of a field without a role stands. */
  placeOfExtra({ file, row, line }: ForeignRecord, field: Field): RecordPlace {
    return { file: file.path, row, line, pointer: pointerOf(field, file) };
  }

  /** The mapping itself, at a JSON Pointer. */
  placeInMapping(pointer: string): RecordPlace {
    return { file: this.mapping.file, row: null, line: 0, pointer };
  }

  isTable(file: string): boolean {
    const source = this.mapping.files[this.fileNumbers.get(file) ?? -1];
    return source !== undefined && isTable(source);
  }
}
