// What an earlier run found, and the files as they are now → what need not be found again.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Clusters } from '../claims/clusters.ts';
import { Tally } from '../claims/tally.ts';
import type { Dataset } from '../dataset/renderDataset.ts';
import type { Layout, Range } from '../dataset/tableFile.ts';
import type { FormerDataset } from '../dataset/writeTables.ts';
import { type Piece, ResultFile, ResultWriter } from '../platform/resultFile.ts';
import { hasBeenWritten, OWN_QUIET_MS, stampFile } from '../platform/stamps.ts';
import type { Project } from '../project/openProject.ts';
import { formBatches } from './batches.ts';
import type { Check } from './checkProject.ts';
import type { Batch, Setup } from './examineBatch.ts';

/** Where results are kept, and the digest of the program that made them: of its sources, the schemas and all that it has installed. */
export interface Cache {
  folder: string;
  program: string;
}

/** Of one batch: its files with their stamps, the captures that were looked for, and where its result stands. */
export interface KeptBatch {
  files: readonly string[];
  stamps: readonly (string | null)[];
  looked: readonly (readonly [path: string, stamp: string | null])[];
  piece: Piece;
  /** How many bytes its rows are in each file of rows; empty where no rows were rendered. */
  sizes: readonly number[];
}

interface Head {
  program: string;
  /** Digest of all that a batch depends on besides its files. */
  setup: string;
  /** Digest of all that the judgement over everything depends on besides the batches. */
  project: string;
  batches: readonly KeptBatch[];
  clusters: Clusters;
  check: Check;
  /** What a build wrote, and the stamps of its files; null for other commands. */
  dataset: { dataset: Dataset; stamps: readonly (string | null)[] } | null;
}

/** The files of a batch as they are now. */
export interface Stamped {
  files: readonly string[];
  stamps: readonly (string | null)[];
}

/** A dataset that lies as it was built, and where the rows of a batch stood in its files; `placeOf` goes by the first file of a batch. */
export interface FormerRows extends FormerDataset {
  placeOf(stamped: Pick<Stamped, 'files'>): readonly Range[] | null;
}

export class Recall {
  private readonly path: string;
  private readonly program: string;
  private readonly setup: string;
  private readonly project: string;
  private readonly out: string | null;
  private readonly file: ResultFile<Head> | null;
  private readonly byFirst: ReadonlyMap<string, KeptBatch>;
  private stamped: readonly Stamped[] | null = null;
  private former: FormerRows | null = null;
  private writer: ResultWriter | null = null;
  private noted: KeptBatch[] = [];
  private noting: Clusters = new Map();

  /** @param out the folder of a dataset whose rows are wanted too. */
  constructor(cache: Cache, project: Project, setup: Omit<Setup, 'remember'>, out: string | null) {
    const { raw, captures, edition, rows } = setup;
    const name = digest([resolve(raw), captures && resolve(captures), edition, rows, out && resolve(out)]);
    this.path = join(cache.folder, `${name.slice(0, 24)}.bin`);
    this.program = cache.program;
    this.setup = digest(setup);
    // Functions are not data; what they read is looked at by its stamp, and ledgers are told apart by their digests.
    const { history, ...others } = project;
    const ledgers = [history.ledgers.map(({ sha256 }) => sha256), history.problems, history.pending];
    this.project = digest([ledgers, Object.entries(others).filter(([, value]) => typeof value !== 'function')]);
    this.out = out;
    const file = ResultFile.open<Head>(this.path);
    const usable = file !== null && file.head.program === this.program && file.head.setup === this.setup;
    this.file = usable ? file : null;
    if (!usable) file?.close();
    this.byFirst = new Map(this.file?.head.batches.map((batch) => [batch.files[0] ?? '', batch]));
  }

  /** Who said the same as whom when the results were kept. */
  get clusters(): Clusters {
    return this.file?.head.clusters ?? new Map();
  }

  /** The batches of some files with their states, which are looked at once: whatever changes later has another state the next time. */
  stamp(files: readonly string[]): readonly Stamped[] {
    this.stamped ??= formBatches(files).map((files) => ({ files, stamps: files.map((file) => stampFile(file)) }));
    return this.stamped;
  }

  /** The kept batch of these very files in this very state, or null. */
  find({ files, stamps }: Stamped): KeptBatch | null {
    const kept = this.byFirst.get(files[0] ?? '');
    if (!kept || kept.files.length !== files.length) return null;
    const same = files.every((file, i) => file === kept.files[i]) && isSame(stamps, kept.stamps);
    return same && kept.looked.every(([path, stamp]) => stamp !== null && stamp === stampFile(path)) ? kept : null;
  }

  /** The result of a kept batch, and its bytes; null where the file is damaged. */
  load(kept: KeptBatch): { batch: Batch; bytes: Uint8Array } | null {
    const bytes = this.file?.read(kept.piece);
    if (!bytes) return null;
    try {
      return { batch: deserialize(bytes) as Batch, bytes };
    } catch {
      return null;
    }
  }

  /** The whole judgement, where all files are as they were and nothing else has changed. */
  recallCheck(batches: readonly Stamped[]): Check | null {
    const head = this.file?.head;
    if (!head || head.project !== this.project || head.batches.length !== batches.length) return null;
    if (!batches.every((batch) => this.find(batch))) return null;
    const tally = new Tally();
    tally.merge(head.check.tally);
    return { ...head.check, tally };
  }

  /** What was built, where it still lies as it was written; null where it does not. */
  recallDataset(): Dataset | null {
    const kept = this.file?.head.dataset;
    if (!kept) return null;
    return isSame(kept.stamps, this.stampDataset(kept.dataset)) ? kept.dataset : null;
  }

  /** Names of the files that are not in the dataset that {@link recallRows} gave; null where it gave none. */
  listChanged({ measured }: Dataset): string[] | null {
    const { former } = this;
    return (
      former &&
      measured.filter(({ path, sha256 }) => former.measures.get(path)?.sha256 !== sha256).map(({ path }) => path)
    );
  }

  private async stampWritten(dataset: Dataset): Promise<(string | null)[]> {
    let stamps = this.stampDataset(dataset);
    if (stamps.includes(null)) {
      await sleep(OWN_QUIET_MS);
      stamps = this.stampDataset(dataset);
    }
    // A file that is the former one under a new name must not have been written to while it got it.
    const { dataset: former, stamps: before } = this.file?.head.dataset ?? { dataset: null, stamps: [] };
    const stampOf = new Map(former?.measured.map(({ path }, i) => [path, before[i] ?? null]));
    return stamps.map((stamp, i) =>
      hasBeenWritten(stampOf.get(dataset.measured[i]?.path ?? ''), stamp) ? null : stamp,
    );
  }

  private stampDataset({ measured }: Dataset): (string | null)[] {
    return measured.map(({ path }) => stampFile(join(this.out ?? '', path), true));
  }

  /** The dataset that was built then, where it lies untouched, and where the rows of every batch stand in it; null where it does not. */
  recallRows(layout: readonly Layout[]): FormerRows | null {
    const dataset = this.recallDataset();
    const batches = this.file?.head.batches ?? [];
    if (!dataset || this.out === null || batches.some(({ sizes }) => sizes.length !== layout.length)) return null;
    const measures = new Map(dataset.measured.map(({ path, bytes, sha256 }) => [path, { bytes, sha256 }]));
    const places = findPlaces(batches, layout);
    this.former = {
      folder: this.out,
      measures,
      placeOf: ({ files }) => {
        const kept = this.byFirst.get(files[0] ?? '');
        return (kept && places.get(kept)) ?? null;
      },
    };
    return this.former;
  }

  /** Begins to keep the results of this run, or begins again. */
  begin(clusters: Clusters): void {
    this.writer?.abandon();
    this.writer = new ResultWriter(this.path);
    this.noted = [];
    this.noting = clusters;
  }

  /** Keeps a batch and its serialised result; `looked` and `sizes` are as in {@link KeptBatch}. */
  note({ files, stamps }: Stamped, looked: readonly string[], sizes: readonly number[], bytes: Uint8Array): void {
    if (!this.writer) return;
    const stamped = looked.map((path) => [path, stampFile(path)] as const);
    this.noted.push({ files, stamps, looked: stamped, piece: this.writer.add(bytes), sizes });
  }

  /** Puts the results of this run in the place of those before. `dataset` is what a build wrote, as it now lies in `out`. */
  async finish(check: Check, dataset: Dataset | null = null): Promise<void> {
    const { program, setup, project, noted: batches, noting: clusters } = this;
    const built = dataset && { dataset, stamps: await this.stampWritten(dataset) };
    // What is only compared with a release is not worth its size.
    const kept = { ...check, snapshot: null, articles: [] };
    this.writer?.finish({ program, setup, project, batches, clusters, check: kept, dataset: built } satisfies Head);
    this.writer = null;
  }

  /** Ends the recalling; what was begun and not finished is forgotten. */
  close(): void {
    this.writer?.abandon();
    this.file?.close();
  }
}

/** Where the parts of every batch stand in the files. */
function findPlaces(batches: readonly KeptBatch[], layout: readonly Layout[]): ReadonlyMap<KeptBatch, Range[]> {
  const ends = layout.map(({ opening }) => Buffer.byteLength(opening));
  const begun = layout.map(() => false);
  const place = ({ separator }: Layout, i: number, size: number): Range => {
    const end = ends[i] as number;
    if (size === 0) return [end, end];
    const start = begun[i] ? end + Buffer.byteLength(separator) : end;
    ends[i] = start + size;
    begun[i] = true;
    return [start, start + size];
  };
  return new Map(batches.map((batch) => [batch, layout.map((file, i) => place(file, i, batch.sizes[i] ?? 0))]));
}

/** Whether all marks are there and are those of before. */
function isSame(stamps: readonly (string | null)[], before: readonly (string | null)[]): boolean {
  return stamps.length === before.length && stamps.every((stamp, i) => stamp !== null && stamp === before[i]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(serialize(value)).digest('hex');
}
