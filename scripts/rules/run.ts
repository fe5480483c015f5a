// Articles, vocabularies and facts → findings, by every rule of a scope.
import type { ArticleFile } from '../article/decodeArticle.ts';
import type { Draft } from '../article/document.ts';
import type { Finding } from '../findings/finding.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { DatasetFacts, ReleaseFacts } from './facts.ts';
import { RULES, ruleOf } from './index.ts';
import { type ArticleSubject, type ArticleText, type Report, type Rule, type RuleContext, toFinding } from './rule.ts';

/** The view of a decoded article that rules are given, or null where nothing could be decoded. */
export function toSubject(decoded: ArticleFile, text: ArticleText): ArticleSubject | null {
  const { article, file, body, claimIndexes, brokenKeys } = decoded;
  if (!article) return null;
  const claims = article.claims.map((claim, i) => ({ claim, pointer: `/claims/${claimIndexes[i]}` }));
  return { file, article, source: decoded.text ?? '', body, text, brokenKeys, claims };
}

/** Drafts of the decoder → findings. */
export function judgeDrafts(drafts: readonly Draft[]): Finding[] {
  return drafts.map((draft) => toFinding(ruleOf(draft.code), draft));
}

/** Runs the rules of scope article, claim and evidence over one article. */
export function judgeArticle(subject: ArticleSubject, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const report = reporter(rule, subject.file, findings);
    if (rule.scope === 'article') rule.check(subject, report, context);
    else if (rule.scope === 'claim') for (const claim of subject.claims) rule.check(claim, report, context, subject);
    else if (rule.scope === 'evidence') {
      for (const { claim, pointer } of subject.claims) {
        claim.evidence.forEach((evidence, i) => {
          rule.check(
            { claim, pointer, evidence, evidencePointer: `${pointer}/evidence/${i}` },
            report,
            context,
            subject,
          );
        });
      }
    }
  }
  return findings;
}

/** Runs the rules of scope vocabulary. */
export function judgeVocabulary(vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) if (rule.scope === 'vocabulary') rule.check(vocabulary, reporter(rule, '', findings));
  return findings;
}

/** Runs the rules of scope dataset. */
export function judgeDataset(facts: DatasetFacts, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) if (rule.scope === 'dataset') rule.check(facts, reporter(rule, '', findings), context);
  return findings;
}

/** Runs the rules of scope release; called only where there is a ledger. */
export function judgeRelease(facts: ReleaseFacts, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) if (rule.scope === 'release') rule.check(facts, reporter(rule, '', findings), context);
  return findings;
}

function reporter(rule: Rule, file: string, findings: Finding[]): Report {
  return (remark) => findings.push(toFinding(rule, { file, ...remark, code: rule.code }));
}

/** A suppression and whether it silenced anything. */
export interface AppliedSuppressions {
  findings: Finding[];
  unused: { file: string; pointer: string; code: string }[];
}

/**
 * Takes away the warnings that an article declares as accepted. Errors cannot be suppressed. A suppression that silences nothing is returned in
 * `unused`, so that it is reported itself.
 */
export function applySuppressions(findings: readonly Finding[], facts: DatasetFacts['articles']): AppliedSuppressions {
  const entries = facts.flatMap((article) =>
    article.suppress.map((entry) => ({
      ...entry,
      file: article.file,
      scope: entry.claim === null ? '' : article.claims.find((claim) => claim.id === entry.claim)?.pointer,
      used: false,
    })),
  );
  const byFile = group(entries);
  const kept = findings.filter((finding) => {
    if (finding.severity === 'error') return true;
    const entry = byFile
      .get(finding.file)
      ?.find(({ code, scope }) => code === finding.code && scope !== undefined && covers(scope, finding.pointer ?? ''));
    if (entry) entry.used = true;
    return entry === undefined;
  });
  return {
    findings: kept,
    unused: entries.filter((entry) => !entry.used).map(({ file, pointer, code }) => ({ file, pointer, code })),
  };
}

function covers(scope: string, pointer: string): boolean {
  return scope === '' || pointer === scope || pointer.startsWith(`${scope}/`);
}

function group<T extends { file: string }>(entries: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const entry of entries) map.set(entry.file, [...(map.get(entry.file) ?? []), entry]);
  return map;
}
