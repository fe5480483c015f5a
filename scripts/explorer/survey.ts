// The claims, read once → all that has to be known before the first of them is shown.
import type { ClaimRow } from '../schemas/generated/types.ts';
import { type ChangeList, listChanges } from './changes.ts';
import type { ArticleTable } from './data/articleTable.ts';
import { type CoreCollector, collectCore } from './data/collectCore.ts';
import { storeArticles } from './data/storedArticles.ts';
import type { ExplorerDataset } from './dataset.ts';
import { followMadeFiles } from './madeFiles.ts';
import type { PageFile, PageMeta } from './pageMeta.ts';
import { words } from './parts/wording.ts';
import { collectCounts, type DatasetCounts, GRID_ARTICLES } from './pictures/collectCounts.ts';
import { nameOrigins } from './pictures/originName.ts';
import { collectIndex } from './search/collectIndex.ts';
import { groupSpellings } from './search/nameVariants.ts';
import type { IndexPieces } from './search/postingLog.ts';

export interface Survey {
  readonly meta: PageMeta;
  readonly articles: ArticleTable;
  readonly core: Pick<CoreCollector, 'write'>;
  readonly counts: DatasetCounts;
  readonly index: IndexPieces;
  /** For each of the first verdicts of the scale the first claim that has it. */
  readonly examples: readonly ClaimRow[];
}

/**
 * Bytes of files that the page carries at most: what `claims` does not give back and is longer lies beside the page.
 */
const CARRIED = 5_000_000;
const EXAMPLES = 3;
/** Claims of which files are written at a time, to be digested: longer texts wait long to be collected. */
const BATCH = 20;

/** @throws Error when a claim's article differs from that of the articles table. */
export function surveyDataset(dataset: ExplorerDataset): Survey {
  const { edition, extra, citation, entities, verdicts, topics, manifest } = dataset;
  const articles = storeArticles(dataset.articles, dataset.scratch);
  const spellings = groupSpellings(entities, dataset.spellings);
  const label = (list: readonly { id: string; label: string }[]) => {
    const labels = new Map(list.map((one) => [one.id, one.label]));
    return (id: string): string => labels.get(id) ?? words(id);
  };
  const labels = { verdict: label(verdicts), topic: label(topics) };
  const index = collectIndex(entities, articles, spellings, labels, dataset.scratch);
  const core = collectCore();
  const counts = collectCounts(chooseArticles(dataset.manifest, articles));
  const made = followMadeFiles(dataset, articles);
  const examples = new Map<string, ClaimRow>();
  const checked = new Set<string>();
  let batch: ClaimRow[] = [];
  for (const claim of dataset.claims()) {
    checkArticle(claim, articles, checked);
    index.add(claim);
    core.add(claim);
    counts.add(claim);
    if (claim.verdict !== null && !examples.has(claim.verdict)) examples.set(claim.verdict, claim);
    if (batch.push(claim) === BATCH) {
      made.add(batch);
      batch = [];
    }
  }
  made.add(batch);
  const finished = counts.finish();
  const { head, pieces } = index.finish();
  const changes: ChangeList = listChanges(dataset.changes());
  return {
    articles,
    core,
    counts: finished,
    index: pieces,
    examples: verdicts.flatMap(({ id }) => examples.get(id) ?? []).slice(0, EXAMPLES),
    meta: {
      edition,
      extra,
      citation,
      verdicts: verdicts.map(({ id, label: name, definition }) => ({ id, label: name, definition })),
      topics: topics.map(({ id, label: name }) => ({ id, label: name })),
      distortions: dataset.distortions ?? [],
      licences: Object.fromEntries((dataset.licences ?? []).flatMap(({ id, name }) => (name ? [[id, name]] : []))),
      spellings,
      withdrawn: dataset.withdrawn,
      files: placeFiles(manifest.files, made.finish()),
      index: head,
      origins: nameOrigins(finished, entities),
      documents: dataset.documents.map(({ id, title }) => ({ id, title })),
      changes,
    },
  };
}

/** Those with the most claims, where there are too many for the grid. */
function chooseArticles(manifest: ExplorerDataset['manifest'], articles: ArticleTable): Set<string> {
  const counts = manifest.counts.claims_by_article;
  const count = (id: string): number => counts[id] ?? 0;
  const ids = [...articles.keys()];
  return new Set(
    [...ids]
      .sort((one, other) => count(other) - count(one))
      .slice(0, GRID_ARTICLES)
      .sort((one, other) => ids.indexOf(one) - ids.indexOf(other)),
  );
}

function checkArticle(claim: ClaimRow, articles: ArticleTable, checked: Set<string>): void {
  if (checked.has(claim.article_id)) return;
  checked.add(claim.article_id);
  if (JSON.stringify(articles.get(claim.article_id)) !== JSON.stringify(claim.article))
    throw new Error(`Claim ${claim.claim_id} and the table of articles differ about article ${claim.article_id}.`);
}

function placeFiles(files: readonly { path: string; bytes: number }[], made: ReadonlySet<string>): PageFile[] {
  const carried = new Set<string>();
  let room = CARRIED;
  for (const { path, bytes } of files
    .filter((file) => !made.has(file.path))
    .sort((one, other) => one.bytes - other.bytes)) {
    if (bytes > room) break;
    room -= bytes;
    carried.add(path);
  }
  return files.map(({ path }) => ({ path, how: made.has(path) ? 'made' : carried.has(path) ? 'carried' : 'beside' }));
}
