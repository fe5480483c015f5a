// What somebody chose on the page → a vote as a file of votes takes it, or why it takes none.
import { parseVotes, renderVote } from '../votes/voteLines.ts';
import type { VoteEntry } from './journal.ts';

type Vote = VoteEntry['vote'];

/** The vote with its note as it will be written; what a file of votes would refuse is refused before it is noted. */
export function draftVote(claim: string, annotator: string, chosen: Vote): { vote: Vote } | { problem: string } {
  const vote = { ...chosen, note: chosen.note === null ? null : chosen.note.normalize('NFC').trim() };
  const [wrong] = parseVotes('', renderVote({ claim, vote: { annotator, ...vote } }), annotator).drafts;
  return wrong ? { problem: `${wrong.message} ${wrong.expected ?? ''}`.trim() } : { vote };
}
