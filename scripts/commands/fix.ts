// raw/ → raw/ with every certain edit made.

import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import { type TidyForm, tidyLabels } from '../article/tidy.ts';
import { repairProject } from '../examine/checker.ts';
import { renderDiff } from '../findings/renderDiff.ts';
import { placeOf } from '../findings/renderSummary.ts';
import type { Repair } from '../findings/repair.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { writeTexts } from '../labelling/writeTexts.ts';
import { readSourceText } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { openProject } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { capturesOption, type DefineCommand, rawOption, sayCommand } from './command.ts';

export interface FixOptions {
  raw: string;
  captures?: string;
  dryRun?: boolean;
  tidy?: TidyForm;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('fix')
    .description('make every certain edit that the findings propose')
    .addOption(rawOption())
    .addOption(capturesOption())
    .option('--dry-run', 'write nothing; show the edits as a diff')
    .addOption(
      new Option('--tidy <form>', 'leave out the keys that say nothing (short), or write them all (full)').choices([
        'short',
        'full',
      ]),
    )
    .action(async (options) => done(await fix(options, terminal)));
};

/**
 * `npm run fix`: makes every certain edit; with `dryRun` it shows them as a diff and writes nothing. Exit code 1 where
 * errors are left.
 */
export async function fix(options: FixOptions, terminal: Terminal): Promise<number> {
  requireFolders(options.raw);
  const repaired = tidyAll(repairProject(options), options);
  if (options.dryRun) terminal.out(await renderDiff(repaired.texts, readSourceText));
  else await writeTexts(repaired.texts, dirname(resolve(options.raw)));
  terminal.out(summarise(repaired, options.dryRun === true, sayCommand('validate', options.raw)));
  return repaired.left.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Brings the labels of every article into one form, which changes nothing that is published. */
function tidyAll(repaired: Repair, { raw, tidy }: FixOptions): Repair {
  if (tidy === undefined) return repaired;
  const texts = new Map(repaired.texts);
  for (const file of openProject({ raw }).articleFiles) {
    const text = texts.get(file) ?? readSourceText(file);
    const parts = text === null ? null : splitFrontMatter(text);
    if (text === null || parts === null || 'message' in parts) continue;
    const { yaml, yamlStart } = parts;
    const tidied = tidyLabels(yaml, tidy);
    if (tidied !== yaml) texts.set(file, text.slice(0, yamlStart) + tidied + text.slice(yamlStart + yaml.length));
  }
  return { ...repaired, texts };
}

function summarise({ texts, applied, left }: Repair, dry: boolean, validate: string): string {
  const lines = applied.map((finding) => `${placeOf(finding)}  ${finding.code}  ${finding.fix.title}`);
  const files = `${texts.size} ${texts.size === 1 ? 'file' : 'files'}`;
  lines.push(
    applied.length === 0
      ? texts.size === 0
        ? 'Nothing to fix for certain.'
        : `${files} tidied${dry ? ', not written' : ''}.`
      : `${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'} in ${files}${dry ? ', not written' : ''}.`,
  );
  if (left.length > 0) lines.push(`Left for a person: ${left.length}. \`${validate}\` shows them.`);
  const held = left.filter((finding) => finding.fix !== null).length;
  if (held > 0) lines.push(`An edit is known for ${held} of them, but it would bring up something else.`);
  return `${lines.map(sanitiseForTerminal).join('\n')}\n`;
}
