// Verdicts of an annotator → a vote in its claim, or votes by sheets that are blind.
import { UserError } from '../platform/userError.ts';
import type { DefineCommand } from './command.ts';
import { need } from './editing.ts';
import { type ClaimVoteOptions, voteOnClaim, withVoting } from './voteOnClaim.ts';
import { isAboutSheets, type SheetOptions, voteSheets, withSheets } from './voteSheets.ts';

export const define: DefineCommand = (program, outside) => {
  const { terminal, today, done } = outside;
  const command = program
    .command('vote')
    .description('vote on a claim; write a sheet of claims to judge without seeing other votes, and read it back');
  withSheets(withVoting(command)).action(
    async (claim: string | undefined, options: ClaimVoteOptions & Omit<SheetOptions, 'as'>) =>
      done(
        await (isAboutSheets(options)
          ? voteSheets({ ...requireNone(claim, options), as: need(options.as, '--as') }, terminal, today())
          : voteOnClaim(claim, options, outside)),
      ),
  );
};

/** A sheet is of many claims, and is read whole: what is said of one vote would be passed over. */
function requireNone<T extends ClaimVoteOptions>(claim: string | undefined, options: T): T {
  const { dryRun, undo, verdict, confidence, note, justification } = options;
  if ([claim, dryRun, undo, verdict, confidence, note, justification].some((said) => said !== undefined))
    throw new UserError('--sheet, --read and --left take neither a claim nor what is said of one vote.');
  return options;
}
