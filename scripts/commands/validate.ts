// raw/ → findings, for a person or a program.
import { Option } from 'commander';
import { locateFindings } from '../findings/locate.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { appendText, readSourceText } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openJudged } from '../project/requireArticles.ts';
import { RULES } from '../rules/index.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import { checkOrLoad } from './checkOrLoad.ts';
import {
  cacheOption,
  capturesOption,
  colourOptions,
  type DefineCommand,
  emptyOption,
  jobsOption,
  parseCodes,
  parseCount,
  rawOption,
  withOptions,
} from './command.ts';
import { REPORT_FORMATS, renderReport } from './reporting.ts';
import { selectFindings, type ValidateOptions } from './selectFindings.ts';

export const define: DefineCommand = (program, { terminal, clock, env, cacheOf, done }) => {
  const command = program
    .command('validate')
    .description('report everything that is wrong in raw/')
    .addOption(rawOption())
    .addOption(capturesOption())
    .addOption(new Option('--format <format>', 'of the report').choices(REPORT_FORMATS).default('text'))
    .option('--output <file>', 'write the report there')
    .option('--only <codes>', 'report these rules or families alone: Q01,V', parseCodes)
    .option('--except <codes>', 'leave these rules or families out', parseCodes)
    .option('--max-warnings <n>', 'fail where there are more', parseCount)
    .option(
      '--since <revision>',
      'report files changed since a revision of git; the whole dataset is judged all the same',
    )
    .option('--rules', 'list all rules')
    .option('--explain <code>', "show a rule's reason and examples")
    .option('--watch', 'report again after every change');
  withOptions(command, emptyOption(), jobsOption(), cacheOption(), ...colourOptions()).action(async (options) => {
    if (options.watch) {
      const { watch } = await import('./watch.ts');
      return done(await watch(options, terminal, clock, new Promise(() => {})));
    }
    const stepSummary = env('GITHUB_STEP_SUMMARY');
    done(await validate({ ...options, cache: cacheOf(options), stepSummary }, terminal));
  });
};

/**
 * `npm run validate`: reports everything that is wrong. Exit code 1 where there is an error, or more warnings than are
 * allowed.
 */
export async function validate(options: ValidateOptions, terminal: Terminal): Promise<number> {
  if (options.rules) return listRules(terminal);
  if (options.explain !== undefined) return explainRule(options.explain, terminal);
  checkCodes([...(options.only ?? []), ...(options.except ?? [])]);
  const project = openJudged(options);
  const { findings, summary } = selectFindings(options, project, await checkOrLoad(project, options, terminal));
  const located = locateFindings(findings, readSourceText);
  const colour = options.output === undefined && terminal.colour;
  const report = await renderReport(located, summary, options.format, readSourceText, colour);
  if (options.output === undefined) terminal.out(report);
  else await writeFileAtomic(options.output, report);
  if (options.format === 'sarif') {
    const leftOut = (await import('../findings/renderSarif.ts')).describeLeftOut(located.length);
    if (leftOut !== null) terminal.err(`${leftOut}\n`);
  }
  if (options.format === 'github' && options.stepSummary !== undefined) {
    const { renderStepSummary } = await import('../findings/renderGithub.ts');
    appendText(options.stepSummary, renderStepSummary(located, summary));
  }
  const tooMany = options.maxWarnings !== undefined && summary.warnings > options.maxWarnings;
  if (tooMany) terminal.err(`More warnings than the ${options.maxWarnings} that are allowed.\n`);
  return summary.errors > 0 || tooMany ? 1 : 0;
}

function checkCodes(codes: readonly string[]): void {
  const known: string[] = RULES.map(({ code }) => code);
  for (const asked of codes) {
    if (/^[A-Z]$/.test(asked) ? known.some((code) => code.startsWith(asked)) : known.includes(asked)) continue;
    const meant = findNearest(asked, known);
    throw new UserError(
      `There is no rule \`${asked}\`. ${meant === null ? '' : `Did you mean ${meant}? `}\`--rules\` lists them all.`,
    );
  }
}

async function listRules(terminal: Terminal): Promise<number> {
  terminal.out((await import('../rules/engine/explain.ts')).listRules(RULES, terminal.colour));
  return 0;
}

async function explainRule(code: string, terminal: Terminal): Promise<number> {
  const asked = code.toUpperCase();
  checkCodes([asked]);
  const { explainRules } = await import('../rules/engine/explain.ts');
  terminal.out(
    explainRules(
      RULES.filter((rule) => rule.code.startsWith(asked)),
      terminal.colour,
    ),
  );
  return 0;
}
