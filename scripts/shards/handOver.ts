// A folder and the marks of a run → the pieces that one step hands over to the next, or why one cannot be used.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isAbsent } from '../platform/reading.ts';
import { type Piece, ResultFile, ResultWriter } from '../platform/resultFile.ts';
import { UserError } from '../platform/userError.ts';

/** Changes whenever a piece is laid out in another way. */
const FORMAT = 4;

/** What all pieces of one run have in common: a piece with another mark is another run's. */
export interface Marks {
  /** The program that makes them. */
  program: string;
  /** Digest of all that the rows depend on besides the articles: vocabularies, settings, releases, the edition. */
  setup: string;
  /** Digest of the names of all articles. */
  list: string;
  /** Digest of their sizes. */
  sizes: string;
}

const MEANING: Record<keyof Marks, string> = {
  program: 'another version of the program',
  setup: 'another folder, edition, vocabulary, citation or release',
  list: 'another list of articles',
  sizes: 'another list of articles',
};

export type Step = 'links' | 'plan' | 'examine';

/** A step of one shard; of all shards for the plan. */
export interface Work {
  step: Step;
  shard: number | null;
}

interface Head<Body> {
  format: number;
  work: Work;
  shards: number;
  marks: Marks;
  /** Digest of what else the step was given. */
  inputs: string;
  body: Body;
}

/** What a step handed over. */
export interface HandedPiece<Body> {
  inputs: string;
  body: Body;
  /**
   * The bytes of a piece, in the memory that is given where that is large enough. Throws a UserError where they are not
   * those that were written.
   */
  read(piece: Piece, memory?: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** Pieces of one run in a folder that all who take part can reach. */
export class HandOver {
  readonly shards: number;
  private readonly folder: string;
  private readonly marks: Omit<Marks, 'sizes'> & { sizes: string | null };
  private readonly mode: number;

  /**
   * @param marks looking at every article takes long where there are many: who does not know their sizes takes the mark
   * of the first piece that is opened for that of the run
   * @param isPrivate whether only the owner of the files may read them
   */
  constructor(folder: string, shards: number, marks: HandOver['marks'], isPrivate: boolean) {
    this.folder = folder;
    this.shards = shards;
    this.marks = marks;
    this.mode = isPrivate ? 0o600 : 0o666;
  }

  /** The command that makes a piece. */
  commandOf({ step, shard }: Work): string {
    return `shard ${step} ${shard === null ? `--shards ${this.shards}` : `--shard ${shard}/${this.shards}`}`;
  }

  private pathOf({ step, shard }: Work): string {
    return join(this.folder, `${step}-${shard === null ? '' : `${shard}-`}of-${this.shards}.piece`);
  }

  /**
   * Opens what a step has handed over, which must have been given `inputs` where they are told; else says in words what
   * is wrong with it and what to do.
   */
  open<Body>(work: Work, inputs?: string): HandedPiece<Body> | { problem: string } {
    const path = this.pathOf(work);
    const again = `run \`${this.commandOf(work)}\``;
    if (isAbsent(path)) return { problem: `${path} is not there: ${again}` };
    const file = ResultFile.open<Partial<Head<Body>>>(path);
    if (!file) return { problem: `${path} is torn or damaged: ${again} again` };
    const refused = this.refuse(file.head, work, inputs);
    if (refused !== null) {
      file.close();
      return { problem: `${path} ${refused}: ${again} again` };
    }
    const { body, inputs: given } = file.head as Head<Body>;
    const read = (piece: Piece, memory?: Buffer<ArrayBuffer>) => {
      const bytes = file.read(piece, memory);
      if (!bytes) throw new UserError(`${path} is torn or damaged: ${again} again.`);
      return bytes;
    };
    return { inputs: given, body, read, close: () => file.close() };
  }

  /** Several pieces of one step; throws a UserError that names all that cannot be used. */
  openAll<Body>(works: readonly Work[], inputsOf?: (work: Work) => string): HandedPiece<Body>[] {
    const opened = works.map((work) => this.open<Body>(work, inputsOf?.(work)));
    const problems = opened.flatMap((piece) => ('problem' in piece ? [piece.problem] : []));
    const usable = opened.flatMap((piece) => ('problem' in piece ? [] : [piece]));
    if (problems.length === 0) return usable;
    for (const piece of usable) piece.close();
    throw new UserError(`${problems.join('.\n')}.`);
  }

  /** Writes what a step hands over; `fill` adds pieces and gives what is said of them. Whole or not at all. */
  async write<Body>(work: Work, inputs: string, fill: (writer: ResultWriter) => Body | Promise<Body>): Promise<void> {
    const writer = new ResultWriter(this.pathOf(work), this.mode);
    try {
      const body = await fill(writer);
      const { shards } = this;
      const marks = this.marks as Marks;
      writer.finish({ format: FORMAT, work, shards, marks, inputs, body } satisfies Head<Body>);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  private refuse(head: Partial<Head<unknown>>, work: Work, inputs: string | undefined): string | null {
    if (head.format !== FORMAT) return `was made by ${MEANING.program}`;
    const marks = head.marks as Marks;
    const own = { ...this.marks, sizes: this.marks.sizes ?? marks.sizes };
    for (const [name, meaning] of Object.entries(MEANING))
      if (marks[name as keyof Marks] !== own[name as keyof Marks]) return `was made with ${meaning}`;
    const isSame = head.work?.step === work.step && head.work.shard === work.shard && head.shards === this.shards;
    if (!isSame) return 'is the piece of another shard under a wrong name';
    if (inputs !== undefined && inputs !== head.inputs) return 'was made before what it depends on changed';
    this.marks.sizes = own.sizes;
    return null;
  }
}

/** SHA-256 of plain data, in hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
