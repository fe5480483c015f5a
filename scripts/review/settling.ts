// A claim whose votes differ → what its settlement by an annotator would write.
import { Labels } from '../labelling/labels.ts';
import { settle } from '../labelling/settle.ts';
import { readSourceText } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import { digestWhole, type ReviewClaim, voteOf } from './claims.ts';
import type { Settling } from './claimView.ts';
import type { SettleEntry } from './journal.ts';
import { isOpen } from './queue.ts';

type Said = SettleEntry['settle'];

/**
 * What `settle` would change.
 * @throws UserError where it would refuse
 */
export function trySettlement(project: Project, id: string, annotator: string, { justification, ...said }: Said) {
  const labels = new Labels(project, (file) => readSourceText(file) ?? '');
  const act = settle(labels, id, { ...said, as: annotator, justification: justification ?? undefined });
  return [...act.changes.values()].flat();
}

/** null where votes do not differ, or it is not for this annotator to settle them. */
export function describeSettling(
  project: Project,
  claim: ReviewClaim,
  annotator: string,
  noted: SettleEntry | undefined,
): Settling | null {
  if (!isOpen(claim) || voteOf(claim, annotator) !== null) return null;
  const revisions = [...project.vocabulary.verdicts.keys()].map((verdict) => {
    const said = { verdict, reason: '…', date: '', justification: '…' };
    const revision = trySettlement(project, claim.joined.id, annotator, said).find(
      (change) => change.kind === 'append' && change.pointer.endsWith('/revisions'),
    ) as { value: { from: unknown; to: unknown } } | undefined;
    return [verdict, revision ? { from: revision.value.from, to: revision.value.to } : null] as const;
  });
  return {
    noted: noted ? { ...noted.settle, waits: noted.digest !== digestWhole(claim) } : null,
    revisions: Object.fromEntries(revisions),
    needsJustification: claim.written.justification === null,
  };
}
