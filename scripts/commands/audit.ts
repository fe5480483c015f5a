// A dataset that somebody else made → what is wrong with it, for a person or a program.
import { Option } from 'commander';
import type { AuditRule } from '../audit/rule.ts';
import type { Audit, AuditFinding } from '../audit/runAudit.ts';
import type { Comparison } from '../audit/summarise.ts';
import type { Mapping } from '../exchange/mapping.ts';
import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { selectByCode } from '../findings/select.ts';
import { readChunks } from '../platform/chunks.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { appendText, listFiles, readSourceText, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openMapping } from '../project/openMapping.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import type { Report } from '../schemas/generated/types.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import { colourOptions, type DefineCommand, parseCodes, parseCount, withOptions } from './command.ts';

const FORMATS = ['text', 'json', 'sarif', 'github', 'html'] as const;

export interface AuditOptions {
  format: (typeof FORMATS)[number];
  output?: string;
  only?: readonly string[];
  except?: readonly string[];
  maxWarnings?: number;
  against?: string;
  draft?: boolean;
  rules?: boolean;
  explain?: string;
  /** The file that GitHub shows as the summary of a step; used by the format `github`. */
  stepSummary?: string | undefined;
}

export const define: DefineCommand = (program, { terminal, env, done }) => {
  const command = program
    .command('audit')
    .description('report what is wrong in a dataset that somebody else made')
    .argument('[mapping...]', 'files that say what the fields of a dataset mean; with --draft a data file')
    .addOption(new Option('--format <format>', 'of the report').choices(FORMATS).default('text'))
    .option('--output <file>', 'write the report there')
    .option('--only <codes>', 'report these rules alone: F08,F11', parseCodes)
    .option('--except <codes>', 'leave these rules out', parseCodes)
    .option('--max-warnings <n>', 'fail where there are more', parseCount)
    .option('--against <report>', 'an older report in JSON, to say what is new and what is gone')
    .option('--draft', 'print a mapping for a data file, with guesses and what is to be decided')
    .option('--rules', 'list all rules')
    .option('--explain <code>', "show a rule's reason and examples");
  withOptions(command, ...colourOptions()).action(async (mappings: string[], options) =>
    done(await audit(mappings, { ...options, stepSummary: env('GITHUB_STEP_SUMMARY') }, terminal)),
  );
};

/**
 * `npm run audit -- MAPPING…`: writes nothing but the report. Exit code 1 where there is an error, or more warnings
 * than are allowed.
 */
export async function audit(paths: readonly string[], options: AuditOptions, terminal: Terminal): Promise<number> {
  const { RULES } = await import('../audit/index.ts');
  if (options.rules || options.explain !== undefined) return explain(RULES, options.explain, terminal);
  if (paths.length === 0) throw new UserError('Name a mapping, or a data file with `--draft`.');
  if (options.draft) return draft(paths, terminal);
  checkCodes([...(options.only ?? []), ...(options.except ?? [])], RULES);
  const old = options.against === undefined ? null : readReport(options.against);
  if (paths.length > 1 && options.format !== 'text')
    throw new UserError(`A report as ${options.format} is of one dataset: name one mapping.`);
  if (paths.length > 1 && old) throw new UserError('An older report is compared with one dataset: name one mapping.');
  let report = '';
  let failed = 0;
  for (const path of paths) {
    const opened = openMapping(path);
    const result =
      'findings' in opened
        ? await refuse(locateFindings(opened.findings, readSourceText), options, terminal)
        : await auditOne(opened.mapping, RULES, options, old, terminal);
    report += `${report === '' ? '' : '\n'}${result.report}`;
    failed = Math.max(failed, result.exitCode);
  }
  if (options.output === undefined) terminal.out(report);
  else await writeFileAtomic(options.output, report);
  return failed;
}

interface Result {
  report: string;
  exitCode: number;
}

async function auditOne(
  mapping: Mapping,
  rules: readonly AuditRule[],
  options: AuditOptions,
  old: Report | null,
  terminal: Terminal,
): Promise<Result> {
  const { runAudit, MOST_KEPT } = await import('../audit/runAudit.ts');
  const { locateAudit } = await import('../audit/locateAudit.ts');
  const { compareReports, plainSummary, summariseAudit } = await import('../audit/summarise.ts');
  const found = await runAudit(mapping, selectRules(rules, options), readChunks, loadVerdictMaps(mapping));
  const kept = selectByCode<AuditFinding>(found.findings, options);
  const located = locateAudit(mapping, kept, readChunks, readSourceText);
  const counts = countSeverities(found, options);
  const summary = { ...summariseAudit(found), codes: codesOf(found, options) };
  const comparison = old ? compareReports(selectByCode(old.findings, options), located) : null;
  if (comparison) summary.against = { new: comparison.new.length, gone: comparison.gone.length, same: comparison.same };
  for (const [code, n] of Object.entries(summary.codes))
    if (n > MOST_KEPT) terminal.err(`${n} findings of ${code}: the first ${MOST_KEPT} are listed.\n`);
  const plain = plainSummary(summary, counts);
  const tooMany = options.maxWarnings !== undefined && counts.warning > options.maxWarnings;
  if (tooMany) terminal.err(`More warnings than the ${options.maxWarnings} that are allowed.\n`);
  if (options.format === 'github' && options.stepSummary !== undefined) {
    const { renderStepSummary } = await import('../findings/renderGithub.ts');
    appendText(options.stepSummary, renderStepSummary(located, plain));
  }
  return {
    report: await render(located, { plain, summary, comparison, rules }, options, terminal),
    exitCode: counts.error > 0 || tooMany ? 1 : 0,
  };
}

interface Rendered {
  plain: Report['summary'];
  summary: NonNullable<Report['audit']>;
  comparison: Comparison | null;
  rules: readonly AuditRule[];
}

/** So many findings of one rule are shown as text; more where somebody asks for it alone. */
const SHOWN = 5;
const SHOWN_ALONE = 50;

async function render(
  located: readonly LocatedFinding[],
  { plain, summary, comparison, rules }: Rendered,
  { format, only, output }: AuditOptions,
  terminal: Terminal,
): Promise<string> {
  const ruleText = (code: string) => rules.find((rule) => rule.code === code) ?? ruleOf(code);
  switch (format) {
    case 'json':
      return (await import('../findings/renderJson.ts')).renderJson(located, plain, summary);
    case 'github':
      return (await import('../findings/renderGithub.ts')).renderGithub(located, plain);
    case 'sarif':
      return (await import('../findings/renderSarif.ts')).renderSarif(located, textsOf(located, ruleText));
    case 'html':
      return (await import('../audit/renderAuditPage.ts')).renderAuditPage(
        located,
        summary,
        textsOf(located, ruleText),
        comparison,
      );
    case 'text':
      return (await import('../audit/renderAuditText.ts')).renderAuditText(located, summary, {
        read: readSourceText,
        titleOf: (code) => ruleText(code).title,
        colour: output === undefined && terminal.colour,
        most: only === undefined ? SHOWN : SHOWN_ALONE,
        comparison,
      });
  }
}

/** What a report says of the rules that found something, in the order of their codes. */
function textsOf(
  located: readonly LocatedFinding[],
  ruleText: (code: string) => AuditRule | ReturnType<typeof ruleOf>,
) {
  return [...new Set(located.map(({ code }) => code as string))].sort().map(ruleText);
}

/** A mapping that is wrong is a report of its own: nothing of the data is read. */
async function refuse(
  located: LocatedFinding[],
  { format, output }: AuditOptions,
  terminal: Terminal,
): Promise<Result> {
  const { renderReport } = await import('./reporting.ts');
  const errors = located.filter(({ severity }) => severity === 'error').length;
  const summary = {
    articles: 0,
    claims: 0,
    errors,
    warnings: located.length - errors,
    quotations: { checked: 0, unchecked: 0 },
  };
  const plain = format === 'html' ? 'text' : format;
  const report = await renderReport(located, summary, plain, readSourceText, output === undefined && terminal.colour);
  return { report, exitCode: 1 };
}

function selectRules(rules: readonly AuditRule[], { only, except }: AuditOptions): AuditRule[] {
  return selectByCode(rules, { only, except });
}

function codesOf({ counts }: Audit, options: AuditOptions): Record<string, number> {
  const entries = selectByCode(
    [...counts].map(([code, n]) => ({ code, n })),
    options,
  );
  return Object.fromEntries(
    entries.map(({ code, n }): [string, number] => [code, n]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Exact numbers, those too of findings that are counted and not kept. */
function countSeverities({ severities }: Audit, options: AuditOptions): { error: number; warning: number } {
  const sum = { error: 0, warning: 0 };
  for (const { error, warning } of selectByCode(
    [...severities].map(([code, n]) => ({ code, ...n })),
    options,
  )) {
    sum.error += error;
    sum.warning += warning;
  }
  return sum;
}

function loadVerdictMaps({ file, verdictMaps }: Mapping) {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  const below = (name: string) => (folder === '.' ? name : `${folder}/${name}`);
  const load = (name: string) => {
    const text = readTextIfAny(below(name));
    if (text === null) throw new UserError(`cannot read ${below(name)}: there is no such file.`);
    return { file: below(name), text };
  };
  const names = (verdictMaps?.files ?? []).flatMap((name) => (name.includes('*') ? listFiles(folder, name) : [name]));
  const classes = verdictMaps?.classes;
  return {
    maps: names.filter((name) => name !== classes).map(load),
    classes: classes === undefined ? null : load(classes),
  };
}

function readReport(path: string): Report {
  const text = readTextIfAny(path);
  if (text === null) throw new UserError(`cannot read ${path}: there is no such file.`);
  let report: Partial<Report>;
  try {
    report = JSON.parse(text) as Partial<Report>;
  } catch {
    throw new UserError(
      `${path} is no JSON. \`npm run audit -- MAPPING --format json --output ${path}\` writes such a report.`,
    );
  }
  if (report.kind !== 'audit' || !Array.isArray(report.findings))
    throw new UserError(`${path} is no report of an audit in JSON.`);
  return report as Report;
}

function checkCodes(codes: readonly string[], rules: readonly AuditRule[]): void {
  const known = rules.map(({ code }) => code as string);
  for (const asked of codes) {
    if (/^[A-Z]$/.test(asked) || known.includes(asked) || /^A\d\d$/.test(asked)) continue;
    const meant = findNearest(asked, known);
    throw new UserError(
      `There is no rule \`${asked}\`. ${meant === null ? '' : `Did you mean ${meant}? `}\`--rules\` lists them all.`,
    );
  }
}

async function explain(rules: readonly AuditRule[], code: string | undefined, terminal: Terminal): Promise<number> {
  if (code === undefined) terminal.out((await import('../rules/engine/explain.ts')).listRules(rules, terminal.colour));
  else {
    checkCodes([code.toUpperCase()], rules);
    const { explainAuditRules } = await import('../audit/explain.ts');
    terminal.out(
      explainAuditRules(
        rules.filter((rule) => rule.code.startsWith(code.toUpperCase())),
        terminal.colour,
      ),
    );
  }
  return 0;
}

/** Prints a mapping for data files; `withMap` as an import needs it. */
export async function draft(paths: readonly string[], terminal: Terminal, withMap = false): Promise<number> {
  const { draftMapping } = await import('../exchange/draftMapping.ts');
  terminal.out(await draftMapping(paths, readChunks, withMap));
  return 0;
}
