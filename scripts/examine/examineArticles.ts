// Batches of a project's article files → what all articles give, by a crew or from memory.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { UserError } from '../platform/userError.ts';
import { inOrder } from '../platform/workers.ts';
import type { Project } from '../project/openProject.ts';
import type { ReleasedRows } from '../release/recordRows.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';
import type { Edition } from '../schemas/published.ts';
import { formBatches } from './batches.ts';
import type { FormerRows, KeptBatch, Recall, Stamped } from './buildCache.ts';
import type { CheckOptions } from './checkProject.ts';
import { findClusters, haveChanged, listMoved, listTied } from './clusters.ts';
import { type Batch, packBatch, type Setup } from './examineBatch.ts';
import { type Crew, hireCrew } from './examiners.ts';
import { addBatch, type Sum, startSum } from './totals.ts';

/** So often files may change while they are read before it is said that this cannot go well. */
const PATIENCE = 3;

/** The batches of a project, with the state of their files where somebody remembers another. */
export function stampBatches({ articleFiles }: Project, recall: Recall | null | undefined): readonly Stamped[] {
  if (recall) return recall.stamp(articleFiles);
  return formBatches(articleFiles).map((files) => ({ files, stamps: [] }));
}

/** All that examining articles depends on besides their files. */
export function toSetup(
  project: Project,
  { edition = 'public', rows }: Pick<Setup, 'rows'> & { edition?: Edition | undefined },
  released: ReleasedRows,
): Omit<Setup, 'remember'> {
  const { raw, captures, vocabulary, settings } = project;
  return {
    raw,
    captures,
    vocabulary: { lists: vocabulary.lists, files: vocabulary.files, damaged: vocabulary.damaged },
    settings,
    edition,
    released,
    rows,
  };
}

/** Examines every article, or recalls what is known of it. Throws a UserError where files change faster than they can be read. */
export async function examineArticles(project: Project, options: CheckOptions, released: ReleasedRows): Promise<Sum> {
  const { edition, jobs, keepRows, recall, tables } = options;
  const batches = stampBatches(project, recall);
  const known = batches.map((batch) => recallBatch(batch, recall));
  const unknown = batches.filter((_, i) => !known[i]);
  const articles = unknown.reduce((sum, { files }) => sum + files.length, 0);
  const rows = keepRows || options.rows ? 'objects' : tables ? 'rendered' : 'counted';
  const crew = hireCrew(toSetup(project, { edition, rows }, released), articles, jobs);
  try {
    const recalled = known.flatMap((entry) => entry?.batch.facts ?? []);
    let clusters = await findClusters(
      crew,
      unknown.map(({ files }) => files),
      recalled,
    );
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      const former = (tables && recall?.recallRows(tables.layout)) ?? null;
      await tables?.begin(former);
      await options.rows?.begin();
      recall?.begin(clusters);
      crew.share(clusters);
      const sum = await addUp(crew, batches, former, known, clusters, options);
      const found = clusterClaims(listTied(sum.facts));
      if (!haveChanged(clusters, found)) return sum;
      clusters = found;
    }
    throw new UserError(
      `The files in ${project.raw}/articles change while they are read. Try again when nobody writes there.`,
    );
  } finally {
    await crew.close();
  }
}

type Known = { kept: KeptBatch; batch: Batch; bytes: Uint8Array } | null;

function recallBatch(stamped: Stamped, recall: Recall | null | undefined): Known {
  const kept = recall?.find(stamped);
  const loaded = kept ? recall?.load(kept) : null;
  return kept && loaded ? { kept, ...loaded } : null;
}

async function addUp(
  crew: Crew,
  batches: readonly Stamped[],
  former: FormerRows | null,
  known: readonly Known[],
  clusters: Clusters,
  { recall, tables, rows, onProgress }: CheckOptions,
): Promise<Sum> {
  const sum = startSum();
  const all = batches.reduce((files, stamped) => files + stamped.files.length, 0);
  let done = 0;
  // Rows, and what was counted of them, say who else says the same.
  const moved = recall ? listMoved(recall.clusters, clusters) : new Set();
  const hasMoved = ({ ids }: FactPart) => ids.some((id) => moved.has(id));
  const tasks = batches.map((stamped, i) => {
    const entry = known[i] ?? null;
    return { stamped, entry: entry && moved.size > 0 && entry.batch.facts.some(hasMoved) ? null : entry };
  });
  const run = async ({ stamped, entry }: (typeof tasks)[number]) => {
    const place = former?.placeOf(stamped) ?? null;
    if (entry && (!tables || place)) return { stamped, place, ...entry, known: true };
    const batch = (await crew.run({ kind: 'examine', files: stamped.files })) as Batch;
    return { stamped, place, batch, bytes: recall ? packBatch(batch) : null, known: false };
  };
  for await (const { stamped, place, batch, bytes, known } of inOrder(tasks, 3 * crew.size, run)) {
    rows?.add(batch.rows.splice(0));
    addBatch(sum, batch);
    const sizes = (known && place ? tables?.keep(place, batch.parts.rows) : tables?.add(batch.parts, place)) ?? [];
    if (!known) crew.reuse(batch);
    if (bytes) recall?.note(stamped, batch.looked, sizes, bytes);
    done += stamped.files.length;
    onProgress?.(done, all);
  }
  tables?.flush();
  return sum;
}
