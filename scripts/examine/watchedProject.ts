// A project whose articles are kept in memory → its check, again and again, at the cost of what has changed.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { openProject, type Project, type ProjectOptions } from '../project/openProject.ts';
import { type ReleasedRows, releasedRowsOf } from '../release/recordRows.ts';
import { listAssigned } from '../splits/ledger.ts';
import { votesOf } from '../votes/joinVotes.ts';
import { type CastVotes, NO_VOTES } from '../votes/voteLines.ts';
import type { Check } from './check.ts';
import { judgeWhole } from './checkProject.ts';
import { listLinkedClaims, listReclustered } from './clusters.ts';
import { createExaminer } from './examinePart.ts';
import type { Part, Setup } from './part.ts';
import { addTo, startTotals, type Totals } from './totals.ts';

/** So many articles are added up together: about as many sums as each holds, where there are thousands of articles. */
const TOGETHER = 64;

interface Sum {
  parts: readonly Part[];
  totals: Totals;
}

/**
 * Keeps what each article gave, so that a change of one article costs one article and the rules over the whole dataset.
 */
export class WatchedProject {
  readonly #options: ProjectOptions;
  readonly #rows: Setup['rows'];
  readonly #parts = new Map<string, Part>();
  #sums: readonly Sum[] = [];
  #votes: CastVotes = NO_VOTES;
  #shared = '';
  #clusters: Clusters = new Map();

  /** @param rows whether the parts hold the bytes of their rows, to be joined to a dataset */
  constructor(options: ProjectOptions, rows: Setup['rows'] = 'counted') {
    this.#options = options;
    this.#rows = rows;
  }

  /** What each article gave at the last check, by its file. */
  get parts(): ReadonlyMap<string, Part> {
    return this.#parts;
  }

  /**
   * Judges everything; articles are examined again only where `isTouched` says so, or something that all of them share
   * has changed.
   */
  check(isTouched: (file: string) => boolean): { project: Project; check: Check } {
    const project = openProject(this.#options);
    const released = releasedRowsOf(project.history);
    if (this.#hasSharedChanged(project, released.digest)) this.#parts.clear();
    const files = new Set(project.articleFiles);
    const isVoted = (file: string) =>
      JSON.stringify(votesOf(file, this.#votes)) !== JSON.stringify(votesOf(file, project.votes));
    for (const file of this.#parts.keys())
      if (!files.has(file) || isTouched(file) || isVoted(file)) this.#parts.delete(file);
    this.#votes = project.votes;
    this.#examine(project, released);
    let totals = this.#addUp(project);
    const clusters = clusterClaims(listLinkedClaims(totals.facts));
    const reclustered = listReclustered(this.#clusters, clusters);
    if (reclustered.size > 0) {
      this.#clusters = clusters;
      this.#drop(reclustered);
      this.#examine(project, released);
      totals = this.#addUp(project);
    }
    return { project, check: judgeWhole(project, totals, released) };
  }

  #hasSharedChanged({ vocabulary: { lists, files, damaged }, splits }: Project, releases: string): boolean {
    const state = JSON.stringify([lists, files, [...damaged], splits?.text, releases]);
    const changed = state !== this.#shared;
    this.#shared = state;
    return changed;
  }

  #examine(project: Project, released: ReleasedRows): void {
    const { raw, captures, vocabulary, settings, splits, votes, articleFiles, read } = project;
    const setup = {
      raw,
      captures,
      vocabulary,
      settings,
      votes,
      splits: splits && listAssigned(splits.ledger),
      released,
      edition: 'public',
      rows: this.#rows,
      remember: false,
      witness: false,
    } as const;
    const examiner = createExaminer(setup, read);
    examiner.setClusters(this.#clusters);
    for (const file of articleFiles) {
      if (this.#parts.has(file)) continue;
      this.#parts.set(file, examiner.run({ kind: 'examine', files: [file] }) as Part);
    }
  }

  /** Sums of some parts each are kept, since one change leaves most of them as they are. */
  #addUp({ articleFiles }: Project): Totals {
    const totals = startTotals();
    const sums: Sum[] = [];
    for (let at = 0; at < articleFiles.length; at += TOGETHER) {
      const parts = articleFiles.slice(at, at + TOGETHER).map((file) => this.#parts.get(file) as Part);
      const kept = this.#sums[sums.length];
      const isSame = kept?.parts.length === parts.length && parts.every((part, i) => part === kept.parts[i]);
      const sum = isSame ? kept : { parts, totals: sumUp(parts) };
      sums.push(sum);
      addTo(totals, sum.totals);
    }
    this.#sums = sums;
    return totals;
  }

  /** Rows name the other members of a cluster: articles that are in another cluster now are counted again. */
  #drop(reclustered: ReadonlySet<string>): void {
    for (const [file, { facts }] of this.#parts)
      if (facts.some(({ ids }) => ids.some((id) => reclustered.has(id)))) this.#parts.delete(file);
  }
}

function sumUp(parts: readonly Part[]): Totals {
  const totals = startTotals();
  for (const part of parts) addTo(totals, part);
  return totals;
}
