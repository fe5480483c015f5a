// A project whose articles are kept in memory → its check, again and again, at the cost of what has changed.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { openProject, type Project, type ProjectOptions } from '../project/openProject.ts';
import { type ReleasedRows, releasedRowsOf } from '../release/recordRows.ts';
import { listAssigned } from '../splits/ledger.ts';
import { type Check, judgeWhole } from './checkProject.ts';
import { listMoved, listTied } from './clusters.ts';
import { type Batch, createExaminer } from './examineBatch.ts';
import { addBatch, type Sum, startSum } from './totals.ts';

/** Keeps what each article gave, so that a change of one article costs one article and the rules over the whole dataset. */
export class KeptProject {
  readonly #options: ProjectOptions;
  readonly #batches = new Map<string, Batch>();
  #shared = '';
  #clusters: Clusters = new Map();

  constructor(options: ProjectOptions) {
    this.#options = options;
  }

  /** Judges everything; articles are examined again only where `isTouched` says so, or something that all of them share has changed. */
  check(isTouched: (file: string) => boolean): { project: Project; check: Check } {
    const project = openProject(this.#options);
    const released = releasedRowsOf(project.history);
    if (this.#hasSharedChanged(project, released.digest)) this.#batches.clear();
    const files = new Set(project.articleFiles);
    for (const file of this.#batches.keys()) if (!files.has(file) || isTouched(file)) this.#batches.delete(file);
    this.#examine(project, released);
    let sum = this.#addUp(project);
    const clusters = clusterClaims(listTied(sum.facts));
    const moved = listMoved(this.#clusters, clusters);
    if (moved.size > 0) {
      this.#clusters = clusters;
      this.#drop(moved);
      this.#examine(project, released);
      sum = this.#addUp(project);
    }
    return { project, check: judgeWhole(project, sum, released) };
  }

  #hasSharedChanged({ vocabulary: { lists, files, damaged }, splits }: Project, releases: string): boolean {
    const state = JSON.stringify([lists, files, [...damaged], splits?.text, releases]);
    const changed = state !== this.#shared;
    this.#shared = state;
    return changed;
  }

  #examine({ raw, captures, vocabulary, settings, splits, articleFiles, read }: Project, released: ReleasedRows): void {
    const setup = {
      raw,
      captures,
      vocabulary,
      settings,
      splits: splits && listAssigned(splits.ledger),
      released,
      edition: 'public',
      rows: 'counted',
      remember: false,
    } as const;
    const examiner = createExaminer(setup, read);
    examiner.hear(this.#clusters);
    for (const file of articleFiles) {
      if (this.#batches.has(file)) continue;
      this.#batches.set(file, examiner.run({ kind: 'examine', files: [file] }) as Batch);
    }
  }

  #addUp({ articleFiles }: Project): Sum {
    const sum = startSum();
    for (const file of articleFiles) addBatch(sum, this.#batches.get(file) as Batch);
    return sum;
  }

  /** Rows name the other members of a cluster: articles that are in another cluster now are counted again. */
  #drop(moved: ReadonlySet<string>): void {
    for (const [file, { facts }] of this.#batches)
      if (facts.some(({ ids }) => ids.some((id) => moved.has(id)))) this.#batches.delete(file);
  }
}
