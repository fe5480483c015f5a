// The shape of a rule: one object that finds, explains, fixes and is its own test.
import type { Draft } from '../../article/document.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import type { RawArticle, RawArticleClaim, RawArticleEvidence } from '../../schemas/generated/types.ts';
import type { PointIndex } from '../../values/pointIndex.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { YamlRead } from '../../yaml/readYaml.ts';
import type { DatasetFacts, ReleaseFacts } from './facts.ts';

/** What a rule says of a place; file and code are filled in by the caller. Without a message the rule's title is the message. */
export type Remark = Omit<Draft, 'file' | 'code'> & { file?: string };
export type Report = (remark: Remark) => void;

/** The article's own text in norm-1, from its body or its capture; why it is not at hand otherwise. */
export type ArticleText =
  | { kind: 'body' | 'capture'; text: string; points: PointIndex }
  | { kind: 'absent'; required: boolean; looked: string }
  | { kind: 'unreadable'; looked: string; problem: string };

/** An article as rules see it. Values under `brokenKeys` are stand-ins, since the schema refused what was written. */
export interface ArticleSubject {
  file: string;
  article: RawArticle;
  source: string;
  body: string;
  text: ArticleText;
  brokenKeys: ReadonlySet<string>;
  claims: readonly ClaimSubject[];
  /** Claims of which the schema refuses a part. They are in no table, and are judged only by rules that do not look at that part. */
  damaged: readonly ClaimSubject[];
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
}

/** One claim and where it stands in its file. */
export interface ClaimSubject {
  claim: RawArticleClaim;
  pointer: string;
  /** Keys of the claim whose values are stand-ins; undefined where the claim is sound. */
  brokenKeys?: ReadonlySet<string>;
}

export interface EvidenceSubject extends ClaimSubject {
  evidence: RawArticleEvidence;
  evidencePointer: string;
}

/** The text of a file and the YAML in it: the front matter of an article, the whole of any other file. */
export interface TextSubject {
  file: string;
  text: string;
  yaml: string;
  /** UTF-16 offset of `yaml` in `text`. */
  yamlStart: number;
  /** See {@link YamlRead}; null where the YAML was not read in one go, so that nobody has looked. */
  bareDays: YamlRead['bareDays'];
}

/** What rules may ask besides their subject. */
export interface RuleContext {
  vocabulary: Vocabulary;
  /** The severity of the rule with a code, or null where there is none. */
  severityOf(code: string): Severity | null;
}

/**
 * Text in the example workspace (examples/gazette) replaced by other text where it first stands; `file` is below its `raw/`, the Gazette's article where it
 * is left out. A file that is not there is made, with `by` as its text.
 */
export interface ExampleEdit {
  file?: string;
  replace: string;
  by: string;
}

/** An example that a rule accepts, or (with `at`) refuses: `at` is the text that the finding's range must cover, '' for the whole file. */
export interface Example {
  why?: string;
  edits: ExampleEdit[];
  at?: string;
}

interface RuleBase {
  /** Stable for ever. Families: A form, V vocabularies, C consistency, E evidence, Q quotations and rights, D dataset, S splits, R releases. */
  code: string;
  title: string;
  severity: Severity;
  rationale: string;
  examples: { good: Example[]; bad: Example[] };
}

/** `form` rules are judged while a file is decoded; the others are given what their scope names. */
export type Rule = RuleBase &
  (
    | { scope: 'form' }
    | { scope: 'text'; check(subject: TextSubject, report: Report): void }
    | { scope: 'article'; check(subject: ArticleSubject, report: Report, context: RuleContext): void }
    | {
        scope: 'claim';
        check(subject: ClaimSubject, report: Report, context: RuleContext, article: ArticleSubject): void;
      }
    | {
        scope: 'evidence';
        check(subject: EvidenceSubject, report: Report, context: RuleContext, article: ArticleSubject): void;
      }
    | { scope: 'vocabulary'; check(vocabulary: Vocabulary, report: Report): void }
    | { scope: 'dataset'; check(facts: DatasetFacts, report: Report, context: RuleContext): void }
    | { scope: 'release'; check(facts: ReleaseFacts, report: Report, context: RuleContext): void }
  );

/** Draft → finding: the rule gives severity and, where the draft has no message, its title. */
export function toFinding(rule: Rule, draft: Draft): Finding {
  return { ...draft, severity: rule.severity, message: draft.message ?? rule.title };
}
