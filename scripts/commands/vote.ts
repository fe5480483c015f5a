// A verdict of an annotator → a vote in its claim.
import type { Command } from 'commander';
import { castVote } from '../labelling/castVote.ts';
import type { DefineCommand, Outside } from './command.ts';
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

export interface VoteCommandOptions extends EditingOptions {
  verdict?: string;
  confidence?: string;
  as?: string;
  date?: string;
  guideline?: string;
  note?: string;
  justification?: string;
}

export const define: DefineCommand = (program, outside) => {
  withVoting(
    program.command('vote').description('vote on a claim; the first vote publishes a draft that has all it needs'),
  ).action(async (claim: string | undefined, options: VoteCommandOptions) =>
    outside.done(await vote(claim, options, outside)),
  );
};

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

/** `npm run vote -- CLAIM`. */
export async function vote(
  typed: string | undefined,
  options: VoteCommandOptions,
  outside: Pick<Outside, 'terminal' | 'somebody' | 'today'>,
): Promise<number> {
  const run = (claim: string, said: VoteCommandOptions) =>
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
