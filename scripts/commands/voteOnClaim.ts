// A verdict of an annotator → a vote in the claim.
import type { Command } from 'commander';
import { castVote } from '../labelling/castVote.ts';
import type { Outside } from './command.ts';
import {
  asOption,
  confidenceOption,
  dateOption,
  type EditingOptions,
  need,
  openLabels,
  runEdit,
  withEditing,
} from './editing.ts';
import { askClaim, withPrompts } from './prompts.ts';

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
  const run = (claim: string, said: ClaimVoteOptions) =>
    runEdit('vote', options, outside.terminal, (labels) =>
      castVote(labels, claim, {
        ...said,
        verdict: need(said.verdict, '--verdict'),
        confidence: need(said.confidence, '--confidence'),
        as: need(said.as, '--as'),
        date: options.date ?? outside.today(),
      }),
    );
  if (options.undo) return run('', options);
  return withPrompts(outside, async (ask) => {
    const claim = await askClaim(typed, options, ask);
    const labels = openLabels(options);
    labels.claim(claim);
    const answers = await ask(options, [
      { key: 'verdict', text: 'Verdict', choices: [...labels.project.vocabulary.verdicts.keys()] },
      { key: 'confidence', text: 'Confidence', choices: ['high', 'medium', 'low'] },
      { key: 'as', text: 'Your id as an annotator' },
    ]);
    return run(claim, { ...options, ...answers });
  });
}
