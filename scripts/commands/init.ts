// Answers → a new project that builds, validates and releases.
import { basename, dirname, join, resolve } from 'node:path';
import { Option } from 'commander';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { type Ask, withSomebody } from '../platform/ask.ts';
import { ensureFolder, statOrNull, writeNewFiles } from '../platform/files.ts';
import { readTemplates } from '../platform/templates.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { type Answers, LICENCES, READERS, SCALES } from '../scaffold/answers.ts';
import { renderProject } from '../scaffold/renderProject.ts';
import { shellWord } from '../values/shellWord.ts';
import { TOOL } from '../values/tool.ts';
import type { DefineCommand } from './command.ts';

export interface InitOptions extends Partial<Record<keyof Answers, string>> {
  yes?: boolean;
  example?: string;
  tool?: string;
}

export const define: DefineCommand = (program, { terminal, somebody, done }) => {
  program
    .command('init')
    .description('begin a dataset: a folder that builds, validates and releases')
    .argument('[dir]', 'the folder', '.')
    .option('--title <title>', 'title of the dataset')
    .option('--authors <names>', 'who makes it, set apart by semicolons; a person as "Family, Given"')
    .option('--licence <id>', `licence of the dataset, an SPDX id (default: ${DEFAULTS.licence})`)
    .option('--language <tag>', `language that claims are written in (default: ${DEFAULTS.language})`)
    .option('--scale <name>', `verdict scale: ${Object.keys(SCALES).join(', ')} (default: ${DEFAULTS.scale})`)
    .addOption(new Option('--example <name>', 'put a small invented dataset into it').choices(['gazette']))
    .option('--tool <specifier>', 'how package.json names this program, where it is not from the registry')
    .option('--yes', 'ask nothing: what is not said is as by default')
    .action(async (dir, options: InitOptions) => {
      const reader = options.yes ? null : somebody();
      const run = (ask?: Ask) => init(dir, options, terminal, ask);
      done(await (reader ? withSomebody(reader, run) : run()));
    });
};

const DEFAULTS = { licence: LICENCES[0], language: 'en', scale: 'veritable' } as const;

const QUESTIONS: Readonly<Record<keyof Answers, string>> = {
  title: 'Title of the dataset',
  authors: 'Who makes it? Several are set apart by semicolons; a person is written “Family, Given”',
  licence: `Licence of the dataset, an SPDX id (${LICENCES.join(', ')}, …)`,
  language: 'Language that claims are written in',
  scale: `Verdict scale\n${Object.entries(SCALES)
    .map(([name, meaning]) => `  ${name}: ${meaning}\n`)
    .join('')}Which`,
};

/**
 * `veritable init DIR`: writes a project into a folder, which may be there already as long as it holds none of the
 * project's files. Nothing is written where an answer is wrong or missing.
 * @param ask asks for what the options do not say; without it that is as by default, or missing
 */
export async function init(dir: string, options: InitOptions, terminal: Terminal, ask?: Ask): Promise<number> {
  const example = options.example ?? null;
  if (example !== null && options.scale !== undefined && options.scale !== DEFAULTS.scale)
    throw new UserError(`The labels of the example use the scale ${DEFAULTS.scale}; it does not take --scale.`);
  const answers = await collectAnswers(dir, example === null ? options : { ...options, scale: DEFAULTS.scale }, ask);
  const tool = [TOOL.name, options.tool ?? TOOL.version] as const;
  const files = renderProject({ answers, example, tool }, readTemplates(example));
  const taken: string[] = [];
  for (const path of files.keys()) if (await statOrNull(join(dir, path))) taken.push(path);
  if (taken.length > 0) throw new UserError(`Nothing was written: ${show(dir)} holds already ${taken.join(', ')}.`);
  for (const folder of new Set([...files.keys()].map((path) => dirname(join(dir, path))))) await ensureFolder(folder);
  const written = await writeNewFiles([...files].map(([path, text]) => [join(dir, path), text] as const));
  if (written !== null) throw new UserError(`Nothing was written: there is ${sanitiseForTerminal(written)} already.`);
  terminal.out(describeNext(dir, answers, files.size));
  return 0;
}

async function collectAnswers(dir: string, options: InitOptions, ask: Ask | undefined): Promise<Answers> {
  const fallbacks: Partial<Record<keyof Answers, string>> = { ...DEFAULTS, title: proposeTitle(dir) };
  const answers: Partial<Record<keyof Answers, unknown>> = {};
  const problems: string[] = [];
  for (const key of Object.keys(QUESTIONS) as (keyof Answers)[]) {
    const said = options[key] ?? (ask ? undefined : fallbacks[key]);
    if (said === undefined && !ask) problems.push(`Say who makes it with --${key}.`);
    const read = said === undefined ? null : READERS[key](said);
    if (read && 'problem' in read) problems.push(read.problem);
    else if (read) answers[key] = read.value;
  }
  if (problems.length > 0) throw new UserError(`Nothing was written. ${problems.join(' ')}`);
  // What was said is in order: only then is somebody asked for the rest.
  for (const key of Object.keys(QUESTIONS) as (keyof Answers)[])
    if (ask && !(key in answers)) answers[key] = await askFor(key, fallbacks[key] ?? null, ask);
  return answers as Answers;
}

async function askFor(key: keyof Answers, fallback: string | null, ask: Ask): Promise<unknown> {
  for (let question = QUESTIONS[key]; ; ) {
    const read = READERS[key](await ask(question, fallback));
    if ('value' in read) return read.value;
    question = `${read.problem}\n${QUESTIONS[key]}`;
  }
}

/** A folder as it was named, as a shell reads it. */
function show(dir: string): string {
  return shellWord(sanitiseForTerminal(dir));
}

function proposeTitle(dir: string): string {
  const words = basename(resolve(dir)).replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Untitled dataset' : words.charAt(0).toUpperCase() + words.slice(1);
}

function describeNext(dir: string, { title, licence }: Answers, count: number): string {
  const go = resolve(dir) === resolve('.') ? '' : `cd ${show(dir)}\n  `;
  const text = (LICENCES as readonly string[]).includes(licence)
    ? ''
    : `Put the text of ${licence} into LICENSE-DATA.\n`;
  return `${show(dir)}: ${count} files for “${sanitiseForTerminal(title)}”.
${text}Next:
  ${go}git init && npm install
  npm run build:dataset && npm test
  npm run new -- --from page.html    # a saved page: your first article
Before the first release answer the questions of DATASHEET.md.\n`;
}
