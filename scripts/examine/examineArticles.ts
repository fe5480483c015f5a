// A project's article files → what all articles give, part after part: examined now, or kept from the last time.
import { type Clusters, clusterClaims } from '../claims/clusters.ts';
import { UserError } from '../platform/userError.ts';
import { inOrder } from '../platform/workers.ts';
import type { Project } from '../project/openProject.ts';
import type { ReleasedRows } from '../release/recordRows.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';
import type { Edition } from '../schemas/published.ts';
import { listAssigned } from '../splits/ledger.ts';
import { formBatches } from './batches.ts';
import type { BuildCache, Stamped } from './buildCache.ts';
import type { CheckOptions } from './checkOptions.ts';
import { findClusters, haveChanged, listLinkedClaims, listReclustered } from './clusters.ts';
import { type Examiners, startExaminers } from './examiners.ts';
import type { FactKeeper } from './factKeeper.ts';
import {
  type ExaminedPart,
  type FormerPart,
  type FormerParts,
  type Part,
  type PartSetup,
  packPart,
  type Setup,
} from './part.ts';
import { addTo, startTotals, type Totals } from './totals.ts';

/** How often files may change while they are read before the run gives up. */
const ATTEMPTS = 3;

/** The groups of files that parts are made of, with the state of the files where an earlier run kept theirs. */
export function stampBatches({ articleFiles }: Project, cache: BuildCache | null | undefined): readonly Stamped[] {
  if (cache) return cache.stamp(articleFiles);
  return formBatches(articleFiles).map((files) => ({ files, stamps: [] }));
}

/** All that parts depend on besides their files. */
export function toSetup(project: Project, options: Parameters<typeof setupOf>[1], released: ReleasedRows): PartSetup {
  return { ...setupOf(project, options), released };
}

/** The same but for the releases so far. */
export function setupOf(
  { raw, captures, vocabulary, settings, splits, votes }: Project,
  { edition = 'public', rows }: Pick<Setup, 'rows'> & { edition?: Edition | undefined },
): Omit<PartSetup, 'released'> {
  return {
    raw,
    captures,
    vocabulary: { lists: vocabulary.lists, files: vocabulary.files, damaged: vocabulary.damaged },
    settings,
    votes,
    edition,
    splits: splits && listAssigned(splits.ledger),
    rows,
  };
}

/**
 * Examines every article, or takes its part where one is kept or handed over. Throws a UserError where files keep
 * changing while they are read.
 */
export async function examineArticles(
  project: Project,
  options: CheckOptions,
  released: ReleasedRows,
  keeper: FactKeeper,
): Promise<Totals> {
  const { edition, jobs, cache, handedOver, rows } = options;
  const batches = stampBatches(project, cache);
  const kept = handedOver ? null : loadKept(batches, options);
  const former = handedOver ?? kept;
  const missing = batches.filter((_, i) => !former?.parts[i]);
  const articles = missing.reduce((sum, { files }) => sum + files.length, 0);
  const setup = toSetup(project, { edition, rows: rows?.choice ?? 'counted' }, released);
  const examiners = startExaminers(setup, articles, jobs);
  try {
    let clusters = handedOver?.clusters ?? (await findClusters(examiners, kept?.changed ?? [], kept?.known));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      cache?.begin(clusters);
      const parts = examineParts(examiners, batches, clusters, former, cache);
      const totals = await joinParts(parts, project.articleFiles.length, options, keeper);
      const found = clusterClaims(listLinkedClaims(totals.facts));
      if (!haveChanged(clusters, found)) return totals;
      clusters = found;
    }
    throw new UserError(
      `The files in ${project.raw}/articles change while they are read. Try again when nobody writes there.`,
    );
  } finally {
    kept?.close();
    await examiners.close();
  }
}

/** The parts of last time that can be used again, the files of which no part is kept, and the facts of all others. */
type KeptParts = FormerParts & { changed: (readonly string[])[]; known: FactPart[] };

function loadKept(batches: readonly Stamped[], { cache, rows }: CheckOptions): KeptParts {
  const opened = rows && cache?.openRows(rows.layouts);
  const changed: (readonly string[])[] = [];
  const known: FactPart[] = [];
  const parts = batches.map((batch): FormerPart | null => {
    const entry = cache?.find(batch);
    const loaded = entry ? cache?.load(entry) : null;
    if (!entry || !loaded) {
      changed.push(batch.files);
      return null;
    }
    for (const facts of loaded.part.facts) known.push(facts);
    // Rows of last time lie in the dataset that was built then, and may be gone.
    return rows && !opened ? null : { load: () => loaded, readRows: () => opened?.read(entry) ?? [] };
  });
  return { clusters: cache?.clusters ?? new Map(), parts, changed, known, close: () => opened?.close() };
}

/**
 * The parts of some groups of files, in order: those of before, or examined now where there is none or its rows name
 * other claims than those that now say the same.
 */
export async function* examineParts(
  examiners: Examiners,
  batches: readonly Stamped[],
  clusters: Clusters,
  former: FormerParts | null = null,
  cache: BuildCache | null = null,
): AsyncGenerator<ExaminedPart> {
  examiners.setClusters(clusters);
  const reclustered = former ? listReclustered(former.clusters, clusters) : new Set<string>();
  const isStale = (part: Part) =>
    reclustered.size > 0 && part.facts.some(({ ids }) => ids.some((id) => reclustered.has(id)));
  const tasks = batches.map((stamped, i) => ({ stamped, kept: former?.parts[i] ?? null }));
  const run = async ({ stamped, kept }: (typeof tasks)[number]) => {
    const loaded = kept?.load();
    if (kept && loaded && !isStale(loaded.part)) return { stamped, kept, ...loaded };
    const part = (await examiners.run({ kind: 'examine', files: stamped.files })) as Part;
    return { stamped, kept: null, part, packed: cache ? packPart(part) : null };
  };
  for await (const { stamped, kept, part, packed } of inOrder(tasks, 3 * examiners.size, run)) {
    const bytes = kept ? kept.readRows() : part.rows.bytes;
    const sizes = bytes.map(({ length }) => length);
    yield { part, bytes, articles: stamped.files.length };
    if (packed) cache?.keep(stamped, part.looked, sizes, packed);
    if (!kept) examiners.reuse(part);
  }
}

/** What parts give together; their rows go where rows are wanted, and their facts to who keeps them. */
export async function joinParts(
  parts: AsyncIterable<ExaminedPart>,
  all: number,
  { rows, onProgress }: CheckOptions,
  keeper: FactKeeper,
): Promise<Totals> {
  await rows?.begin();
  keeper.begin();
  const totals = startTotals();
  let done = 0;
  for await (const { part, bytes, articles } of parts) {
    await rows?.add({ bytes, rows: part.rows.rows });
    addTo(totals, { ...part, facts: part.facts.map((facts) => keeper.keep(facts)) });
    done += articles;
    onProgress?.(done, all);
  }
  return totals;
}
