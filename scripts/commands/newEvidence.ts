// `new evidence`: a page and what it shows → a piece of evidence of a claim.
import { type Command, Option } from 'commander';
import type { ReadPage } from '../article/readPage.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { listOf } from '../labelling/labels.ts';
import { type EvidenceOptions, newEvidence } from '../labelling/newEvidence.ts';
import { UserError } from '../platform/userError.ts';
import type { Outside } from './command.ts';
import { type EditingOptions, openLabels, runEdit, withEditing } from './editing.ts';
import { askClaim, withPrompts } from './prompts.ts';
import { type Input, readAddress, readSaved } from './readPageInput.ts';

export interface NewEvidenceOptions extends EditingOptions, EvidenceOptions {
  from?: string;
  /** False: the address is written down and not asked. */
  fetch?: boolean;
}

export const STANCES = ['supports', 'refutes', 'context'];
const BASES = ['page', 'url', 'content', 'copy', 'inferred'];

/** Adds the command below `new`. */
export function defineNewEvidence(program: Command, outside: Outside): void {
  withEditing(
    program
      .command('evidence')
      .description('add a piece of evidence to a claim, from an address or a saved page; what is not known is `todo`')
      .argument('[claim]', 'id of the claim'),
  )
    .option('-u, --url <url>', 'address of the page, which is fetched')
    .option('-f, --from <file>', 'a saved page, which is read instead')
    .option('--no-fetch', 'do not fetch the page')
    .addOption(new Option('-s, --stance <stance>', 'what it does to the claim').choices(STANCES))
    .option('-w, --shows <text>', 'what it shows, in a sentence of your own')
    .option('-q, --quote <words>', 'words of the page')
    .option('--title <title>', 'its title, where the page does not say')
    .option('--publisher <name>', 'whose page it is, where the page does not say')
    .option('-o, --origin <id>', 'who first reported it')
    .option('--published <date>', 'its date, EDTF, where the page does not say')
    .addOption(new Option('--published-basis <basis>', 'where the date stands, for one that is typed').choices(BASES))
    .option('--accessed <day>', 'when it was read (default: today where it is fetched)')
    .option('--archive-url <url>', 'address of an archived copy')
    .option('--language <tag>', 'its language, where the page does not say')
    .action(async (claim: string | undefined, options: NewEvidenceOptions) =>
      outside.done(await addEvidence(claim, options, outside)),
    );
}

/** `npm run new -- evidence CLAIM`. */
export async function addEvidence(
  typed: string | undefined,
  options: NewEvidenceOptions,
  outside: Pick<Outside, 'terminal' | 'somebody' | 'today'>,
): Promise<number> {
  const { terminal } = outside;
  const run = (claim: string, known: EvidenceOptions, page: ReadPage | null) =>
    runEdit('new evidence', options, terminal, (labels) => newEvidence(labels, claim, known, page), ['A22']);
  if (options.undo) return run('', {}, null);
  return withPrompts(outside, async (ask) => {
    const claim = await askClaim(typed, options, ask);
    const place = openLabels(options).claim(claim);
    const { page = null, notes, isFetched } = await readPage(options);
    for (const note of notes) terminal.err(`${sanitiseForTerminal(note)}\n`);
    if (page) terminal.err(`${sanitiseForTerminal(describePage(page))}\n`);
    const answers = await ask(options, [
      { key: 'stance', text: 'What it does to the claim', choices: STANCES },
      { key: 'shows', text: 'What it shows, in a sentence of your own' },
      { key: 'quote', text: 'Words of the page, or nothing' },
    ]);
    // A page that is read after the newest vote cannot have led to it.
    const isVoted = listOf(place.claim['annotations']).length > 0;
    const accessed = options.accessed ?? (isFetched && !isVoted ? outside.today() : undefined);
    return run(claim, { ...options, ...answers, accessed }, page);
  });
}

/** What is known of the page. Where an address cannot be fetched that is said, and it is written all the same. */
async function readPage({
  url,
  from,
  fetch,
}: NewEvidenceOptions): Promise<Partial<Input> & { notes: string[]; isFetched: boolean }> {
  if (url === undefined && from === undefined) throw new UserError('Name the page with --url URL or --from FILE.');
  if (from !== undefined) return { ...(await readSaved(from)), isFetched: false };
  if (fetch === false) return { notes: [], isFetched: false };
  try {
    return { ...(await readAddress(url as string)), isFetched: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { notes: [error.message], isFetched: false };
  }
}

function describePage({ title, publisher, published, language }: ReadPage): string {
  const parts = [title?.value, publisher, published?.value, language].map((part) => part ?? '?');
  return `The page says: ${parts.join(' · ')}`;
}
