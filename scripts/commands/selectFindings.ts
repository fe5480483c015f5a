// A check and what was asked for → the findings that are reported of it.
import type { Cache } from '../examine/buildCache.ts';
import type { Check } from '../examine/check.ts';
import { recount, type Selection, selectByCode, selectByFile } from '../findings/select.ts';
import { findChanges } from '../platform/changedFiles.ts';
import { beside, CONFIG, type Project } from '../project/openProject.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import type { Rule } from '../rules/engine/rule.ts';
import type { ShardNumber } from '../shards/cutShards.ts';
import type { ReportFormat } from './reporting.ts';

export interface ValidateOptions extends Selection {
  raw: string;
  allowEmpty?: boolean;
  captures?: string;
  format: ReportFormat;
  output?: string;
  since?: string;
  maxWarnings?: number;
  rules?: boolean;
  explain?: string;
  /** The file that GitHub shows as the summary of a step; used by the format `github`. */
  stepSummary?: string | undefined;
  /** The part of the articles that is judged; all where it is left out. */
  shard?: ShardNumber;
  jobs?: number;
  /** Where results are kept from run to run. */
  cache?: Cache | undefined;
}

/** What is reported of a check: by code, and with `since` what changed files can have brought about. */
export function selectFindings(
  options: Selection & Pick<ValidateOptions, 'since'>,
  project: Project,
  check: Pick<Check, 'findings' | 'summary'>,
): Pick<Check, 'findings' | 'summary'> {
  let findings = selectByCode(check.findings, options);
  const changed = options.since === undefined ? null : changedSources(project, options.since, check);
  if (changed) findings = selectByFile(findings, changed, isWhole);
  return { findings, summary: recount(check.summary, findings) };
}

/**
 * The project's files that were changed; null where every file is to be reported, since what all articles share has
 * changed.
 */
function changedSources(project: Project, revision: string, check: Pick<Check, 'findings'>): Set<string> | null {
  const isChanged = findChanges(project.raw, revision);
  const shared = [
    ...Object.values(project.vocabulary.files),
    `${project.raw}/expectations.yml`,
    project.citationFile,
    beside(project, CONFIG),
  ];
  if (shared.some(isChanged)) return null;
  const files = new Set([...project.articleFiles, ...check.findings.map(({ file }) => file)]);
  return new Set([...files].filter(isChanged));
}

const OF_ONE_FILE: readonly Rule['scope'][] = ['form', 'text', 'article', 'claim', 'evidence'];

function isWhole(code: string): boolean {
  return !OF_ONE_FILE.includes(ruleOf(code).scope);
}
