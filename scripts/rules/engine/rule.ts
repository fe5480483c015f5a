// The shape of a rule: one object that finds, explains, fixes and is its own test.

import type { ArticleSubject, ClaimSubject, EvidenceSubject, TextSubject } from '../../article/subject.ts';
import type { Draft, Finding, RuleCode, Severity } from '../../findings/finding.ts';
import type { ExtraFields } from '../../schemas/extra.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { DatasetFacts, ReleaseFacts } from './facts.ts';

/**
 * What a rule says of a place; file and code are filled in by the caller. Without a message the rule's title is the
 * message.
 */
export type Remark = Omit<Draft, 'file' | 'code'> & { file?: string };
export type Report = (remark: Remark) => void;

/** What rules may ask besides their subject. */
export interface RuleContext {
  vocabulary: Vocabulary;
  /** The fields that the project adds. */
  extra: ExtraFields;
  /** The severity of the rule with a code, or null where there is none. */
  severityOf(code: string): Severity | null;
}

/**
 * Text in the example workspace (examples/gazette) replaced by other text where it first stands; `file` is below its
 * `raw/`, the Gazette's article where it is left out. A file that is not there is made, with `by` as its text.
 */
export interface ExampleEdit {
  file?: string;
  replace: string;
  by: string;
}

/**
 * An example that a rule accepts, or (with `at`) refuses: `at` is the text that the finding's range must cover, '' for
 * the whole file.
 */
export interface Example {
  why?: string;
  edits: ExampleEdit[];
  at?: string;
}

interface RuleBase {
  /**
   * Stable for ever, and the beginning of the name of the rule's file. Families: A form, V vocabularies, C consistency,
   * E evidence, Q quotations and rights, D dataset, S splits, R releases.
   */
  code: RuleCode;
  title: string;
  severity: Severity;
  rationale: string;
  examples: { good: Example[]; bad: Example[] };
  /** The rule asks for what a claim that was imported does not have; it is not run on those. */
  sparesImported?: true;
  /** What an import took over, letter for letter, nobody here can put right: of an imported claim it is a warning. */
  warnsOfImported?: true;
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

/** Draft → finding: the rule gives severity and title where the draft has none. */
export function toFinding(rule: Rule, draft: Draft): Finding {
  return { ...draft, severity: draft.severity ?? rule.severity, message: draft.message ?? rule.title };
}
