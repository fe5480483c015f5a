// A project cut into shards → its steps: links of a shard, the plan over all, what a shard examines, and all parts.
import { deserialize } from 'node:v8';
import type { Clusters } from '../claims/clusters.ts';
import { closeLinks, collectLinks } from '../examine/clusters.ts';
import { examineParts, toSetup } from '../examine/examineArticles.ts';
import { type Examiners, startExaminers } from '../examine/examiners.ts';
import { digestSource, type FormerParts, type Link, type Part, type PartSetup, packPart } from '../examine/part.ts';
import { type FactPieces, Shelf, StoredFacts, storeFacts } from '../examine/storedFacts.ts';
import { measureIfAny } from '../platform/measuredFile.ts';
import { createSourceReader, sizeOf } from '../platform/reading.ts';
import type { Piece } from '../platform/resultFile.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { releasedRowsOf } from '../release/recordRows.ts';
import type { Edition } from '../schemas/published.ts';
import { votesOf } from '../votes/joinVotes.ts';
import { cutFiles } from './cutShards.ts';
import { digestOf, type HandedPiece, HandOver, type Work } from './handOver.ts';

export interface ShardingOptions {
  /** The folder that all who take part can reach. */
  work: string;
  shards: number;
  edition: Edition;
  /** What tells the program from its other versions. */
  program: string;
  /** Threads; by default as many as help. */
  jobs?: number | undefined;
}

/** What the plan says to all shards. */
interface Plan {
  clusters: Clusters;
  /** Digest of the articles of each shard, as they were when it looked for links. */
  files: readonly string[];
}

/** What a shard says of its parts. */
interface Examination {
  parts: { packed: Piece; facts: FactPieces[]; rows: Piece; sizes: readonly number[] }[];
  /** The captures that were looked for, and their digests. */
  looked: readonly (readonly [path: string, sha256: string | null])[];
}

/** What became of a step: done now, or found as it was done before. */
export type Done = 'done' | 'kept';

/**
 * The steps of a build that several processes take, wherever they run: `link` of every shard, `plan`, `examine` of
 * every shard; then `handedOver` gives the parts that a build in one process would have examined itself. A step that
 * was done for the same files is not done again.
 */
export class ShardedProject {
  private readonly raw: string;
  private readonly setup: PartSetup;
  private readonly cut: readonly (readonly (readonly string[])[])[];
  private readonly folder: HandOver;
  private readonly jobs: number | undefined;

  constructor(project: Project, { work, shards, edition, program, jobs }: ShardingOptions) {
    this.raw = project.raw;
    this.jobs = jobs;
    this.setup = toSetup(project, { edition, rows: 'rendered' }, releasedRowsOf(project.history));
    const tree = project.articleFiles.map((file) => [file, sizeOf(file)] as const);
    this.cut = cutFiles(tree, shards);
    const marks = { program, setup: digestSetup(this.setup), tree: digestOf(tree) };
    this.folder = new HandOver(work, shards, marks, edition === 'private');
  }

  /** How many articles a shard has. */
  count(shard: number): number {
    return this.filesOf(shard).length;
  }

  /** Looks for the claims of a shard that name others. */
  async link(shard: number): Promise<Done> {
    const work: Work = { step: 'links', shard };
    const kept = this.folder.open<readonly Link[]>(work);
    if (!('problem' in kept)) {
      kept.close();
      if (kept.inputs === this.digestFiles(shard)) return 'kept';
    }
    const look = (examiners: Examiners) => collectLinks(examiners, this.batchesOf(shard));
    const { links, sources } = await this.withExaminers(this.count(shard), look);
    await this.folder.write(work, this.digestSources(shard, sources), () => links);
    return 'done';
  }

  /** Closes the links of all shards. Throws a UserError that names every shard whose links are missing. */
  async plan(): Promise<Done> {
    const pieces = this.folder.openAll<readonly Link[]>(this.all('links'));
    for (const piece of pieces) piece.close();
    const files = pieces.map(({ inputs }) => inputs);
    const links = pieces.flatMap(({ body }) => body);
    const close = () => this.withExaminers(0, (examiners) => closeLinks(examiners, this.cut.flat(), links));
    return this.doOnce<Plan>(PLAN, digestOf([files, links]), async () => ({ clusters: await close(), files }));
  }

  /** Examines the articles of a shard, by the plan. Throws a UserError where they are not those that were planned. */
  async examine(shard: number, onProgress?: (done: number, all: number) => void): Promise<Done> {
    const work: Work = { step: 'examine', shard };
    const plan = this.openPlan();
    const requirePlanned = (digest: string) => {
      if (plan.files[shard - 1] === digest) return;
      throw new UserError(
        `Articles of shard ${shard}/${this.folder.shards} have changed since they were planned: run ` +
          `\`${this.folder.commandOf({ step: 'links', shard })}\` and \`${this.folder.commandOf(PLAN)}\` again.`,
      );
    };
    const inputs = inputsOf(plan, shard);
    const kept = this.folder.open<Examination>(work, inputs);
    if (!('problem' in kept) && isWhole(kept)) {
      requirePlanned(this.digestFiles(shard));
      return 'kept';
    }
    const all = this.count(shard);
    await this.folder.write<Examination>(work, inputs, (writer) =>
      this.withExaminers(all, async (examiners) => {
        const parts: Examination['parts'] = [];
        const looked = new Set<string>();
        const sources: string[] = [];
        const batches = this.batchesOf(shard).map((files) => ({ files, stamps: [] }));
        let done = 0;
        for await (const { part, bytes, articles } of examineParts(examiners, batches, plan.clusters)) {
          const sizes = bytes.map(({ length }) => length);
          const stored = part.facts.map((facts) => storeFacts(facts, writer));
          const packed = writer.add(packPart({ ...part, facts: stored.map(({ head }) => head) }));
          const facts = stored.map(({ pieces }) => pieces);
          parts.push({ packed, facts, rows: writer.add(...bytes), sizes });
          // A piece of a text keeps the whole text in memory; a copy does not.
          for (const path of structuredClone(part.looked)) looked.add(path);
          for (const source of part.sources) sources.push(source);
          done += articles;
          onProgress?.(done, all);
        }
        // What was read is what counts, not what lay there before.
        requirePlanned(this.digestSources(shard, sources));
        return { parts, looked: Array.from(looked, (path) => [path, digestCapture(path)] as const) };
      }),
    );
    return 'done';
  }

  /** The parts of all shards. Throws a UserError that names every one that is missing, torn, or of another run. */
  handedOver(): FormerParts {
    const plan = this.openPlan();
    const pieces = this.folder.openAll<Examination>(this.all('examine'), ({ shard }) => inputsOf(plan, shard ?? 0));
    const shelf = new Shelf();
    // Rows are good until others are read: memory that is new to a process costs time, and is found unused late.
    let memory = Buffer.alloc(0);
    const roomFor = (length: number) => {
      if (memory.length < length) memory = Buffer.allocUnsafeSlow(2 * length);
      return memory;
    };
    return {
      clusters: plan.clusters,
      parts: pieces.flatMap(({ body, read }) =>
        body.parts.map(({ packed, facts, rows, sizes }) => ({
          load: () => {
            const part = deserialize(read(packed)) as Part;
            const stored = part.facts.map((head, i) => new StoredFacts(head, facts[i] as FactPieces, read, shelf));
            return { part: { ...part, facts: stored }, packed: null };
          },
          readRows: () => cutRows(read(rows, roomFor(rows.length)), sizes),
        })),
      ),
      close: () => {
        for (const piece of pieces) piece.close();
      },
    };
  }

  private openPlan(): Plan {
    const [plan] = this.folder.openAll<Plan>([PLAN]);
    plan?.close();
    return (plan as HandedPiece<Plan>).body;
  }

  private all(step: 'links' | 'examine'): Work[] {
    return this.cut.map((_, i) => ({ step, shard: i + 1 }));
  }

  private batchesOf(shard: number): readonly (readonly string[])[] {
    return this.cut[shard - 1] ?? [];
  }

  private filesOf(shard: number): string[] {
    return this.batchesOf(shard).flat();
  }

  /** Digest of what the files of a shard hold, which are read for it. */
  private digestFiles(shard: number): string {
    const read = createSourceReader();
    return this.digestSources(
      shard,
      this.filesOf(shard).map((file) => digestSource(file, read(file, this.raw))),
    );
  }

  /** Digest of what the files of a shard held, and of votes on them that stand elsewhere. */
  private digestSources(shard: number, sources: readonly string[]): string {
    return digestOf([sources, this.filesOf(shard).map((file) => votesOf(file, this.setup.votes) ?? null)]);
  }

  private async doOnce<Body>(work: Work, inputs: string, make: () => Promise<Body>): Promise<Done> {
    const kept = this.folder.open<Body>(work, inputs);
    if (!('problem' in kept)) {
      kept.close();
      return 'kept';
    }
    await this.folder.write(work, inputs, make);
    return 'done';
  }

  private async withExaminers<T>(articles: number, use: (examiners: Examiners) => Promise<T>): Promise<T> {
    const examiners = startExaminers(this.setup, articles, this.jobs, true);
    try {
      return await use(examiners);
    } finally {
      await examiners.close();
    }
  }
}

const PLAN: Work = { step: 'plan', shard: null };

/** Digest of all that an examination depends on: its articles, and which claims say the same. */
function inputsOf({ files, clusters }: Plan, shard: number): string {
  return digestOf([files[shard - 1], [...clusters]]);
}

/** Whether every byte of an examination is there, and the captures are those that it saw. Closes it. */
function isWhole({ body, read, close }: HandedPiece<Examination>): boolean {
  try {
    for (const { packed, facts, rows } of body.parts)
      for (const piece of [packed, ...facts.flatMap((one) => Object.values(one)), rows]) read(piece);
    return body.looked.every(([path, sha256]) => digestCapture(path) === sha256);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  } finally {
    close();
  }
}

function digestCapture(path: string): string | null {
  return measureIfAny(path)?.sha256 ?? null;
}

function cutRows(bytes: Uint8Array<ArrayBuffer>, sizes: readonly number[]): Uint8Array<ArrayBuffer>[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return bytes.subarray(end - size, end);
  });
}

/**
 * JSON, since it is the same on every machine; the digest of the releases stands for them. Votes are digested with the
 * articles that they are on.
 */
function digestSetup({ released, splits, vocabulary, votes: _, ...others }: PartSetup): string {
  const { damaged, ...lists } = vocabulary;
  const { digest, compare } = released;
  return digestOf({ ...others, digest, compare, splits: splits && [...splits], lists, damaged: [...damaged] });
}
