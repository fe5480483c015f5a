// Articles, vocabularies and facts → findings, by every rule of a scope.

import type { ArticleFile } from '../../article/decodeArticle.ts';
import type { ArticleSubject, ArticleText, ClaimSubject, EvidenceSubject, TextSubject } from '../../article/subject.ts';
import type { Draft, Finding } from '../../findings/finding.ts';
import { VOCABULARY_NAMES, type Vocabulary } from '../../vocabulary/vocabulary.ts';
import { mayHoldComments } from '../../yaml/comments.ts';
import { mayBeAmbiguous } from '../A21-ambiguous-value.ts';
import { RULES } from '../index.ts';
import { ruleOf, severityOf } from './catalogue.ts';
import type { DatasetFacts, Facts, ReleaseFacts } from './facts.ts';
import { guardBroken, untilLookedAt } from './guard.ts';
import { mayHoldOddSigns } from './oddSigns.ts';
import { type Report, type Rule, type RuleContext, toFinding } from './rule.ts';

/** The view of a decoded article that rules are given, or null where nothing could be decoded. */
export function toSubject(decoded: ArticleFile, text: ArticleText): ArticleSubject | null {
  const { article, file, body, claimIndexes, brokenKeys, damaged, lost } = decoded;
  if (!article) return null;
  const claims = article.claims.map((claim, i) => ({ claim, pointer: `/claims/${claimIndexes[i]}` }));
  return { file, article, source: decoded.text ?? '', body, text, brokenKeys, claims, damaged, lost };
}

/** Drafts of the decoder → findings. */
export function judgeDrafts(drafts: readonly Draft[]): Finding[] {
  return drafts.map((draft) => toFinding(ruleOf(draft.code), draft));
}

const TEXT_RULES = RULES.filter((rule) => rule.scope === 'text');
const ARTICLE_RULES = RULES.filter(
  (rule) => rule.scope === 'article' || rule.scope === 'claim' || rule.scope === 'evidence',
);

/**
 * Drafts of the decoder → findings, with those of the rules of scope text. A value that readers take differently is one
 * finding: what the schema says of the same value follows from it.
 */
export function judgeText(subject: TextSubject | null, drafts: readonly Draft[]): Finding[] {
  if (!subject || !mayCallTextRules(subject)) return judgeDrafts(drafts);
  const findings: Finding[] = [];
  for (const rule of TEXT_RULES) {
    const report = reporter(rule, subject.file, findings);
    rule.check(
      subject,
      softenBelow(rule, report, (pointer) => isImportedIn(subject.value, pointer)),
    );
  }
  if (findings.length === 0) return judgeDrafts(drafts);
  const ambiguous = new Set(findings.flatMap(({ code, pointer }) => (code === 'A21' && pointer ? [pointer] : [])));
  const rest = drafts.filter(
    ({ code, pointer }) => !(pointer !== undefined && ambiguous.has(pointer) && (code === 'A12' || code === 'A14')),
  );
  return [...judgeDrafts(rest), ...findings];
}

/** A few looks at a text, without which every rule of the scope would look at all of it. */
function mayCallTextRules(subject: TextSubject): boolean {
  return mayHoldOddSigns(subject) || mayBeAmbiguous(subject) || mayHoldComments(subject.yaml);
}

/** Runs the rules of scope article, claim and evidence over one article. */
export function judgeArticle(subject: ArticleSubject, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  const article = guardBroken(subject.article, subject.brokenKeys);
  if (subject.brokenKeys.size > 0) judgeGuarded({ ...subject, article }, context, findings, '');
  else judgeSound(subject, context, findings);
  for (const damaged of subject.damaged) {
    const claim = guardBroken(damaged.claim, damaged.brokenKeys ?? new Set());
    judgeGuarded({ ...subject, article, claims: [{ ...damaged, claim }] }, context, findings, damaged.pointer);
  }
  return findings;
}

function judgeSound(subject: ArticleSubject, context: RuleContext, findings: Finding[]): void {
  const evidence = listEvidence(subject);
  let running = ARTICLE_RULES[0] as Rule;
  // One for all rules: each has ended when the next begins.
  const report: Report = (remark) =>
    findings.push(toFinding(running, { file: subject.file, ...remark, code: running.code }));
  for (const rule of ARTICLE_RULES) {
    running = rule;
    runRule(rule, subject, evidence, context, report);
  }
}

function listEvidence({ claims }: ArticleSubject): EvidenceSubject[] {
  const list: EvidenceSubject[] = [];
  for (const { claim, pointer } of claims) {
    for (let i = 0; i < claim.evidence.length; i++) {
      const evidence = claim.evidence[i];
      if (evidence) list.push({ claim, pointer, evidence, evidencePointer: `${pointer}/evidence/${i}` });
    }
  }
  return list;
}

function runRule(
  rule: Rule,
  subject: ArticleSubject,
  evidence: readonly EvidenceSubject[],
  context: RuleContext,
  report: Report,
): void {
  if (rule.scope === 'article') {
    const isImported = (place: string) =>
      subject.claims.some(({ claim, pointer }) => claim.status === 'imported' && place.startsWith(`${pointer}/`));
    rule.check(subject, softenBelow(rule, report, isImported), context);
  } else if (rule.scope === 'claim') {
    for (const claim of subject.claims)
      if (!isSpared(rule, claim)) rule.check(claim, soften(rule, claim, report), context, subject);
  } else if (rule.scope === 'evidence') {
    for (const one of evidence) if (!isSpared(rule, one)) rule.check(one, soften(rule, one, report), context, subject);
  }
}

function isSpared({ sparesImported }: Rule, { claim }: ClaimSubject): boolean {
  return sparesImported === true && claim.status === 'imported';
}

/** A report that makes warnings of what a rule says of an imported claim, where it is no more than that. */
function soften({ warnsOfImported }: Rule, { claim }: ClaimSubject, report: Report): Report {
  return warnsOfImported && claim.status === 'imported'
    ? (remark) => report({ ...remark, severity: 'warning' })
    : report;
}

/** The same for a rule that looks at a whole file. */
function softenBelow({ warnsOfImported }: Rule, report: Report, isImported: (pointer: string) => boolean): Report {
  if (!warnsOfImported) return report;
  return (remark) => report(isImported(remark.pointer ?? '') ? { ...remark, severity: 'warning' } : remark);
}

function isImportedIn(value: unknown, pointer: string): boolean {
  const { claims } = (value ?? {}) as { claims?: unknown };
  const at = /^\/claims\/(\d+)\//.exec(pointer)?.[1];
  return (
    Array.isArray(claims) &&
    at !== undefined &&
    (claims[Number(at)] as { status?: unknown } | null)?.status === 'imported'
  );
}

/**
 * Runs every rule until it looks at a broken key, and keeps what it says below `pointer` before it does: what follows
 * from a mistake is no second mistake.
 */
function judgeGuarded(subject: ArticleSubject, context: RuleContext, findings: Finding[], pointer: string): void {
  for (const rule of ARTICLE_RULES) {
    const said: Finding[] = [];
    untilLookedAt(() => {
      const evidence = rule.scope === 'evidence' ? listEvidence(subject) : [];
      runRule(rule, subject, evidence, context, reporter(rule, subject.file, said));
    });
    for (const finding of said)
      if (pointer === '' || finding.pointer?.startsWith(`${pointer}/`)) findings.push(finding);
  }
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
 * Takes away the warnings that an article declares as accepted, those of the entries of vocabularies that it names
 * among them. Errors cannot be suppressed. A suppression that silences nothing is returned in `unused`, so that it is
 * reported itself.
 */
export function applySuppressions(
  findings: readonly Finding[],
  facts: Facts,
  vocabulary: Vocabulary,
): AppliedSuppressions {
  const entries = Array.from(facts.articles.listWith('suppressing')).flatMap((article) => {
    const { file, lost, suppress } = facts.articles.get(article);
    return suppress.map((entry) => ({ ...entry, file, used: false, ...scopeOf(entry.claim, article, lost, facts) }));
  });
  const byFile = group(entries);
  const kept = findings.filter((finding) => {
    if (finding.severity === 'error') return true;
    const entry = byFile
      .get(finding.file)
      ?.find(({ code, scope }) => code === finding.code && scope !== undefined && covers(scope, finding.pointer ?? ''));
    const accepting = entry ? [entry] : listAccepting(finding, entries, vocabulary);
    for (const one of accepting) one.used = true;
    return accepting.length === 0;
  });
  return {
    findings: kept,
    // One that could never silence anything is the finding of another rule.
    unused: entries
      .filter(({ used, open, code, scope }) => !used && !open && scope !== undefined && severityOf(code) === 'warning')
      .map(({ file, pointer, code }) => ({ file, pointer, code })),
  };
}

/**
 * The suppressions of articles that name an entry of a vocabulary which a finding is about, or the other one that it is
 * compared with.
 */
function listAccepting<T extends { code: string; claim: string | null; names: readonly string[] }>(
  { code, file, pointer, related }: Finding,
  entries: readonly T[],
  { files, lists }: Vocabulary,
): T[] {
  const name = VOCABULARY_NAMES.find((one) => files[one] === file);
  if (name === undefined) return [];
  const places = [pointer, ...(related ?? []).map((place) => (place.file === file ? place.pointer : undefined))];
  const ids = places.map((place) => lists[name][Number(place?.split('/')[1])]?.id);
  return entries.filter((one) => one.code === code && one.claim === null && one.names.some((id) => ids.includes(id)));
}

/**
 * Where a suppression holds; undefined where its claim is not there. It is open where what could not be read in full
 * may call for it yet.
 */
function scopeOf(id: string | null, article: number, lost: boolean, facts: Facts): { scope?: string; open: boolean } {
  const [from, to] = facts.rangeOf(article);
  let open = lost;
  let scope = id === null ? '' : undefined;
  for (let claim = from; claim < to; claim++) {
    if (id !== null && facts.id(claim) !== id) continue;
    if (facts.isBroken(claim)) open = true;
    scope ??= facts.pointer(claim);
  }
  return scope === undefined ? { open } : { open, scope };
}

function covers(scope: string, pointer: string): boolean {
  return scope === '' || pointer === scope || pointer.startsWith(`${scope}/`);
}

function group<T extends { file: string }>(entries: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const entry of entries) {
    const list = map.get(entry.file);
    if (list) list.push(entry);
    else map.set(entry.file, [entry]);
  }
  return map;
}
