// Project → findings, summary, counts, and its rows as they are wanted.
import type { ArticleRows } from '../claims/renderRows.ts';
import type { Tally } from '../claims/tally.ts';
import type { TableFiles } from '../dataset/writeTables.ts';
import type { Draft, Finding } from '../findings/finding.ts';
import { listDatasetFiles } from '../formats/datasetFiles.ts';
import type { Project } from '../project/openProject.ts';
import { collectReleaseFacts } from '../release/collectReleaseFacts.ts';
import {
  assembleSnapshot,
  type NotedRows,
  type ReleasedRows,
  recordRows,
  releasedRowsOf,
} from '../release/recordRows.ts';
import type { Snapshot } from '../release/snapshot.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { Facts } from '../rules/engine/facts.ts';
import { applySuppressions, judgeDataset, judgeDrafts, judgeRelease, judgeVocabulary } from '../rules/engine/run.ts';
import type { ClaimRow, EntityRow, Report } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Recall } from './buildCache.ts';
import { compareCaptures } from './compareCaptures.ts';
import { examineArticles } from './examineArticles.ts';
import type { Sum } from './totals.ts';

export interface Check {
  findings: Finding[];
  summary: Report['summary'];
  tally: Tally;
  entities: EntityRow[];
  /** The first claim of every verdict that occurs, for prose; without evidence, votes and revisions. */
  examples: ClaimRow[];
  /** Rows of the articles, in the order of their ids; empty unless they were asked for. */
  articles: ArticleRows[];
  /** Lines of records.jsonl for the entities; those of the articles are in the tables' parts. */
  records: string;
  /** The state of today, as it is compared with the newest release; null before the first unless it was asked for. */
  snapshot: Snapshot | null;
}

export interface CheckOptions {
  edition?: Edition;
  /** Threads; by default as many as help. Nothing in the result depends on it. */
  jobs?: number | undefined;
  /** Whether {@link Check.articles} is wanted: for datasets that fit into memory as objects. */
  keepRows?: boolean;
  /** Is given the rows as objects, batch by batch in order, which are not kept then. Begins again where files changed while they were read. */
  rows?: { begin(): Promise<void>; add(rows: readonly ArticleRows[]): void };
  /** Whether {@link Check.snapshot} is wanted also before the first release. */
  compare?: boolean;
  /** Is given the bytes of the rows, batch by batch in order, or told where they stand. Begins again where files changed while they were read. */
  tables?: Pick<TableFiles, 'layout' | 'begin' | 'add' | 'keep' | 'flush'>;
  /** What an earlier run found; is told what this one finds, and finished by the caller. */
  recall?: Recall | null;
  /** Is told how many of the article files have been examined, after each batch. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Judges everything and renders what can be rendered. Reports all that it finds, never only the first. */
export async function checkProject(project: Project, options: CheckOptions = {}): Promise<Check> {
  const released = releasedRowsOf(project.history, options.compare);
  const sum = await examineArticles(project, options, released);
  return judgeWhole(project, sum, released, options.edition);
}

/** What all articles together give, from what each of them gave. */
export function judgeWhole(
  project: Project,
  examined: Sum,
  released: ReleasedRows,
  edition: Edition = 'public',
): Check {
  const { vocabulary } = project;
  const { findings: ofArticles, tally } = examined;
  const facts = new Facts(examined.facts);
  const entities = renderEntities(project, tally, edition);
  tally.addRows('entities', entities);
  const records = recordRows((table) => (table === 'entities' ? entities : []), released, examined.notes);
  const findings = [...judgeDrafts(project.drafts), ...judgeVocabulary(vocabulary), ...ofArticles];
  // What an error keeps out of the tables is missing in their counts: the error is the finding, not also the count.
  const isCounted = findings.every(({ severity }) => severity !== 'error');
  const expectations = isCounted ? project.expectations : null;
  const dataset = { facts, expectations, fill: tally.fill, unread: examined.unread };
  for (const finding of judgeDataset(dataset, { vocabulary, severityOf })) findings.push(finding);
  const snapshot = released.compare ? takeSnapshot(project, examined.notes) : null;
  for (const finding of withoutEchoes(judgeReleases(project, facts, snapshot), findings)) findings.push(finding);
  for (const finding of judgeDrafts(compareCaptures(project, facts.articles))) findings.push(finding);
  const applied = applySuppressions(findings, facts);
  const unused = applied.unused.map(
    ({ file, pointer, code }): Draft => ({
      code: 'D90',
      file,
      pointer: `${pointer}/code`,
      message: `Nothing here is reported as ${code}.`,
      found: code,
      hint: 'take the suppression out',
    }),
  );
  const all = [...applied.findings, ...judgeDrafts(unused)];
  const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length;
  return {
    findings: all,
    summary: {
      articles: project.articleFiles.length,
      claims: examined.claims,
      errors: count('error'),
      warnings: count('warning'),
      quotations: examined.quotations,
    },
    tally,
    entities,
    examples: examined.examples,
    articles: examined.rows,
    records,
    snapshot,
  };
}

function takeSnapshot({ settings, vocabulary, history }: Project, notes: NotedRows): Snapshot {
  const verdicts = vocabulary.lists.verdicts.map(({ id }) => id);
  return assembleSnapshot(history, notes, {
    license: settings.license,
    verdicts,
    files: listDatasetFiles('public', { settings, vocabulary }),
  });
}

function judgeReleases(project: Project, facts: Facts, current: Snapshot | null): Finding[] {
  const { history, settings, citationFile, articleFiles, raw, vocabulary } = project;
  if (history.ledgers.length + history.problems.length === 0) return [];
  const released = collectReleaseFacts(history, current);
  const known = { ...released, facts, articleFiles, settings, citationFile, rawFolder: raw };
  return judgeRelease(known, { vocabulary, severityOf });
}

/**
 * Findings on released claims without those that only echo an error on the same value, or on a claim's id: a slip is no correction, and nobody took out a claim
 * whose id is misspelt. They come when that error has gone and they are still true.
 */
function withoutEchoes(ofReleases: readonly Finding[], others: readonly Finding[]): Finding[] {
  if (ofReleases.length === 0) return [];
  // Rules on evidence doubt the verdict that a claim now has, not that it is one.
  const errors = others.filter(({ severity, code }) => severity === 'error' && !code.startsWith('E'));
  const wrong = new Set(errors.map(({ file, pointer }) => `${file} ${pointer}`));
  const misnamed = new Set(
    errors.filter(({ pointer }) => /^\/claims\/\d+\/id$/.test(pointer ?? '')).map(({ file }) => file),
  );
  return ofReleases.filter(({ file, pointer = '' }) => {
    if (pointer === '/claims') return !misnamed.has(file);
    const claim = /^\/claims\/\d+(?=\/)/.exec(pointer)?.[0];
    return claim === undefined || !(wrong.has(`${file} ${pointer}`) || wrong.has(`${file} ${claim}/id`));
  });
}

function renderEntities({ vocabulary }: Project, tally: Tally, edition: Edition): EntityRow[] {
  return [...vocabulary.entities.values()]
    .sort((a, b) => compareCodePoints(a.id, b.id))
    .map(({ id, name, kind, aliases, wikidata }) => ({
      entity_id: id,
      name,
      kind,
      aliases: aliases ?? [],
      wikidata: wikidata ?? null,
      claims_count: tally.byEntity.get(id) ?? 0,
      ...(edition === 'private' ? { edition: 'private' as const } : {}),
    }));
}
