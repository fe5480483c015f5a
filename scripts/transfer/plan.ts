// Records of a source, one after another → the labels that they become, what stops them, and what was counted.

import type { Mapping } from '../exchange/mapping.ts';
import { pointerOf } from '../exchange/mapRecord.ts';
import type { ForeignRecord, ReadProblem } from '../exchange/record.ts';
import type { RuleCode } from '../findings/finding.ts';
import { compareCodePoints } from '../values/order.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import { identify } from './identify.ts';
import { foldLines } from './lines.ts';
import type { Names } from './names.ts';
import { Tally } from './tally.ts';
import { type Imported, LabelMaker } from './toLabel.ts';

/** So many problems of one sort are told; all are counted. */
const MOST = 100;

/** Judges all records before anything is written, and makes their labels again when they are. */
export class Plan {
  /** What a claim without a verdict is counted as. */
  static readonly DRAFT = 'none, a draft';
  readonly tally = new Tally();
  readonly problems: ReadProblem[] = [];
  /** Problems beyond those that are told. */
  untold = 0;
  /** Ids of the articles, each with what its row is called. */
  readonly rows = new Map<string, string>();
  readonly verdicts = new Map<string, number>();
  private readonly mapping: Mapping;
  private readonly maker: LabelMaker;
  private readonly known: ReadonlySet<string>;
  private readonly unknown = new Map<string, { problem: ReadProblem; times: number }>();

  /** `known` are the verdicts of the project's scale. */
  constructor(mapping: Mapping, names: Names, known: ReadonlySet<string>) {
    this.mapping = mapping;
    this.known = known;
    this.maker = new LabelMaker(mapping, names, this.tally);
  }

  /** The label of a record, or null where a problem was found, or where another file holds the same row. */
  take(record: ForeignRecord): Imported | null {
    if (record.file.copyOf !== null) return null;
    const { id, row } = identify(record, this.mapping);
    const other = this.rows.get(id);
    if (other !== undefined && record.file.format === 'claimreview') {
      this.tally.add('record', 'the ClaimReview is there already, with the same address and words');
      return null;
    }
    if (other !== undefined) {
      this.refuse(record, 'F10', 'id', 'Another row has this id.', {
        expected: 'an id of its own for each row',
        found: row,
      });
      return null;
    }
    this.rows.set(id, row);
    const { text, verdict } = record.values;
    if (text === undefined || text === null || foldLines(text) === '') {
      this.refuse(record, 'A11', 'text', 'The record has no claim.', { expected: 'the claim in words' });
      return null;
    }
    if (!this.hasVerdict(record, verdict ?? null)) return null;
    const made = this.maker.make(record, id, row);
    const name = made.label.claim.verdict ?? Plan.DRAFT;
    this.verdicts.set(name, (this.verdicts.get(name) ?? 0) + 1);
    return made;
  }

  /** Makes the label once more, of a record that {@link take} has found sound. */
  make(record: ForeignRecord): Imported {
    const { id, row } = identify(record, this.mapping);
    return this.maker.make(record, id, row);
  }

  /** Problems, those of the verdicts once for each word, with how often it occurs. */
  listProblems(): ReadProblem[] {
    const verdicts = [...this.unknown.values()].map(({ problem, times }) => ({
      ...problem,
      message: `${problem.message}${times > 1 ? ` It occurs ${times} times.` : ''}`,
    }));
    return [...this.problems, ...verdicts.sort((a, b) => compareCodePoints(a.found ?? '', b.found ?? ''))];
  }

  /** A verdict that the map, or the scale, does not have stops the import; a feed of reviews leaves it to a person. */
  private hasVerdict(record: ForeignRecord, native: string | null): boolean {
    if (native === null || native.trim() === '') return true;
    const target = record.verdict;
    if (target !== null && this.known.has(target)) return true;
    if (target === null && record.file.format === 'claimreview') {
      this.tally.add('verdict', 'not in the map, a draft');
      return true;
    }
    const found = target ?? native.trim();
    const seen = this.unknown.get(found);
    if (seen) seen.times++;
    else if (this.unknown.size < MOST) {
      const meant = findNearest(found.toLowerCase(), [...this.known]);
      const problem = this.problem(record, 'V01', 'verdict', {
        message: target === null ? 'The map has no target for this verdict.' : 'The scale has no such verdict.',
        expected: target === null ? 'a verdict that the map names' : `one of ${[...this.known].join(', ')}`,
        found,
        hint:
          target === null
            ? 'give it a target in the map of the mapping'
            : `map it to a verdict of vocabulary/verdicts.yml${meant === null ? '' : `, as \`${meant}\``}`,
      });
      this.unknown.set(found, { problem, times: 1 });
    }
    return false;
  }

  private refuse(
    record: ForeignRecord,
    code: RuleCode,
    role: 'id' | 'text',
    message: string,
    more: { expected: string; found?: string },
  ): void {
    if (this.problems.length < MOST) this.problems.push(this.problem(record, code, role, { message, ...more }));
    else this.untold++;
  }

  private problem(
    { file, row, line }: ForeignRecord,
    code: RuleCode,
    role: string,
    words: Pick<ReadProblem, 'message' | 'expected' | 'found' | 'hint'>,
  ): ReadProblem {
    const field = this.mapping.fields.find((entry) => entry.role === role);
    return { code, file: file.path, row, line, pointer: field ? pointerOf(field, file) : '', ...words, records: 1 };
  }
}
