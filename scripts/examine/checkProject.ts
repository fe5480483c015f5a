// Project → findings, summary, counts, and its rows as they are wanted.
import type { Tally } from '../claims/tally.ts';
import type { Draft, Finding } from '../findings/finding.ts';
import { listDatasetFiles } from '../formats/datasetFiles.ts';
import { describeInputs } from '../project/describeInputs.ts';
import type { Project } from '../project/openProject.ts';
import { collectReleaseFacts } from '../release/collectReleaseFacts.ts';
import { assembleSnapshot } from '../release/notedSnapshot.ts';
import { type ReleasedRows, recordRows, releasedRowsOf } from '../release/recordRows.ts';
import type { Snapshot } from '../release/snapshot.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { Facts } from '../rules/engine/facts.ts';
import { gatherUnknown } from '../rules/engine/gatherUnknown.ts';
import { applySuppressions, judgeDataset, judgeDrafts, judgeRelease, judgeVocabulary } from '../rules/engine/run.ts';
import { applySeverities } from '../rules/engine/severities.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Check } from './check.ts';
import type { CheckOptions } from './checkOptions.ts';
import { compareCaptures } from './compareCaptures.ts';
import { examineArticles } from './examineArticles.ts';
import { FactKeeper } from './factKeeper.ts';
import type { Totals } from './totals.ts';

/** Judges everything and renders what can be rendered. Reports all that it finds, never only the first. */
export async function checkProject(project: Project, options: CheckOptions = {}): Promise<Check> {
  const released = releasedRowsOf(project.history, options.compare);
  const keeper = new FactKeeper();
  try {
    const totals = await examineArticles(project, options, released, keeper);
    return judgeWhole(project, totals, released, options.edition);
  } finally {
    // Facts on the disk are read as rules ask for them.
    keeper.close();
    options.handedOver?.close();
  }
}

/**
 * What is wrong with some articles, as far as that needs none of the others: which exceptions are needless is not among
 * it.
 */
export function judgeAlone(project: Project, examined: Totals): Finding[] {
  const findings = gatherUnknown(examined.findings, project.vocabulary);
  const applied = applySuppressions(findings, new Facts(examined.facts), project.vocabulary);
  return applySeverities(applied.findings, project.severities);
}

/** What all articles together give, from what each of them gave. */
export function judgeWhole(
  project: Project,
  examined: Totals,
  released: ReleasedRows,
  edition: Edition = 'public',
): Check {
  const { vocabulary } = project;
  const { extra } = project.settings;
  const { findings: ofArticles, tally } = examined;
  const facts = new Facts(examined.facts);
  const entities = renderEntities(project, tally, edition);
  tally.addRows('entities', entities);
  const records = recordRows((table) => (table === 'entities' ? entities : []), released, extra, examined.notes);
  const findings = [
    ...judgeDrafts(project.drafts),
    ...judgeVocabulary(vocabulary),
    ...gatherUnknown(ofArticles, vocabulary),
  ];
  // What an error keeps out of the tables is missing in their counts: the error is the finding, not also the count.
  const isCounted = findings.every(({ severity }) => severity !== 'error');
  const expectations = isCounted ? project.expectations : null;
  const { splits } = project;
  const dataset = { facts, expectations, fill: tally.fill, splits, votes: project.votes, unread: examined.unread };
  for (const finding of judgeDataset(dataset, { vocabulary, severityOf, extra })) findings.push(finding);
  const snapshot = released.compare
    ? assembleSnapshot(project.history, extra, examined.notes, describeState(project))
    : null;
  for (const finding of withoutEchoes(judgeReleases(project, facts, snapshot), findings)) findings.push(finding);
  for (const finding of judgeDrafts(compareCaptures(project, facts.articles))) findings.push(finding);
  const applied = applySuppressions(findings, facts, vocabulary);
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
  const all = applySeverities([...applied.findings, ...judgeDrafts(unused)], project.severities);
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
    records,
    snapshot,
  };
}

/** What releases are compared by besides rows. */
export function describeState(project: Project): Omit<Snapshot, 'version' | 'tables'> {
  const { settings, vocabulary } = project;
  const verdicts = vocabulary.lists.verdicts.map(({ id }) => id);
  const files = listDatasetFiles('public', { settings, vocabulary });
  return { license: settings.license, verdicts, files, inputs: describeInputs(project) };
}

function judgeReleases(project: Project, facts: Facts, current: Snapshot | null): Finding[] {
  const { history, settings, citationFile, articleFiles, raw, vocabulary, votes } = project;
  if (history.ledgers.length + history.problems.length === 0) return [];
  const released = collectReleaseFacts(history, current);
  const known = { ...released, facts, cast: votes, articleFiles, settings, citationFile, rawFolder: raw };
  return judgeRelease(known, { vocabulary, severityOf, extra: settings.extra });
}

/**
 * Findings on released claims without those that only echo an error on the same value, or on a claim's id: a slip is no
 * correction, and nobody took out a claim whose id or a vote whose annotator is misspelt. They come when that error has
 * gone and they are still true.
 */
function withoutEchoes(ofReleases: readonly Finding[], others: readonly Finding[]): Finding[] {
  if (ofReleases.length === 0) return [];
  // Rules on evidence doubt the verdict that a claim now has, not that it is one.
  const errors = others.filter(({ severity, code }) => severity === 'error' && !code.startsWith('E'));
  const wrong = new Set(errors.map(({ file, pointer }) => `${file} ${pointer}`));
  // Whoever doubts an annotator's name doubts whose vote it is, and with it that a vote is gone.
  for (const { file, pointer } of others) {
    const votes = /^(.*\/annotations)\/\d+\/annotator$/.exec(pointer ?? '')?.[1];
    if (votes !== undefined) wrong.add(`${file} ${votes}`);
  }
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
