// A verdict of an annotator → a vote in its claim.
import type { DefineCommand } from './command.ts';
import { type ClaimVoteOptions, voteOnClaim, withVoting } from './voteOnClaim.ts';

export const define: DefineCommand = (program, outside) => {
  const command = program
    .command('vote')
    .description('vote on a claim; the first vote publishes a draft that has all it needs');
  withVoting(command).action(async (claim: string | undefined, options: ClaimVoteOptions) =>
    outside.done(await voteOnClaim(claim, options, outside)),
  );
};
