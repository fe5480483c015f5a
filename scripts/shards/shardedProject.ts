// A project cut into shards → its steps: links of a shard, the plan over all, what a shard examines, and all parts.
import type { Clusters } from '../claims/clusters.ts';
import { formBatches } from '../examine/batches.ts';
import { closeLinks, collectLinks } from '../examine/clusters.ts';
import { examineParts, setupOf } from '../examine/examineArticles.ts';
import { type Examiners, startExaminers } from '../examine/examiners.ts';
import { digestSource, type FormerParts, type Link, type PartSetup } from '../examine/part.ts';
import { createSourceReader, sizeOf } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { NO_HISTORY } from '../release/history.ts';
import { type ReleasedRows, releasedRowsOf } from '../release/recordRows.ts';
import type { Edition } from '../schemas/published.ts';
import { votesOf } from '../votes/joinVotes.ts';
import { cutFiles } from './cutShards.ts';
import { digestSetup } from './digestSetup.ts';
import { digestCapture, type Examination, isWhole, openParts, storePart } from './examination.ts';
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
  /** How many groups of files each shard has. */
  batches: readonly number[];
}

/** The groups of files of each shard, and the folder where shards that were cut so hand over. */
interface Cut {
  folder: HandOver;
  batches: readonly (readonly (readonly string[])[])[];
}

/** What became of a step: done now, or found as it was done before. */
export type Done = 'done' | 'kept';

/**
 * The steps of a build that several processes take, wherever they run: `link` of every shard, `plan`, `examine` of
 * every shard; then `handedOver` gives the parts that a build in one process would have examined itself. A step that
 * was done for the same files is not done again.
 */
export class ShardedProject {
  private readonly shards: number;
  private readonly raw: string;
  private readonly setup: Omit<PartSetup, 'released'>;
  /** Only who examines asks for them: reading them takes long. */
  private readonly readReleased: () => ReleasedRows;
  private readonly articleFiles: readonly string[];
  private readonly openFolder: (sizes: string | null) => HandOver;
  private known: Cut | null = null;
  private readonly jobs: number | undefined;

  constructor(project: Project, { work, shards, edition, program, jobs }: ShardingOptions) {
    this.raw = project.raw;
    this.jobs = jobs;
    this.setup = setupOf(project, { edition, rows: 'rendered' });
    this.readReleased = () => releasedRowsOf(project.history);
    this.shards = shards;
    this.articleFiles = project.articleFiles;
    const marks = { program, setup: digestSetup(this.setup, project), list: digestOf(project.articleFiles) };
    this.openFolder = (sizes) => new HandOver(work, shards, { ...marks, sizes }, edition === 'private');
  }

  /** The shards by the sizes of all articles, which are looked at where no plan has been read. */
  private get cut(): Cut {
    this.known ??= this.measure();
    return this.known;
  }

  /** How many articles a shard has. */
  count(shard: number): number {
    return this.filesOf(shard).length;
  }

  /** Looks for the claims of a shard that name others. */
  async link(shard: number): Promise<Done> {
    const work: Work = { step: 'links', shard };
    const { folder } = this.cut;
    const kept = folder.open<readonly Link[]>(work);
    if (!('problem' in kept)) {
      kept.close();
      if (kept.inputs === this.digestFiles(shard)) return 'kept';
    }
    const look = (examiners: Examiners) => collectLinks(examiners, this.batchesOf(shard));
    const { links, sources } = await this.withExaminers(this.count(shard), NO_RELEASES, look);
    await folder.write(work, this.digestSources(shard, sources), () => links);
    return 'done';
  }

  /** Closes the links of all shards. Throws a UserError that names every shard whose links are missing. */
  async plan(): Promise<Done> {
    const { folder, batches } = this.cut;
    const pieces = folder.openAll<readonly Link[]>(this.all('links'));
    for (const piece of pieces) piece.close();
    const files = pieces.map(({ inputs }) => inputs);
    const links = pieces.flatMap(({ body }) => body);
    const close = () => this.withExaminers(0, NO_RELEASES, (examiners) => closeLinks(examiners, batches.flat(), links));
    const counts = batches.map(({ length }) => length);
    return this.doOnce<Plan>(PLAN, digestOf([files, links]), async () => ({
      ...{ clusters: await close(), files, batches: counts },
    }));
  }

  /** Examines the articles of a shard, by the plan. Throws a UserError where they are not those that were planned. */
  async examine(shard: number, onProgress?: (done: number, all: number) => void): Promise<Done> {
    const work: Work = { step: 'examine', shard };
    const folder = this.openFolder(null);
    const plan = this.openPlan(folder);
    this.known ??= { folder, batches: takeBatches(formBatches(this.articleFiles), plan.batches) };
    const requirePlanned = (digest: string) => {
      if (plan.files[shard - 1] === digest) return;
      throw new UserError(
        `Articles of shard ${shard}/${this.shards} have changed since they were planned: run ` +
          `\`${folder.commandOf({ step: 'links', shard })}\` and \`${folder.commandOf(PLAN)}\` again.`,
      );
    };
    const inputs = inputsOf(plan, shard);
    const kept = folder.open<Examination>(work, inputs);
    if (!('problem' in kept) && isWhole(kept)) {
      requirePlanned(this.digestFiles(shard));
      return 'kept';
    }
    const all = this.count(shard);
    await folder.write<Examination>(work, inputs, (writer) =>
      this.withExaminers(all, this.readReleased(), async (examiners) => {
        const parts: Examination['parts'] = [];
        const looked = new Set<string>();
        const sources: string[] = [];
        const batches = this.batchesOf(shard).map((files) => ({ files, stamps: [] }));
        let done = 0;
        for await (const { part, bytes, articles } of examineParts(examiners, batches, plan.clusters)) {
          parts.push(storePart(part, bytes, writer));
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
    const { folder } = this.cut;
    const plan = this.openPlan(folder);
    const pieces = folder.openAll<Examination>(this.all('examine'), ({ shard }) => inputsOf(plan, shard ?? 0));
    return { clusters: plan.clusters, ...openParts(pieces) };
  }

  private measure(): Cut {
    const sized = this.articleFiles.map((file) => [file, sizeOf(file)] as const);
    const folder = this.openFolder(digestOf(sized.map(([, size]) => size)));
    return { folder, batches: cutFiles(sized, this.shards) };
  }

  private openPlan(folder: HandOver): Plan {
    const [plan] = folder.openAll<Plan>([PLAN]);
    plan?.close();
    return (plan as HandedPiece<Plan>).body;
  }

  private all(step: 'links' | 'examine'): Work[] {
    return Array.from({ length: this.shards }, (_, i) => ({ step, shard: i + 1 }));
  }

  private batchesOf(shard: number): readonly (readonly string[])[] {
    return this.cut.batches[shard - 1] ?? [];
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
    const { folder } = this.cut;
    const kept = folder.open<Body>(work, inputs);
    if (!('problem' in kept)) {
      kept.close();
      return 'kept';
    }
    await folder.write(work, inputs, make);
    return 'done';
  }

  private async withExaminers<T>(
    articles: number,
    released: ReleasedRows,
    use: (examiners: Examiners) => Promise<T>,
  ): Promise<T> {
    const examiners = startExaminers({ ...this.setup, released }, articles, this.jobs, true);
    try {
      return await use(examiners);
    } finally {
      await examiners.close();
    }
  }
}

/** Links do not depend on releases. */
const NO_RELEASES = releasedRowsOf(NO_HISTORY);

const PLAN: Work = { step: 'plan', shard: null };

/** Digest of all that an examination depends on: its articles, and which claims say the same. */
function inputsOf({ files, clusters }: Plan, shard: number): string {
  return digestOf([files[shard - 1], [...clusters]]);
}

function takeBatches<T>(batches: readonly T[], counts: readonly number[]): T[][] {
  let end = 0;
  return counts.map((count) => {
    end += count;
    return batches.slice(end - count, end);
  });
}
