// The parts of last time, and the files as they are now → which parts need not be examined again.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Clusters } from '../claims/clusters.ts';
import { Tally } from '../claims/tally.ts';
import type { Dataset } from '../formats/dataset.ts';
import { KeptWriter } from '../platform/keptResults.ts';
import { PieceReader, type Range } from '../platform/pieceReader.ts';
import { type Piece, ResultFile } from '../platform/resultFile.ts';
import { OWN_QUIET_MS, stampFile } from '../platform/stamps.ts';
import type { Project } from '../project/openProject.ts';
import { votesOf } from '../votes/joinVotes.ts';
import type { CastVotes } from '../votes/voteLines.ts';
import { formBatches } from './batches.ts';
import type { Check, Layout } from './check.ts';
import type { Part, PartSetup } from './part.ts';
import { placeParts } from './placeParts.ts';

/**
 * Where results are kept, and the digest of the program that made them: of its sources, the schemas and all that it has
 * installed.
 */
export interface Cache {
  folder: string;
  program: string;
}

/** The files of a part as they are now. */
export interface Stamped {
  files: readonly string[];
  stamps: readonly (string | null)[];
}

/**
 * A part of last time: its files, the captures that were looked for, where its result stands, and the sizes of its
 * rows.
 */
export interface KeptPart extends Stamped {
  looked: readonly (readonly [path: string, stamp: string | null])[];
  piece: Piece;
  /** How many bytes its rows are in each file that parts have rows for; empty where no rows were rendered. */
  sizes: readonly number[];
}

/** What lies in the file of the cache behind the results of parts. */
interface Head {
  program: string;
  /** Digest of all that a part depends on besides its files. */
  setup: string;
  /** Digest of all that the judgement over everything depends on besides the parts. */
  project: string;
  parts: readonly KeptPart[];
  clusters: Clusters;
  check: Check;
  /** What a build wrote, and the stamps of its files; null for other commands. */
  built: { dataset: Dataset; stamps: readonly (string | null)[] } | null;
}

/** The rows of kept parts, which stand in the dataset that they were joined into. */
export interface FormerRows {
  /** Good until the next reading. */
  read(kept: KeptPart): Uint8Array<ArrayBuffer>[];
  close(): void;
}

/** What is kept of one project for one purpose, from run to run. */
export class BuildCache {
  private readonly path: string;
  private readonly digests: Pick<Head, 'program' | 'setup' | 'project'>;
  private readonly votes: CastVotes;
  private readonly out: string | null;
  private readonly file: ResultFile<Head> | null;
  private readonly byFirst: ReadonlyMap<string, KeptPart>;
  private stamped: readonly Stamped[] | null = null;
  private writer: KeptWriter | null = null;
  private parts: KeptPart[] = [];
  private nextClusters: Clusters = new Map();

  /** @param out the folder that a build writes, where rows are wanted too */
  constructor({ folder, program }: Cache, project: Project, setup: Omit<PartSetup, 'released'>, out: string | null) {
    // The digests of ledgers stand for what they hold, which is only read where something has changed.
    const { ledgerDigests } = project;
    const { votes, ...others } = setup;
    const { raw, captures, edition, rows } = setup;
    const name = digest([resolve(raw), captures && resolve(captures), edition, rows, out && resolve(out)]);
    this.path = join(folder, `${name.slice(0, 24)}.bin`);
    this.out = out;
    this.votes = votes;
    this.digests = { program, setup: digest({ ...others, ledgerDigests }), project: digestProject(project) };
    const file = ResultFile.open<Head>(this.path);
    const isUsable = file?.head.program === program && file.head.setup === this.digests.setup;
    this.file = isUsable ? file : null;
    if (!isUsable) file?.close();
    this.byFirst = new Map(this.file?.head.parts.map((part) => [part.files[0] ?? '', part]));
  }

  /** Which claims said the same when the parts were kept. */
  get clusters(): Clusters {
    return this.file?.head.clusters ?? new Map();
  }

  /**
   * The groups of some files with their states, which are looked at once: whatever changes later has another state the
   * next time.
   */
  stamp(files: readonly string[]): readonly Stamped[] {
    this.stamped ??= formBatches(files).map((files) => ({
      files,
      stamps: files.map((file) => this.stampArticle(file)),
    }));
    return this.stamped;
  }

  /** The state of an article: of its file, and of the votes on it that stand elsewhere. */
  private stampArticle(file: string): string | null {
    const stamp = stampFile(file);
    const votes = votesOf(file, this.votes);
    return votes && stamp !== null ? `${stamp} ${digest(votes)}` : stamp;
  }

  /** The kept part of these very files in this very state, or null. */
  find({ files, stamps }: Stamped): KeptPart | null {
    const kept = this.byFirst.get(files[0] ?? '');
    if (!kept || kept.files.length !== files.length) return null;
    const same = files.every((file, i) => file === kept.files[i]) && isSame(stamps, kept.stamps);
    return same && kept.looked.every(([path, stamp]) => stamp !== null && stamp === stampFile(path)) ? kept : null;
  }

  /** A kept part without its rows, and its bytes; null where the file is damaged. */
  load(kept: KeptPart): { part: Part; packed: Uint8Array } | null {
    const packed = this.file?.read(kept.piece);
    if (!packed) return null;
    try {
      return { part: deserialize(packed) as Part, packed };
    } catch {
      return null;
    }
  }

  /** The whole judgement, where all files are as they were and nothing else has changed. */
  loadCheck(batches: readonly Stamped[]): Check | null {
    const head = this.file?.head;
    if (!head || head.project !== this.digests.project || head.parts.length !== batches.length) return null;
    if (!batches.every((batch) => this.find(batch))) return null;
    const tally = new Tally();
    tally.merge(head.check.tally);
    return { ...head.check, tally };
  }

  /** What was built, where it still lies as it was written; null where it does not. */
  loadDataset(): Dataset | null {
    const built = this.file?.head.built;
    return built && isSame(built.stamps, this.stampDataset(built.dataset)) ? built.dataset : null;
  }

  /** The rows of the kept parts, where the dataset that holds them lies untouched; null where it does not. */
  openRows(layouts: readonly Layout[]): FormerRows | null {
    const { out } = this;
    const kept = this.file?.head.parts ?? [];
    if (out === null || !this.loadDataset() || kept.some(({ sizes }) => sizes.length !== layouts.length)) return null;
    const placed = placeParts(
      kept.map(({ sizes }) => sizes),
      layouts,
    );
    const places = new Map<KeptPart, readonly Range[]>(kept.map((part, i) => [part, placed[i] ?? []]));
    const reader = new PieceReader(layouts.map(({ path }) => join(out, path)));
    return { read: (part) => reader.read(places.get(part) ?? []), close: () => reader.close() };
  }

  /** Begins to keep the parts of this run, or begins again. */
  begin(clusters: Clusters): void {
    this.writer?.abandon();
    this.writer = new KeptWriter(this.path);
    this.parts = [];
    this.nextClusters = clusters;
  }

  /** Keeps a part; `looked` and `sizes` are as in {@link KeptPart}, `packed` is the part as bytes. */
  keep({ files, stamps }: Stamped, looked: readonly string[], sizes: readonly number[], packed: Uint8Array): void {
    if (!this.writer) return;
    const stamped = looked.map((path) => [path, stampFile(path)] as const);
    this.parts.push({ files, stamps, looked: stamped, piece: this.writer.add(packed), sizes });
  }

  /**
   * Puts the results of this run in the place of those before. `dataset` is what a build wrote, as it now lies in
   * `out`.
   */
  async finish(check: Check, dataset: Dataset | null = null): Promise<void> {
    const { digests, parts, nextClusters: clusters } = this;
    const built = dataset && { dataset, stamps: await this.stampWritten(dataset) };
    // What is only compared with a release is not worth its size.
    const kept = { ...check, snapshot: null };
    this.writer?.finish({ ...digests, parts, clusters, check: kept, built } satisfies Head);
    this.writer = null;
  }

  /** Ends the use of the cache; what was begun and not finished is forgotten. */
  close(): void {
    this.writer?.abandon();
    this.file?.close();
  }

  /** The stamps of files that were written just now: a moment later they can be told from later changes. */
  private async stampWritten(dataset: Dataset): Promise<(string | null)[]> {
    const stamps = this.stampDataset(dataset);
    if (!stamps.includes(null)) return stamps;
    await sleep(OWN_QUIET_MS);
    return this.stampDataset(dataset);
  }

  private stampDataset({ measured }: Dataset): (string | null)[] {
    return measured.map(({ path }) => stampFile(join(this.out ?? '', path), true));
  }
}

/** Whether all marks are there and are those of before. */
function isSame(stamps: readonly (string | null)[], before: readonly (string | null)[]): boolean {
  return stamps.length === before.length && stamps.every((stamp, i) => stamp !== null && stamp === before[i]);
}

/** Functions are not data: what they read is looked at by its stamp. The digests of ledgers stand for the history. */
function digestProject(project: Project): string {
  const names = (Object.keys(project) as (keyof Project)[]).filter((name) => name !== 'history');
  return digest(names.map((name) => [name, project[name]]).filter(([, value]) => typeof value !== 'function'));
}

function digest(value: unknown): string {
  return createHash('sha256').update(serialize(value)).digest('hex');
}
