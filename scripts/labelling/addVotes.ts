// Votes of one annotator → more lines in their file of votes, where no rule is against them.
import { dirname } from 'node:path';
import { judgeVotes } from '../examine/judgeVotes.ts';
import type { Finding } from '../findings/finding.ts';
import { ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { withLock } from '../platform/lock.ts';
import { isAbsent, isPlainFile, readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { votesFile } from '../project/openVotes.ts';
import { parseVotes, renderVote, type VoteLine } from '../votes/voteLines.ts';
import { requireInside } from './writeTexts.ts';

/** A vote that is to be written. */
export type NewVote = Pick<VoteLine, 'claim' | 'vote'>;

export interface AddedVotes<T extends NewVote> {
  file: string;
  /** Where the new lines begin in the file, in UTF-16 units. */
  start: number;
  /** What is or would be added. */
  votes: readonly T[];
  /** What speaks against them; where there is anything, nothing was written. */
  findings: Finding[];
}

/**
 * Adds votes to `raw/votes/<annotator>.jsonl`, under its lock and all at once: after a kill the file is the old one or
 * the new one. The votes of others make no difference to what may be written.
 * @param choose gives the votes that are wanted, from those that stand in the file
 * @param isHeld judges only
 * @param isKnown whether rules are to judge a vote: one on a claim that is not there is the caller's to refuse
 * @throws UserError where the file is a link that leads out of the project, or nowhere
 */
export async function addVotes<T extends NewVote>(
  project: Project,
  annotator: string,
  choose: (there: readonly VoteLine[]) => readonly T[],
  { isHeld = false, isKnown = () => true }: { isHeld?: boolean; isKnown?: (vote: T) => boolean } = {},
): Promise<AddedVotes<T>> {
  const file = votesFile(project.raw, annotator);
  requireInside([dirname(file), file], project.home);
  if (isPlainFile(file) === false && isAbsent(file))
    throw new UserError(`${file} is a link that leads nowhere. Nothing was written.`);
  return withLock(dirname(file), async () => {
    const before = readTextIfAny(file, project.raw) ?? '';
    const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
    const votes = choose(parseVotes(file, before, annotator).lines);
    const judged = start + votes.filter(isKnown).map(renderVote).join('');
    const findings = judgeVotes(project, file, annotator, judged);
    if (findings.length === 0 && !isHeld && votes.length > 0) {
      await ensureFolder(dirname(file));
      await writeFileAtomic(file, start + votes.map(renderVote).join(''));
    }
    return { file, start: start.length, votes, findings };
  });
}
