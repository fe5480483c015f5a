// `new claim`: a quotation of an article → a draft of a claim; and on to its evidence and its first vote.
import { type Command, Option } from 'commander';
import { type ClaimOptions, newClaim, planClaim } from '../labelling/newClaim.ts';
import { UserError } from '../platform/userError.ts';
import { type Outside, parseCount } from './command.ts';
import {
  asOption,
  beginOf,
  confidenceOption,
  dateOption,
  dropOpen,
  type EditingOptions,
  openLabels,
  parseIds,
  runEdit,
  withEditing,
} from './editing.ts';
import { addPieces, requireSaid, type SaidOfEach, withEvidence } from './newEvidence.ts';
import { type Page, pageOf } from './pages.ts';
import { type AskOpen, chooserOf, takeDate, withPrompts } from './prompts.ts';
import { type ClaimVoteOptions, castFirstVote } from './voteOnClaim.ts';

export type NewClaimOptions = EditingOptions &
  ClaimOptions &
  SaidOfEach &
  Pick<ClaimVoteOptions, 'as' | 'confidence' | 'date'>;

export const CLAIM_TYPES = ['event', 'statement', 'numerical', 'prediction', 'position', 'causal', 'identity'];

/** Adds the command below `new`. */
export function defineNewClaim(program: Command, outside: Outside): void {
  withEvidence(
    withEditing(
      program
        .command('claim')
        .description('add a claim to an article, from a quotation; what is not said is `todo`')
        .argument('[pages...]', 'its evidence, files and addresses; then the first vote is asked for'),
    )
      .option('-a, --article <id>', 'the article (default: the one that the quotation stands in)')
      .option('-q, --quote <words>', 'the words of the article that carry the claim')
      .addOption(new Option('--place <n>', 'which place of the quotation, from 1').argParser(parseCount))
      .option('-t, --text <claim>', 'the claim, in words that stand alone')
      .option('--claimant <id>', 'an id or name of raw/vocabulary/entities.yml, or article')
      .option('--role <office>', "the claimant's office")
      .option('--claim-date <date>', 'when the claim was made, EDTF')
      .option('--event-date <date>', 'the time that it speaks of, EDTF')
      .addOption(beginOf(new Option('--type <type>', 'what kind of claim it is'), CLAIM_TYPES))
      .addOption(new Option('--topics <ids>', 'ids or labels of raw/vocabulary/topics.yml').argParser(parseIds))
      .option('-v, --verdict <id>', 'the verdict of the draft, and of the first vote')
      .option('-j, --justification <text>', 'why'),
  )
    .addOption(confidenceOption())
    .addOption(asOption('id of the annotator of the first vote'))
    .addOption(dateOption('the day of the first vote'))
    .action(async (words: string[], options: NewClaimOptions) =>
      outside.done(await withPrompts(outside, (ask) => addClaim(words.map(pageOf), options, outside, ask))),
    );
}

/** `npm run new claim`: a draft, then a piece of evidence for each page, then the first vote; each may be undone. */
export async function addClaim(
  pages: readonly Page[],
  options: NewClaimOptions,
  outside: Pick<Outside, 'terminal' | 'today'>,
  ask: AskOpen,
): Promise<number> {
  const { raw, captures, stance, shows, as, confidence, date, verdict, justification } = options;
  const { terminal } = outside;
  if (pages.length > 0 && (options.dryRun || options.undo))
    throw new UserError('--dry-run and --undo are of one edit: leave the pages out.');
  requireSaid(pages, options);
  const asked = options.undo ? options : await complete(options, ask);
  let claim = '';
  const exitCode = await runEdit(
    'new claim',
    options,
    terminal,
    (labels) => {
      const act = newClaim(labels, asked);
      claim = act.claim;
      return act;
    },
    ['A22'],
  );
  if (exitCode !== 0 || pages.length === 0) return exitCode;
  const place = { raw, ...dropOpen({ captures }) };
  const vote = dropOpen({ as, confidence, date, verdict, justification });
  return goingOn(claim, async () => {
    const added = await addPieces(claim, pages, { ...place, ...dropOpen({ stance, shows }) }, outside, ask);
    return added === 0 ? castFirstVote(claim, { ...place, ...vote }, outside, ask) : added;
  });
}

/** What ends the work on a claim does not undo what was done: it says how to go on. */
async function goingOn(claim: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const commands = `\`npm run new evidence ${claim} PAGE\` and \`npm run vote ${claim}\` go on with it.`;
    throw new UserError(`${error.message} ${claim} stays as it is now: ${commands}`);
  }
}

async function complete(options: EditingOptions & ClaimOptions, ask: AskOpen): Promise<ClaimOptions> {
  const quotation = { key: 'quote', text: 'Quotation: words of the article that carry the claim' } as const;
  const labels = openLabels(options);
  const { vocabulary } = labels.project;
  const findPlace = (quote: string) => {
    planClaim(labels, { ...options, quote });
    return quote;
  };
  const quoted = { ...options, ...(await ask(options, [{ ...quotation, take: findPlace }])) };
  const { suggestion } = planClaim(labels, quoted);
  const chooseTopic = chooserOf('topics', vocabulary);
  const { topics, ...answers } = await ask(quoted, [
    { key: 'text', text: 'Claim: what it says, in words that stand alone' },
    {
      key: 'claimant',
      text: 'Claimant: who says it',
      fallback: suggestion.claimant,
      take: chooserOf('entities', vocabulary, ['article']),
    },
    { key: 'claimDate', text: 'When it was said', fallback: suggestion.claim_date, take: takeDate },
    { key: 'type', text: 'Type', fallback: suggestion.type, choices: CLAIM_TYPES },
    {
      key: 'topics',
      text: 'Topics, set apart by commas',
      take: (answer) => parseIds(answer).map(chooseTopic).join(','),
    },
  ]);
  return { ...quoted, ...answers, ...(topics !== undefined && { topics: parseIds(topics) }) };
}
