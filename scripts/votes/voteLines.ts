// Text of raw/votes/<annotator>.jsonl ↔ the votes in it, each with its place.

import { ownerOf } from '../claims/claimNumber.ts';
import { type Draft, excerpt } from '../findings/finding.ts';
import type { RawArticleAnnotation, RawVote } from '../schemas/generated/types.ts';
import { explainErrors } from '../schemas/problems.ts';
import { validatorOf } from '../schemas/validator.ts';
import { findRefusedSign } from '../values/refusedSigns.ts';
import { LONGEST_LINE } from '../yaml/limits.ts';

/** One vote and the line that it stands in: UTF-16 offsets, end exclusive. */
export interface VoteLine {
  claim: string;
  vote: RawArticleAnnotation;
  file: string;
  offsets: [number, number];
}

/** Votes by the article of their claims, in the order of the files and lines; plain data. */
export type CastVotes = ReadonlyMap<string, readonly VoteLine[]>;

export const NO_VOTES: CastVotes = new Map();

const HINT = 'put the line right; nothing else in the file depends on it';

const BYTE_ORDER_MARK = '\ufeff';
const WITHOUT_MARK = 'save the file as UTF-8 without a byte order mark';

/** So many lines of one file are told of; a file with more of them is no file of votes. */
const MOST_TOLD = 1000;

/**
 * Reads the votes of one annotator. A line that is no vote is one problem, and so is a second vote on a claim that is
 * not the same; the same vote twice, as merging may leave it, is one.
 */
export function parseVotes(file: string, text: string, annotator: string): { lines: VoteLine[]; drafts: Draft[] } {
  const drafts: Draft[] = [];
  const byClaim = new Map<string, VoteLine>();
  let start = 0;
  if (text.startsWith(BYTE_ORDER_MARK)) {
    start = BYTE_ORDER_MARK.length;
    drafts.push({ code: 'A16', file, offsets: [0, start], found: 'U+FEFF', hint: WITHOUT_MARK });
  }
  for (const source of text.slice(start).split('\n')) {
    const offsets: [number, number] = [start, start + source.length];
    start += source.length + 1;
    if (source.trim() === '') continue;
    const told = (draft: Omit<Draft, 'code' | 'file'>) =>
      drafts.push({ code: 'C18', file, offsets, hint: HINT, ...draft });
    if (drafts.length >= MOST_TOLD) {
      told({ message: `${MOST_TOLD} lines are wrong; this one and those below are not read.` });
      break;
    }
    const read = parseLine(source);
    if ('problem' in read) {
      told(read.problem);
      continue;
    }
    const { claim, note, ...rest } = read.vote;
    const vote = { annotator, ...rest, note: note ?? null };
    const known = byClaim.get(claim);
    if (!known) byClaim.set(claim, { claim, vote, file, offsets });
    else if (!isSameVote(known.vote, vote))
      told({
        message: `${annotator} has voted on \`${claim}\` already, and otherwise.`,
        expected: `\`${known.vote.verdict}\`, ${known.vote.confidence}, of ${known.vote.date}`,
        found: `\`${vote.verdict}\`, ${vote.confidence}, of ${vote.date}`,
        hint: `keep one of the two lines; where ${annotator} has judged anew it is the newer, and \`revisions\` of the claim say why`,
        related: [{ file, offsets: known.offsets, message: 'The first vote stands here.' }],
      });
  }
  return { lines: [...byClaim.values()], drafts };
}

type Problem = Pick<Draft, 'message' | 'expected' | 'found'>;

function parseLine(source: string): { vote: RawVote } | { problem: Problem } {
  const found = excerpt(source.slice(0, 200));
  if (source.length > LONGEST_LINE)
    return {
      problem: { message: 'The line is too long.', expected: `at most ${LONGEST_LINE / 1024} KiB`, found },
    };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { problem: { message: 'The line is no JSON.', expected: 'one vote as a JSON object', found } };
  }
  const validate = validatorOf('raw/vote.schema.json');
  if (!validate(value)) {
    const [first] = explainErrors(validate.errors ?? []);
    const place = first?.pointer ? `\`${first.pointer.slice(1)}\`` : 'The line';
    const message =
      first?.kind === 'missing-key'
        ? `${place} is missing.`
        : first?.kind === 'unknown-key'
          ? `There is no key ${place}.`
          : `${place} is not right.`;
    return { problem: { message, expected: first?.expected ?? 'a vote', found } };
  }
  // Of a key that stands twice JSON keeps the last without a word.
  const keys = Array.from(source.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)).filter(([, colon]) => colon !== undefined);
  if (keys.length !== Object.keys(value as object).length)
    return { problem: { message: 'A key stands twice in the line.', expected: 'each key once', found } };
  for (const [key, part] of Object.entries(value as RawVote)) {
    const sign = typeof part === 'string' ? findRefusedSign(part) : null;
    if (sign !== null)
      return {
        problem: { message: `\`${key}\` holds ${sign}.`, expected: 'visible text in its own order', found: sign },
      };
  }
  return { vote: value as RawVote };
}

/** Whether two votes are one, so that nothing was changed. */
export function isSameVote(a: RawArticleAnnotation, b: RawArticleAnnotation): boolean {
  return (
    a.annotator === b.annotator &&
    a.verdict === b.verdict &&
    a.confidence === b.confidence &&
    a.date === b.date &&
    a.guideline === b.guideline &&
    a.note === b.note
  );
}

/** A vote as a line of its annotator's file. */
export function renderVote({ claim, vote }: Pick<VoteLine, 'claim' | 'vote'>): string {
  const { verdict, confidence, date, guideline, note } = vote;
  const line: RawVote = { claim, verdict, confidence, date, guideline, ...(note === null ? {} : { note }) };
  return `${JSON.stringify(line)}\n`;
}

/** Votes by the article that each claim's id begins with. */
export function groupVotes(lines: Iterable<VoteLine>): CastVotes {
  const groups = new Map<string, VoteLine[]>();
  for (const line of lines) {
    const owner = ownerOf(line.claim);
    const list = groups.get(owner);
    if (list) list.push(line);
    else groups.set(owner, [line]);
  }
  return groups;
}
