// `new claim`: a quotation of an article → a draft of a claim.
import { type Command, Option } from 'commander';
import { type ClaimOptions, newClaim, planClaim } from '../labelling/newClaim.ts';
import { type Outside, parseCount } from './command.ts';
import { type EditingOptions, openLabels, parseIds, runEdit, withEditing } from './editing.ts';
import { type AskOpen, withPrompts } from './prompts.ts';

export type NewClaimOptions = EditingOptions & ClaimOptions;

export const CLAIM_TYPES = ['event', 'statement', 'numerical', 'prediction', 'position', 'causal', 'identity'];

/** Adds the command below `new`. */
export function defineNewClaim(program: Command, outside: Outside): void {
  withEditing(
    program.command('claim').description('add a claim to an article, from a quotation; what is not said is `todo`'),
  )
    .option('-a, --article <id>', 'the article (default: the one that the quotation stands in)')
    .option('-q, --quote <words>', 'the words of the article that carry the claim')
    .addOption(new Option('--place <n>', 'which place of the quotation, from 1').argParser(parseCount))
    .option('-t, --text <claim>', 'the claim, in words that stand alone')
    .option('--claimant <id>', 'an id or name of raw/vocabulary/entities.yml, or article')
    .option('--role <office>', "the claimant's office")
    .option('--claim-date <date>', 'when the claim was made, EDTF')
    .option('--event-date <date>', 'the time that it speaks of, EDTF')
    .addOption(new Option('--type <type>', 'what kind of claim it is').choices(CLAIM_TYPES))
    .addOption(new Option('--topics <ids>', 'ids or labels of raw/vocabulary/topics.yml').argParser(parseIds))
    .option('-v, --verdict <id>', 'the verdict of the draft')
    .option('-j, --justification <text>', 'why')
    .action(async (options: NewClaimOptions) => outside.done(await addClaim(options, outside)));
}

/** `npm run new -- claim`. */
export async function addClaim(
  options: NewClaimOptions,
  outside: Pick<Outside, 'terminal' | 'somebody'>,
): Promise<number> {
  const asked = options.undo ? options : await withPrompts(outside, (ask) => complete(options, ask));
  return runEdit('new claim', options, outside.terminal, (labels) => newClaim(labels, asked), ['A22']);
}

async function complete(options: NewClaimOptions, ask: AskOpen): Promise<ClaimOptions> {
  const quotation = { key: 'quote', text: 'Quotation: words of the article that carry the claim' } as const;
  const quoted = { ...options, ...(await ask(options, [quotation])) };
  const { suggestion } = planClaim(openLabels(options), quoted);
  const { topics, ...answers } = await ask(quoted, [
    { key: 'text', text: 'Claim: what it says, in words that stand alone' },
    { key: 'claimant', text: 'Claimant: who says it', fallback: suggestion.claimant },
    { key: 'claimDate', text: 'When it was said', fallback: suggestion.claim_date },
    { key: 'type', text: 'Type', fallback: suggestion.type, choices: CLAIM_TYPES },
    { key: 'topics', text: 'Topics, set apart by commas' },
  ]);
  return { ...quoted, ...answers, ...(topics !== undefined && { topics: parseIds(topics) }) };
}
