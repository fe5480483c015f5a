// A saved page, plain text or an address → an article file and its capture; and on to a claim of it.

import { type Command, Option } from 'commander';
import { type ArticleOptions, type ArticlePlan, findPublisher, planArticle } from '../labelling/newArticle.ts';
import { suggestRights } from '../labelling/suggestRights.ts';
import { ensureFolder, statOrNull, writeNewFiles } from '../platform/files.ts';
import { isOutside } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { countCodePoints } from '../values/normalText.ts';
import { type DefineCommand, type Outside, rawOption, sayCommand } from './command.ts';
import { beginOf } from './editing.ts';
import { addClaim, defineNewClaim } from './newClaim.ts';
import { defineNewEvidence } from './newEvidence.ts';
import { pageOf, requireReadable } from './pages.ts';
import { type AskOpen, chooserOf, withPrompts } from './prompts.ts';
import { type Input, readPage } from './readPageInput.ts';

export interface NewOptions extends ArticleOptions {
  raw: string;
  from?: string;
  url?: string;
}

const NATURES = ['original', 'rewritten', 'translated', 'repost'];

export const define: DefineCommand = (program, outside) => {
  const command: Command = program
    .command('new')
    .description('begin an article from a saved page, plain text or an address; a claim; a piece of evidence')
    // What stands behind the name of a part belongs to the part.
    .enablePositionalOptions()
    .argument('[pages...]', 'the article: a file or an address; behind it, the evidence of a claim that is asked for')
    .addOption(rawOption())
    .option('--from <file>', 'a saved HTML page, or plain text')
    .option('--url <url>', 'a page to fetch')
    .option('--id <id>', "the article's id (default: publisher and date)")
    .option('--publisher <id>', 'an id or name of raw/vocabulary/publishers.yml')
    .addOption(beginOf(new Option('--nature <nature>', 'how it came about'), NATURES))
    .option('--licence <id>', 'an id of raw/vocabulary/licences.yml')
    .option('--synopsis <text>', 'what the article is about, in words of your own')
    .action(async (words: string[], options: NewOptions) => outside.done(await createArticle(words, options, outside)));
  defineNewClaim(command, outside);
  defineNewEvidence(command, outside);
};

/**
 * `npm run new`: writes raw/articles/<id>.md and raw/captures/<id>.txt, and says what a person must decide. Never
 * overwrites. Further pages are the evidence of a claim that is asked for next.
 */
export async function createArticle(
  words: readonly string[],
  { from, url, ...options }: NewOptions,
  outside: Pick<Outside, 'terminal' | 'somebody' | 'today'>,
): Promise<number> {
  const named = [...(from === undefined ? [] : [{ from }]), ...(url === undefined ? [] : [{ url }])];
  const [page, ...evidence] = [...named, ...words.map(pageOf)];
  if (page === undefined || named.length > 1) throw new UserError('Name one of --from FILE and --url URL.');
  requireReadable(evidence);
  return withPrompts(outside, async (ask) => {
    const input = await readPage(page);
    const project = openProject(options);
    const plan = planArticle(input.page, await complete(input, options, project, ask), project);
    await write(plan, input, project, outside.terminal);
    return evidence.length === 0 ? 0 : addClaim(evidence, { raw: options.raw, article: plan.id }, outside, ask);
  });
}

async function complete(input: Input, options: ArticleOptions, project: Project, ask: AskOpen) {
  const { vocabulary } = project;
  const found = options.publisher ?? findPublisher(input.page, vocabulary) ?? undefined;
  const publishers = chooserOf('publishers', vocabulary);
  const whose = await ask({ publisher: found }, [{ key: 'publisher', text: 'Publisher', take: publishers }]);
  const publisher = found ?? whose.publisher;
  const { nature, licence } = suggestRights(publisher, project);
  const answers = await ask(options, [
    { key: 'nature', text: 'How the article came about', choices: NATURES, fallback: nature },
    { key: 'licence', text: 'Licence', choices: [...vocabulary.licences.keys()], fallback: licence },
    { key: 'synopsis', text: 'Synopsis: what it is about, in 80 to 150 words of your own' },
  ]);
  return { ...options, ...answers, publisher };
}

async function write(plan: ArticlePlan, { notes }: Input, { raw }: Project, terminal: Terminal): Promise<void> {
  const { file, captureFile, text, capture, open } = plan;
  for (const path of [file, captureFile])
    if (await statOrNull(path)) throw new UserError(`${path} exists already. Choose another id with --id.`);
  for (const folder of ['articles', 'captures']) {
    if (isOutside(`${raw}/${folder}`, raw))
      throw new UserError(`${raw}/${folder} is a link that leads out of ${raw}. Nothing was written.`);
  }
  await ensureFolder(`${raw}/articles`);
  await ensureFolder(`${raw}/captures`);
  // The article's name is taken first: whoever comes second has written nothing.
  const taken = await writeNewFiles([
    [file, text],
    [captureFile, capture],
  ]);
  if (taken !== null) throw new UserError(`${taken} exists already. Choose another id with --id.`);
  const hasSynopsis = !text.endsWith('---\n');
  terminal.out(
    [
      ...notes,
      `${file}: ${open} places say \`todo\`; put what you decide there${hasSynopsis ? '' : ', and a synopsis in your own words below the last line'}.`,
      `${captureFile}: the article as it was read, ${countCodePoints(capture)} characters. It stays on this machine: git ignores the folder.`,
      `Then \`${sayCommand('validate', raw)}\` says what is missing, and \`${sayCommand('fix', raw)}\` writes the anchors of quotations.\n`,
    ].join('\n'),
  );
}
