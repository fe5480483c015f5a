// A filled sheet → lines in its annotator's file of votes, where nothing on it is wrong.
import { basename } from 'node:path';
import { decodeDocument } from '../article/document.ts';
import { conflictDraft } from '../article/drafts.ts';
import { ownerOf } from '../claims/claimNumber.ts';
import { eachClaim } from '../examine/eachClaim.ts';
import type { Draft, Finding } from '../findings/finding.ts';
import { addVotes } from '../labelling/addVotes.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { type Project, toPath } from '../project/openProject.ts';
import { judgeDrafts } from '../rules/engine/run.ts';
import type { RawArticleAnnotation, RawArticleClaim, VoteSheet } from '../schemas/generated/types.ts';
import { listSheetVotes, type SheetVote } from '../votes/sheet.ts';
import { renderVote } from '../votes/voteLines.ts';
import { findConflict } from '../yaml/conflict.ts';
import { reportFindings } from './reporting.ts';

interface Asked {
  annotator: string;
  file: string;
  /** The day of the votes where the sheet gives none. */
  day: string;
}

/** Checks everything, then writes. Exit code 1 where something is wrong; then nothing is written. */
export async function readVoteSheet(
  project: Project,
  { annotator, file, day }: Asked,
  terminal: Terminal,
): Promise<number> {
  const text = readTextIfAny(file);
  if (text === null) throw new UserError(`There is no file ${file}.`);
  const path = toPath(file);
  const conflict = findConflict(text);
  const { value, drafts } = conflict
    ? { value: null, drafts: [conflictDraft(path, conflict)] }
    : decodeDocument(path, text, 0, 'vote-sheet.schema.json');
  const sheet = drafts.length === 0 ? (value as VoteSheet) : null;
  if (sheet && sheet.annotator !== annotator)
    throw new UserError(`${file} is the sheet of ${sheet.annotator}, not of ${annotator}.`);
  const { votes, halves, open } = sheet ? listSheetVotes(sheet, day) : { votes: [], halves: [], open: 0 };
  const claims = readClaims(project, votes);
  const found = [...drafts, ...halves.map((at) => halfDraft(path, at)), ...judgeClaims(path, votes, claims)];
  const unwritten = votes.filter((one) => !isThere(one, claims.get(one.claim)?.annotations ?? [], sheet?.date ?? null));
  // An entry that stands twice on the sheet, as copying may leave it, is one vote.
  const fresh = [...new Map(unwritten.map((one) => [renderVote(one), one])).values()];
  const isKnown = ({ claim }: SheetVote) => claims.has(claim);
  const added = await addVotes(project, annotator, () => fresh, { isHeld: found.length > 0, isKnown });
  const { file: target, start } = added;
  const known = fresh.filter(isKnown);
  const findings = [
    ...judgeDrafts(found),
    ...added.findings.map((finding) => toSheet(finding, path, target, start, known)),
  ];
  if (findings.length > 0) {
    const summary = {
      articles: project.articleFiles.length,
      claims: sheet?.claims.length ?? 0,
      errors: findings.length,
      warnings: 0,
      quotations: { checked: 0, unchecked: 0 },
    };
    const read = (name: string) => (name === path ? text : readTextIfAny(name));
    terminal.out(await reportFindings(findings, summary, 'text', read, terminal.colour));
    terminal.out(`Nothing was written: ${basename(file)} must be put right first.\n`);
    return 1;
  }
  const parts = [`${fresh.length} added`];
  if (votes.length > fresh.length) parts.push(`${votes.length - fresh.length} there already`);
  if (open > 0) parts.push(`${open} left open on the sheet`);
  terminal.out(`${target}: ${parts.join(', ')}.\n`);
  return 0;
}

function readClaims(project: Project, votes: readonly SheetVote[]): Map<string, RawArticleClaim> {
  const wanted = new Set(votes.map(({ claim }) => claim));
  const owners = new Set(votes.map(({ claim }) => ownerOf(claim)));
  const articleFiles = project.articleFiles.filter((name) => owners.has(basename(name, '.md')));
  const claims = new Map<string, RawArticleClaim>();
  for (const { joined } of eachClaim({ articleFiles, raw: project.raw, votes: project.votes }))
    if (wanted.has(joined.id)) claims.set(joined.id, joined);
  return claims;
}

function halfDraft(file: string, at: number): Draft {
  return {
    code: 'A11',
    file,
    pointer: `/claims/${at}`,
    message: 'A vote is a verdict and a confidence; one of them is null.',
    expected: 'both, or null for both and for the note',
    hint: 'give the other, or write null',
  };
}

/** What the sheet shows must be what is there: a vote on another sentence is no vote on this one. */
function judgeClaims(file: string, votes: readonly SheetVote[], claims: ReadonlyMap<string, RawArticleClaim>): Draft[] {
  return votes.flatMap(({ at, claim, text }): Draft[] => {
    const now = claims.get(claim);
    const place = { code: 'C18', file, pointer: `/claims/${at}/id`, found: claim } as const;
    if (!now)
      return [
        { ...place, message: `There is no claim \`${claim}\`, or it has a mistake.`, hint: 'take the entry out' },
      ];
    if (now.status === 'withdrawn')
      return [{ ...place, message: `The claim \`${claim}\` is withdrawn.`, hint: 'take the entry out' }];
    if (now.text === text) return [];
    return [
      {
        ...place,
        pointer: `/claims/${at}/claim`,
        message: 'The claim is no longer what the sheet shows.',
        expected: now.text,
        found: text,
        hint: 'read it as it is now, judge anew, and write it here',
      },
    ];
  });
}

/** Whether the very vote is there already; on another day it is the same where the sheet gives no day. */
function isThere({ vote }: SheetVote, votes: readonly RawArticleAnnotation[], date: string | null): boolean {
  return votes.some(
    (one) =>
      one.annotator === vote.annotator &&
      one.verdict === vote.verdict &&
      one.confidence === vote.confidence &&
      one.guideline === vote.guideline &&
      one.note === vote.note &&
      (date === null || one.date === date),
  );
}

/** A finding at a line that is not written yet → at the entry of the sheet that the line comes from. */
function toSheet(finding: Finding, sheet: string, target: string, start: number, votes: readonly SheetVote[]): Finding {
  const { offsets, fix: _, ...rest } = finding;
  const offset = offsets?.[0] ?? 0;
  if (finding.file !== target || offset < start) return finding;
  let end = start;
  const from = votes.find((vote) => {
    end += renderVote(vote).length;
    return offset < end;
  });
  return { ...rest, file: sheet, pointer: `/claims/${from?.at ?? 0}/${finding.code === 'V01' ? 'verdict' : 'id'}` };
}
