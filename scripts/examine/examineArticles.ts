// A project's article files → what all articles give, part after part: examined now, or kept from the last time.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { UserError } from '../platform/userError.ts';
import { inOrder } from '../platform/workers.ts';
import type { Project } from '../project/openProject.ts';
import type { ReleasedRows } from '../release/recordRows.ts';
import type { Edition } from '../schemas/published.ts';
import { listAssigned } from '../splits/ledger.ts';
import { formBatches } from './batches.ts';
import type { BuildCache, KeptPart, Stamped } from './buildCache.ts';
import type { CheckOptions } from './checkOptions.ts';
import { findClusters, haveChanged, listLinkedClaims, listReclustered } from './clusters.ts';
import { type Examiners, startExaminers } from './examiners.ts';
import { type Part, packPart, type Setup } from './part.ts';
import { addTo, startTotals, type Totals } from './totals.ts';

/** How often files may change while they are read before the run gives up. */
const ATTEMPTS = 3;

/** The groups of files that parts are made of, with the state of the files where an earlier run kept theirs. */
export function stampBatches({ articleFiles }: Project, cache: BuildCache | null | undefined): readonly Stamped[] {
  if (cache) return cache.stamp(articleFiles);
  return formBatches(articleFiles).map((files) => ({ files, stamps: [] }));
}

/** All that parts depend on besides their files. */
export function toSetup(
  project: Project,
  { edition = 'public', rows }: Pick<Setup, 'rows'> & { edition?: Edition | undefined },
  released: ReleasedRows,
): Omit<Setup, 'remember'> {
  const { raw, captures, vocabulary, settings, splits } = project;
  return {
    raw,
    captures,
    vocabulary: { lists: vocabulary.lists, files: vocabulary.files, damaged: vocabulary.damaged },
    settings,
    edition,
    splits: splits && listAssigned(splits.ledger),
    released,
    rows,
  };
}

/**
 * Examines every article, or takes its part of last time. Throws a UserError where files keep changing while they are
 * read.
 */
export async function examineArticles(
  project: Project,
  options: CheckOptions,
  released: ReleasedRows,
): Promise<Totals> {
  const { edition, jobs, cache, rows } = options;
  const batches = stampBatches(project, cache);
  const kept = batches.map((batch) => loadKept(batch, cache));
  const changed = batches.filter((_, i) => !kept[i]);
  const articles = changed.reduce((sum, { files }) => sum + files.length, 0);
  const setup = toSetup(project, { edition, rows: rows ? 'rendered' : 'counted' }, released);
  const examiners = startExaminers(setup, articles, jobs);
  try {
    const known = kept.flatMap((entry) => entry?.part.facts ?? []);
    const files = changed.map((batch) => batch.files);
    let clusters = await findClusters(examiners, files, known);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const totals = await addUp(examiners, batches, kept, clusters, options);
      const found = clusterClaims(listLinkedClaims(totals.facts));
      if (!haveChanged(clusters, found)) return totals;
      clusters = found;
    }
    throw new UserError(
      `The files in ${project.raw}/articles change while they are read. Try again when nobody writes there.`,
    );
  } finally {
    await examiners.close();
  }
}

/** A part of last time, as it was kept; its rows lie in the dataset that was built then. */
type Kept = { entry: KeptPart; part: Part; packed: Uint8Array } | null;

function loadKept(stamped: Stamped, cache: BuildCache | null | undefined): Kept {
  const entry = cache?.find(stamped);
  const loaded = entry ? cache?.load(entry) : null;
  return entry && loaded ? { entry, ...loaded } : null;
}

async function addUp(
  examiners: Examiners,
  batches: readonly Stamped[],
  kept: readonly Kept[],
  clusters: Clusters,
  { cache, rows, onProgress }: CheckOptions,
): Promise<Totals> {
  const former = (rows && cache?.openRows(rows.layouts)) ?? null;
  await rows?.begin();
  cache?.begin(clusters);
  examiners.setClusters(clusters);
  const totals = startTotals();
  const all = batches.reduce((files, stamped) => files + stamped.files.length, 0);
  let done = 0;
  // Rows, and what was counted of them, name the other claims of a cluster.
  const reclustered = cache ? listReclustered(cache.clusters, clusters) : new Set<string>();
  const holds = (part: Part) => part.facts.some(({ ids }) => ids.some((id) => reclustered.has(id)));
  const isUsable = (entry: Kept) => entry && (!rows || former) && !(reclustered.size > 0 && holds(entry.part));
  const tasks = batches.map((stamped, i) => ({ stamped, kept: isUsable(kept[i] ?? null) ? kept[i] : null }));
  const run = async ({ stamped, kept }: (typeof tasks)[number]) => {
    if (kept) return { stamped, ...kept };
    const part = (await examiners.run({ kind: 'examine', files: stamped.files })) as Part;
    return { stamped, part, packed: cache ? packPart(part) : null, entry: null };
  };
  try {
    for await (const { stamped, part, packed, entry } of inOrder(tasks, 3 * examiners.size, run)) {
      const bytes = entry ? (former?.read(entry) ?? []) : part.rows.bytes;
      rows?.add({ bytes, rows: part.rows.rows });
      addTo(totals, part);
      const sizes = bytes.map(({ length }) => length);
      if (packed) cache?.keep(stamped, part.looked, sizes, packed);
      if (!entry) examiners.reuse(part);
      done += stamped.files.length;
      onProgress?.(done, all);
    }
  } finally {
    former?.close();
  }
  return totals;
}
