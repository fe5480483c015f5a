// A project whose articles are kept in memory → its check, again and again, at the cost of what has changed.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import type { Finding } from '../findings/finding.ts';
import { openProject, type Project, type ProjectOptions } from '../project/openProject.ts';
import { type ReleasedRows, releasedRowsOf } from '../release/recordRows.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';
import { votesOf } from '../votes/joinVotes.ts';
import type { CastVotes } from '../votes/voteLines.ts';
import type { Cache } from './buildCache.ts';
import type { Check } from './check.ts';
import { judgeAlone, judgeWhole } from './checkProject.ts';
import { listLinkedClaims, listReclustered } from './clusters.ts';
import { stampBatches, toSetup } from './examineArticles.ts';
import { createExaminer, type Examiner } from './examinePart.ts';
import { FormerGroups } from './formerGroups.ts';
import { openCache } from './openCache.ts';
import { copyResult, type Part, type Setup } from './part.ts';
import { WatchedUnits } from './watchedUnits.ts';

/** What has been begun after a change, and can be done bit by bit. It ends when the next one begins. */
export interface Round {
  project: Project;
  /** How many articles are still to be examined. */
  readonly missing: number;
  /** Examines articles until none is missing, or `isTime` says after one or a few that it is enough for now. */
  advance(isTime: () => boolean): void;
  /** Examines an article at once; gives what is wrong with it as far as that needs nothing but the article. */
  judgeAlone(file: string): Finding[];
  /** Judges everything; examines first what is still missing. */
  judge(): Check;
}

/**
 * Keeps what each article gave, so that a change of one article costs one article and the rules over the whole dataset.
 */
export class WatchedProject {
  readonly #options: ProjectOptions;
  readonly #cache: Cache | undefined;
  readonly #rows: Setup['rows'];
  readonly #units = new WatchedUnits();
  #votes: CastVotes | null = null;
  #shared = '';
  #clusters: Clusters = new Map();
  #former: FormerGroups | null = null;

  /**
   * @param cache where results of earlier runs are looked for; nothing is written there
   * @param rows whether the parts hold the bytes of their rows, to be joined to a dataset
   */
  constructor(
    options: ProjectOptions,
    { cache, rows = 'counted' }: { cache?: Cache | undefined; rows?: Setup['rows'] } = {},
  ) {
    this.#options = options;
    this.#cache = cache;
    this.#rows = rows;
  }

  /** What the articles gave that have been examined, in the order of the dataset. */
  get parts(): readonly Part[] {
    return this.#units.listParts();
  }

  /** Facts of the articles that have been examined. */
  get facts(): FactPart[] {
    return this.parts.flatMap(({ facts }) => facts);
  }

  /** Judges everything; see {@link begin}. */
  check(isTouched: (path: string) => boolean): { project: Project; check: Check } {
    const round = this.begin(isTouched);
    return { project: round.project, check: round.judge() };
  }

  /**
   * Reads what all articles share, and finds out which articles are to be examined: those that `isTouched` says it of,
   * or of a capture that they were compared with, and all where something has changed that all of them depend on.
   */
  begin(isTouched: (path: string) => boolean): Round {
    const project = openProject(this.#options);
    const released = releasedRowsOf(project.history);
    const isFirst = this.#votes === null;
    const before = this.#votes ?? project.votes;
    this.#votes = project.votes;
    this.#units.arrange(project.articleFiles);
    const isVoted = (file: string) =>
      before !== project.votes &&
      JSON.stringify(votesOf(file, before)) !== JSON.stringify(votesOf(file, project.votes));
    const changed = project.articleFiles.filter((file) => isTouched(file) || isVoted(file));
    if (this.#hasSharedChanged(project, released.digest) || changed.length === project.articleFiles.length) {
      this.#units.clear();
      this.#close();
    } else for (const file of changed) this.#units.part(file);
    for (const { looked, facts } of this.#units.listParts())
      if (looked.some(isTouched))
        for (const { articles } of facts) for (const { file } of articles) this.#units.forget(file);
    if (isFirst && this.#rows === 'counted') this.#openFormer(project);
    return this.#start(project, released);
  }

  #start(project: Project, released: ReleasedRows): Round {
    const units = this.#units;
    const examiner = createExaminer(
      { ...toSetup(project, { rows: this.#rows }, released), remember: false, witness: false },
      project.read,
    );
    examiner.setClusters(this.#clusters);
    let missing = units.listMissing().reverse();
    const advance = (isTime: () => boolean) => {
      for (let files = missing.pop(); files; files = missing.pop()) {
        units.set(files, this.#examine(examiner, files));
        if (isTime()) break;
      }
      if (missing.length === 0) this.#close();
    };
    return {
      project,
      get missing() {
        return missing.reduce((sum, { length }) => sum + length, 0);
      },
      advance,
      judgeAlone: (file) => {
        if (!project.articleFiles.includes(file)) return [];
        if (!units.get(file)) {
          units.part(file);
          units.set([file], this.#examine(examiner, [file]));
          missing = units.listMissing().reverse();
        }
        return judgeAlone(project, units.get(file) as Part).filter((finding) => finding.file === file);
      },
      judge: () => {
        advance(() => false);
        let totals = units.addUp();
        const clusters = clusterClaims(listLinkedClaims(totals.facts));
        const reclustered = listReclustered(this.#clusters, clusters);
        if (reclustered.size > 0) {
          this.#clusters = clusters;
          examiner.setClusters(clusters);
          this.#drop(reclustered);
          missing = units.listMissing();
          advance(() => false);
          totals = units.addUp();
        }
        return judgeWhole(project, totals, released);
      },
    };
  }

  /** A piece of a text keeps the whole text in memory; a copy of what was found does not. */
  #examine(examiner: Examiner, files: readonly string[]): Part {
    return this.#former?.take(files) ?? (copyResult(examiner.run({ kind: 'examine', files })) as Part);
  }

  /** Only what parts depend on: where rows are not rendered, of the settings the extra fields. */
  #hasSharedChanged({ vocabulary: { lists, files, damaged }, settings, splits }: Project, releases: string): boolean {
    const ofSettings = this.#rows === 'counted' ? settings.extra : settings;
    const state = JSON.stringify([lists, files, [...damaged], ofSettings, splits?.text, releases]);
    const changed = this.#shared !== '' && state !== this.#shared;
    this.#shared = state;
    return changed;
  }

  #openFormer(project: Project): void {
    const cache = openCache(this.#cache, project);
    if (!cache) return;
    this.#former = new FormerGroups(cache, stampBatches(project, cache));
    this.#clusters = cache.clusters;
  }

  #close(): void {
    this.#former?.close();
    this.#former = null;
  }

  /** Rows name the other members of a cluster: articles that are in another cluster now are counted again. */
  #drop(reclustered: ReadonlySet<string>): void {
    for (const { facts } of this.#units.listParts())
      if (facts.some(({ ids }) => ids.some((id) => reclustered.has(id))))
        for (const { articles } of facts) for (const { file } of articles) this.#units.forget(file);
  }
}
