// Project → findings, summary, and the rows of every article that has no error.
import { textOf } from '../article/captures.ts';
import { decodeArticle } from '../article/decodeArticle.ts';
import { clusterClaims } from '../claims/clusters.ts';
import { type ArticleRows, renderRows } from '../claims/renderRows.ts';
import { isPublished } from '../claims/status.ts';
import { Tally } from '../claims/tally.ts';
import type { Finding } from '../findings/finding.ts';
import { listWithdrawals } from '../release/history.ts';
import type { Snapshot } from '../release/snapshot.ts';
import { collectFacts } from '../rules/facts.ts';
import type { ArticleSubject } from '../rules/rule.ts';
import {
  applySuppressions,
  judgeArticle,
  judgeDataset,
  judgeDrafts,
  judgeRelease,
  judgeVocabulary,
  toSubject,
} from '../rules/run.ts';
import type { EntityRow, Report } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Project } from './openProject.ts';
import { takeSnapshot } from './takeSnapshot.ts';

export interface Check {
  findings: Finding[];
  summary: Report['summary'];
  /** Rows of the articles, in the order of their ids, and of the entities. */
  articles: ArticleRows[];
  entities: EntityRow[];
  tally: Tally;
  /** What this state is compared with releases by; worked out when it is first asked for. */
  snapshot(): Snapshot;
}

/** Judges everything and renders what can be rendered. Reports all that it finds, never only the first. */
export function checkProject(project: Project, edition: 'public' | 'private' = 'public'): Check {
  const { vocabulary } = project;
  const context = { vocabulary };
  const findings: Finding[] = judgeDrafts(project.drafts);
  findings.push(...judgeVocabulary(vocabulary));
  const quotations = { checked: 0, unchecked: 0 };
  const subjects: ArticleSubject[] = [];
  for (const file of project.articleFiles) {
    const read = project.readArticle(file);
    if ('problem' in read) {
      findings.push(...judgeDrafts([{ code: 'A01', file, message: `The file cannot be read. ${read.problem}` }]));
      continue;
    }
    const decoded = decodeArticle(file, read.bytes);
    findings.push(...judgeDrafts(decoded.drafts));
    if (!decoded.article) continue;
    const subject = toSubject(decoded, textOf(decoded.article, decoded.body, project.readCapture));
    if (!subject) continue;
    findings.push(...judgeArticle(subject, context));
    subjects.push(subject);
    const checked = subject.text.kind === 'body' || subject.text.kind === 'capture';
    quotations[checked ? 'checked' : 'unchecked'] += subject.claims.length;
  }
  subjects.sort((a, b) => compareCodePoints(a.article.id, b.article.id));
  const facts = subjects.map(collectFacts);
  const live = subjects.flatMap(({ claims }) =>
    claims.filter(({ claim }) => isPublished(claim)).map(({ claim }) => ({ id: claim.id, sameAs: claim.same_as })),
  );
  const clusters = clusterClaims(live);
  const withdrawnIn = listWithdrawals(project.history);
  const articles = subjects.map((subject) => renderRows(subject, { vocabulary, clusters, withdrawnIn, edition }));
  const tally = new Tally();
  for (const rows of articles) tally.add(rows);
  const entities = renderEntities(project, tally, edition);
  tally.addRows('entities', entities);
  const dataset = { articles: facts, expectations: project.expectations, fill: tally.fill };
  findings.push(...judgeDataset(dataset, context));
  let taken: Snapshot | undefined;
  const snapshot = () => {
    taken ??= takeSnapshot(project, { articles, entities });
    return taken;
  };
  const { history, settings, citationFile, articleFiles, raw: rawFolder } = project;
  if (history.ledgers.length + history.problems.length > 0)
    findings.push(
      ...judgeRelease(
        { history, articles: facts, current: snapshot(), settings, citationFile, rawFolder, articleFiles },
        context,
      ),
    );
  const applied = applySuppressions(findings, facts);
  const unused = applied.unused.map(({ file, pointer, code }) => ({
    code: 'D90',
    file,
    pointer: `${pointer}/code`,
    message: `Nothing here is reported as ${code}.`,
    found: code,
    hint: 'take the suppression out',
  }));
  const all = [...applied.findings, ...judgeDrafts(unused)];
  const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length;
  return {
    findings: all,
    summary: {
      articles: project.articleFiles.length,
      claims: subjects.reduce((sum, { claims }) => sum + claims.length, 0),
      errors: count('error'),
      warnings: count('warning'),
      quotations,
    },
    articles,
    entities,
    tally,
    snapshot,
  };
}

function renderEntities({ vocabulary }: Project, tally: Tally, edition: 'public' | 'private'): EntityRow[] {
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
