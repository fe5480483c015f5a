// A verdict of an annotator → a vote in the claim.
import type { Command } from 'commander';
import { castVote } from '../labelling/castVote.ts';
import { lastAnnotator } from '../labelling/commitEdit.ts';
import { decided } from '../labelling/labels.ts';
import type { Outside } from './command.ts';
import {
  asOption,
  CONFIDENCES,
  confidenceOption,
  dateOption,
  type EditingOptions,
  need,
  openLabels,
  runEdit,
  withEditing,
} from './editing.ts';
import { type AskOpen, askClaim, withPrompts } from './prompts.ts';

export interface ClaimVoteOptions extends EditingOptions {
  verdict?: string;
  confidence?: string;
  as?: string;
  date?: string;
  guideline?: string;
  note?: string;
  justification?: string;
}

/** Adds what a vote on one claim takes. */
export function withVoting(command: Command): Command {
  return withEditing(command.argument('[claim]', 'id of the claim'))
    .option('-v, --verdict <id>', 'an id or label of raw/vocabulary/verdicts.yml')
    .addOption(confidenceOption())
    .addOption(asOption('id of the annotator'))
    .addOption(dateOption('the day of the vote'))
    .option('--guideline <version>', 'version of the guidelines (default: that of the votes nearby)')
    .option('--note <text>', 'what the annotator remarks')
    .option('-j, --justification <text>', 'why the claim has its verdict, for one that has no justification yet');
}

/** `npm run vote -- CLAIM`. Exit code 1 where an error would come with the vote. */
export async function voteOnClaim(
  typed: string | undefined,
  options: ClaimVoteOptions,
  outside: Pick<Outside, 'terminal' | 'somebody' | 'today'>,
): Promise<number> {
  if (options.undo) return cast('', options, outside);
  return withPrompts(outside, async (ask) => {
    const claim = await askClaim(typed, options, ask);
    return cast(claim, { ...options, ...(await askVote(claim, options, ask)) }, outside);
  });
}

/** Casts the vote that goes with a new claim, where somebody says what it is; else the claim stays a draft. */
export async function castFirstVote(
  claim: string,
  options: ClaimVoteOptions,
  outside: Pick<Outside, 'terminal' | 'today'>,
  ask: AskOpen,
): Promise<number> {
  const said = { ...options, ...(await askVote(claim, options, ask)) };
  if (said.verdict !== undefined && said.confidence !== undefined && said.as !== undefined)
    return cast(claim, said, outside);
  outside.terminal.out(`${claim}: nobody has voted on it yet; it stays a draft.\n`);
  return 0;
}

async function askVote(
  claim: string,
  options: ClaimVoteOptions,
  ask: AskOpen,
): Promise<Partial<Pick<ClaimVoteOptions, 'verdict' | 'confidence' | 'as' | 'justification'>>> {
  const labels = openLabels(options);
  const place = labels.claim(claim);
  const justification = options.justification ?? decided(place.claim['justification']) ?? undefined;
  return ask({ ...options, justification }, [
    { key: 'verdict', text: 'Verdict', choices: [...labels.project.vocabulary.verdicts.keys()] },
    { key: 'confidence', text: 'Confidence', choices: CONFIDENCES },
    { key: 'justification', text: 'Why the claim has its verdict' },
    { key: 'as', text: 'Your id as an annotator', fallback: lastAnnotator(options.raw) },
  ]);
}

function cast(
  claim: string,
  said: ClaimVoteOptions,
  { terminal, today }: Pick<Outside, 'terminal' | 'today'>,
): Promise<number> {
  return runEdit('vote', said, terminal, (labels) =>
    castVote(labels, claim, {
      ...said,
      verdict: need(said.verdict, '--verdict'),
      confidence: need(said.confidence, '--confidence'),
      as: need(said.as, '--as'),
      date: said.date ?? today(),
    }),
  );
}
