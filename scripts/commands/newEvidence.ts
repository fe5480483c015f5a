// `new evidence`: pages and what they show → pieces of evidence of a claim.
import { type Command, Option } from 'commander';
import type { ReadPage } from '../article/readPage.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { listOf } from '../labelling/labels.ts';
import { type EvidenceOptions, newEvidence } from '../labelling/newEvidence.ts';
import { UserError } from '../platform/userError.ts';
import type { Outside } from './command.ts';
import { beginOfEach, type EditingOptions, each, openLabels, runEdit, withEditing } from './editing.ts';
import { nameOfPage, type Page, pageOf, requireReadable } from './pages.ts';
import { type AskOpen, askClaim, withPrompts } from './prompts.ts';
import { type Input, readPage } from './readPageInput.ts';

/** What is said of each of several pages, in their order. */
export interface SaidOfEach {
  stance?: readonly string[];
  shows?: readonly string[];
}

/** What can be said of one page alone. */
type SaidOfOne = Omit<EvidenceOptions, 'stance' | 'shows'>;

export interface NewEvidenceOptions extends EditingOptions, SaidOfEach, SaidOfOne {
  from?: string;
  /** False: the address is written down and not asked. */
  fetch?: boolean;
}

const STANCES = ['supports', 'refutes', 'context'];
const BASES = ['page', 'url', 'content', 'copy', 'inferred'];
const OF_ONE = [
  ...['quote', 'title', 'publisher', 'origin', 'published', 'publishedBasis', 'accessed', 'archiveUrl', 'language'],
] as const satisfies readonly (keyof SaidOfOne)[];

/** Adds what is said of each piece of evidence. */
export function withEvidence(command: Command): Command {
  return command
    .addOption(beginOfEach(new Option('-s, --stance <stance>', 'what it does to the claim; for each page'), STANCES))
    .addOption(
      new Option('-w, --shows <text>', 'what it shows, in a sentence of your own; for each page').argParser(each),
    );
}

/** Adds the command below `new`. */
export function defineNewEvidence(program: Command, outside: Outside): void {
  withEvidence(
    withEditing(
      program
        .command('evidence')
        .description('add evidence to a claim, from addresses or saved pages; what is not known is `todo`')
        .argument('[claim-or-pages...]', 'id of the claim (default: the last one); files and addresses'),
    )
      .option('-u, --url <url>', 'address of the page, which is fetched')
      .option('-f, --from <file>', 'a saved page, which is read instead')
      .option('--no-fetch', 'do not fetch the page'),
  )
    .option('-q, --quote <words>', 'words of the page')
    .option('--title <title>', 'its title, where the page does not say')
    .option('--publisher <name>', 'whose page it is, where the page does not say')
    .option('-o, --origin <id>', 'who first reported it')
    .option('--published <date>', 'its date, EDTF, where the page does not say')
    .addOption(new Option('--published-basis <basis>', 'where the date stands, for one that is typed').choices(BASES))
    .option('--accessed <day>', 'when it was read (default: today where it is fetched)')
    .option('--archive-url <url>', 'address of an archived copy')
    .option('--language <tag>', 'its language, where the page does not say')
    .action(async (words: string[], options: NewEvidenceOptions) =>
      outside.done(await addEvidence(words, options, outside)),
    );
}

/** `npm run new evidence`: words are the id of the claim, and pages. */
export async function addEvidence(
  words: readonly string[],
  options: NewEvidenceOptions,
  outside: Pick<Outside, 'terminal' | 'somebody' | 'today'>,
): Promise<number> {
  if (options.undo)
    return runEdit('new evidence', options, outside.terminal, (labels) => newEvidence(labels, '', {}, null));
  const [first = ''] = words;
  const typed = /-c\d+$/.test(first) ? first : undefined;
  const { from, url } = options;
  // An address beside a saved page is where that was saved from.
  const named = from !== undefined ? [{ from }] : url !== undefined ? [{ url }] : [];
  const pages = [...named, ...words.slice(typed === undefined ? 0 : 1).map(pageOf)];
  if (pages.length === 0) throw new UserError('Name the page: a saved file, or its address.');
  return withPrompts(outside, async (ask) =>
    addPieces(await askClaim(typed, options, ask), pages, options, outside, ask),
  );
}

/** Adds a piece for each page, in order, each an edit of its own. Ends at the first that is refused, with 1. */
export async function addPieces(
  claim: string,
  pages: readonly Page[],
  { stance = [], shows = [], ...options }: NewEvidenceOptions,
  outside: Pick<Outside, 'terminal' | 'today'>,
  ask: AskOpen,
): Promise<number> {
  const { terminal } = outside;
  requireSaid(pages, { stance, shows });
  if (pages.length > 1 && OF_ONE.some((key) => options[key] !== undefined))
    throw new UserError('Only --stance and --shows are said of several pages, once for each in their order.');
  for (const [i, page] of pages.entries()) {
    const place = openLabels(options).claim(claim);
    const { page: read = null, notes, isFetched } = await readOrNote(page, options.fetch);
    for (const note of notes) terminal.err(`${sanitiseForTerminal(note)}\n`);
    if (read) terminal.err(`${sanitiseForTerminal(`${nameOfPage(page)} says: ${describePage(read)}`)}\n`);
    const known = { ...options, stance: stance[i], shows: shows[i] };
    const answers = await ask(known, [
      { key: 'stance', text: 'What it does to the claim', choices: STANCES },
      { key: 'shows', text: 'What it shows, in a sentence of your own' },
      { key: 'quote', text: 'Words of the page, or nothing' },
    ]);
    // A page that is read after the newest vote cannot have led to it.
    const isVoted = listOf(place.claim['annotations']).length > 0;
    const accessed = options.accessed ?? (isFetched && !isVoted ? outside.today() : undefined);
    const said = { ...('url' in page ? page : {}), ...known, ...answers, accessed };
    const exitCode = await runEdit(
      'new evidence',
      options,
      terminal,
      (labels) => newEvidence(labels, claim, said, read),
      ['A22'],
    );
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

/** Throws a UserError where a page cannot be read, or more is said of pages than there are. */
export function requireSaid(pages: readonly Page[], { stance = [], shows = [] }: SaidOfEach): void {
  if (Math.max(stance.length, shows.length) > pages.length)
    throw new UserError('More is said of pages than there are pages.');
  requireReadable(pages);
}

/** What is known of the page. Where an address cannot be fetched that is said, and it is written all the same. */
async function readOrNote(
  page: Page,
  fetch: boolean | undefined,
): Promise<Partial<Input> & { notes: string[]; isFetched: boolean }> {
  if ('from' in page) return { ...(await readPage(page)), isFetched: false };
  if (fetch === false) return { notes: [], isFetched: false };
  try {
    return { ...(await readPage(page)), isFetched: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { notes: [error.message], isFetched: false };
  }
}

function describePage({ title, publisher, published, language }: ReadPage): string {
  return [title?.value, publisher, published?.value, language].map((part) => part ?? '?').join(' · ');
}
