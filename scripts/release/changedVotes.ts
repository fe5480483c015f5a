// Votes of a release and of today → those that were rewritten or dropped without a revision of their claim.
import type { ReleaseFacts } from '../rules/engine/facts.ts';
import type { RawArticleRevision } from '../schemas/generated/types.ts';
import { hashValue, type SnapshotRow, type SnapshotTable } from './snapshot.ts';

/** What makes a vote; a note may be put right. */
const GUARDED = ['verdict', 'confidence', 'date', 'guideline'];

/** A revision of a vote has this in `field`, and the vote as {@link nameVote} writes it in `from` and `to`. */
const VOTES = 'annotations';

/** A vote as a revision names it. */
function nameVote(annotator: string, verdict: string | null): string {
  return `${annotator}: ${verdict}`;
}

/**
 * Votes are compared by claim and annotator: the number in their ids is their place in the list. A ledger without votes
 * says nothing, and neither does one of a claim that is no longer published.
 * @param claims the claims of today, whose revisions count
 */
export function listChangedVotes(
  old: SnapshotTable | undefined,
  table: SnapshotTable | undefined,
  claims: SnapshotTable | undefined,
): ReleaseFacts['votes'] {
  if (!old || !table || !claims) return [];
  const [before, now] = [placeColumns(old), placeColumns(table)];
  const found: ReleaseFacts['votes'] = [];
  for (const id of old.rows.unlike(table.rows)) {
    const claim = id.slice(0, id.lastIndexOf('-'));
    const owner = claims.rows.get(claim);
    const released = old.rows.get(id);
    if (!owner || !released) continue;
    const hash = (row: SnapshotRow, column: string, places: ReadonlyMap<string, number>) =>
      row.hashes()[places.get(column) ?? -1];
    const annotator = hash(released, 'annotator', before);
    const votes = listVotes(claim, table);
    const at = votes.findIndex((row) => hash(row, 'annotator', now) === annotator);
    const vote = votes[at];
    const column =
      vote && GUARDED.find((name) => before.has(name) && hash(vote, name, now) !== hash(released, name, before));
    if (vote && column === undefined) continue;
    const name = String(vote?.cells?.['annotator']);
    const to = vote ? nameVote(name, vote.verdict) : null;
    const { verdict } = released;
    if (owner.revisions.some((revision) => explains(revision, annotator, verdict, to))) continue;
    if (votes.length === 1 && vote && owner.revisions.some((one) => corrects(one, verdict, vote.verdict))) continue;
    const isAlone = votes.length === 1;
    const cast =
      vote && column
        ? {
            annotator: name,
            at,
            column,
            is: String(vote.cells?.[column] ?? null),
            verdict: vote.verdict ?? '',
            isAlone,
          }
        : null;
    found.push({ id: claim, was: released.verdict ?? '', now: cast });
  }
  return found;
}

/** The ledger has the annotator as a hash: the revision has to name the one that it is of. */
function explains(
  { field, from, to }: RawArticleRevision,
  annotator: string | undefined,
  verdict: string | null,
  now: string | null,
): boolean {
  if (field !== VOTES || from === null || to !== now) return false;
  const name = from.slice(0, from.indexOf(':'));
  return hashValue(name) === annotator && from === nameVote(name, verdict);
}

/** Whoever corrects a verdict that nobody else has judged has changed that one opinion, and said why. */
function corrects({ field, from, to }: RawArticleRevision, was: string | null, is: string | null): boolean {
  return field === 'verdict' && from === was && to === is && was !== is;
}

function listVotes(claim: string, { rows }: SnapshotTable): SnapshotRow[] {
  const votes: SnapshotRow[] = [];
  for (let row = rows.get(`${claim}-v1`); row; row = rows.get(`${claim}-v${votes.length + 1}`)) votes.push(row);
  return votes;
}

function placeColumns({ columns }: SnapshotTable): Map<string, number> {
  return new Map(columns.map(({ name }, i) => [name, i]));
}
