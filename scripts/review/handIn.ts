// What stands in the journal → votes in raw/votes/, settlements and fixes in articles, each by the gate of its command.

import type { CheckerOptions } from '../examine/checker.ts';
import { addVotes, type NewVote } from '../labelling/addVotes.ts';
import { commitEdit } from '../labelling/commitEdit.ts';
import { Labels } from '../labelling/labels.ts';
import { settle } from '../labelling/settle.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import { digestWhole, type ReviewClaim, readClaimAgain, readClaims, voteOf } from './claims.ts';
import { repairableAt } from './fixes.ts';
import type { Journal, SettleEntry } from './journal.ts';
import { isSettledBy } from './queue.ts';

export interface Refusal {
  readonly claim: string | null;
  readonly code: string | null;
  readonly message: string;
}

/** Numbers of votes, settlements and claims with fixes that were written, and what was not. */
export interface HandedIn {
  readonly votes: number;
  readonly settlements: number;
  readonly fixes: number;
  /** Votes and settlements on claims that read otherwise now. */
  readonly waiting: readonly string[];
  readonly refused: readonly Refusal[];
}

/**
 * Hands in what is not in raw/ yet; to hand in the same once more changes nothing. Votes are written all at once or
 * not at all, and so is each settlement and each fix: what a kill leaves is handed in the next time.
 * @throws UserError where the project cannot be read, or a link leads out of it
 */
export async function handIn(options: CheckerOptions, journal: Journal, annotator: string): Promise<HandedIn> {
  const project = openJudged(options);
  const claims = readClaims(project);
  const waiting = new Set<string>();
  const refused: Refusal[] = [];
  const votes = await handInVotes(project, claims, journal, annotator, waiting, refused);
  let settlements = 0;
  for (const entry of journal.settlements.values()) {
    const outcome = await attempt(entry.claim, refused, () => handInSettlement(options, entry, annotator));
    if (outcome === 'waits') waiting.add(entry.claim);
    if (outcome === 'written') settlements += 1;
  }
  let fixes = 0;
  for (const { claim: id, code } of journal.fixes.values()) {
    const claim = claims.get(id);
    if (!claim) continue;
    const isWritten = await attempt(id, refused, async () => {
      const { texts, errors } = await commitEdit({ ...options, command: 'fix' }, (read) => ({
        texts: repairableAt(options, claim, code, read),
        claim: id,
      }));
      for (const error of errors) refused.push({ claim: id, code: error.code, message: error.message });
      return errors.length === 0 && texts.size > 0;
    });
    if (isWritten) fixes += 1;
  }
  return { votes, settlements, fixes, waiting: [...waiting], refused };
}

async function handInVotes(
  project: Project,
  claims: ReadonlyMap<string, ReviewClaim>,
  journal: Journal,
  annotator: string,
  waiting: Set<string>,
  refused: Refusal[],
): Promise<number> {
  const wanted: NewVote[] = [];
  for (const { claim: id, digest, vote } of journal.votes.values()) {
    const claim = claims.get(id);
    if (claim && voteOf(claim, annotator) !== null) continue;
    if (claim?.digest !== digest) waiting.add(id);
    else wanted.push({ claim: id, vote: { annotator, ...vote } });
  }
  if (wanted.length === 0) return 0;
  const { votes, findings } = await addVotes(project, annotator, (there) => {
    const voted = new Set(there.map(({ claim }) => claim));
    return wanted.filter(({ claim }) => !voted.has(claim));
  });
  for (const { code, message } of findings) refused.push({ claim: null, code, message });
  return findings.length > 0 ? 0 : votes.length;
}

async function handInSettlement(
  options: CheckerOptions,
  { claim: id, digest, settle: said }: SettleEntry,
  annotator: string,
): Promise<'written' | 'there' | 'waits'> {
  const project = openJudged(options);
  const before = readClaims(project).get(id);
  if (!before) return 'waits';
  if (isSettledBy(before, said.reason, annotator)) return 'there';
  if (digestWhole(before) !== digest) return 'waits';
  const { errors } = await commitEdit({ ...options, command: 'settle' }, (read) => {
    // Read under the lock, and then looked at once more: between the two nobody else has written.
    const labels = new Labels(project, read);
    labels.text(before.file);
    const now = readClaimAgain(project, before);
    if (now === null || digestWhole(now) !== digest) throw new UserError(`${id} has changed just now.`);
    const { justification, ...options } = said;
    const act = settle(labels, id, { ...options, as: annotator, justification: justification ?? undefined });
    return { texts: labels.carryOut(act), claim: id, said: act.said[0] };
  });
  const [error] = errors;
  if (error) throw new UserError(`${error.code}: ${error.message}`);
  return 'written';
}

/** What a person can solve is told, and the next one has its turn. */
async function attempt<T>(claim: string, refused: Refusal[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refused.push({ claim, code: null, message: error.message });
    return null;
  }
}
