// raw/votes/ → the votes that stand in files of their own, and what is wrong with those files.
import { basename } from 'node:path';
import { conflictDraft, unreadableDraft } from '../article/drafts.ts';
import type { Draft } from '../findings/finding.ts';
import { listEntries, type readSource } from '../platform/reading.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { type CastVotes, groupVotes, parseVotes, type VoteLine } from '../votes/voteLines.ts';
import { findConflict } from '../yaml/conflict.ts';
import { isLeftover } from './strayFiles.ts';

/** The file of an annotator's votes. */
export function votesFile(raw: string, annotator: string): string {
  return `${raw}/votes/${annotator}.jsonl`;
}

/** Reads every file of votes. `read` gives a file's bytes, or why it is not read. */
export function openVotes(
  raw: string,
  read: (file: string) => ReturnType<typeof readSource>,
): { votes: CastVotes; drafts: Draft[]; files: string[] } {
  const drafts: Draft[] = [];
  const lines: VoteLine[] = [];
  const files: string[] = [];
  const folder = `${raw}/votes`;
  const found = listEntries(folder);
  // Votes that nobody can find would be missing without a word.
  if ('problem' in found) return { votes: groupVotes([]), drafts: [unreadableDraft(folder, found.problem)], files: [] };
  for (const name of found.entries) {
    if (!name.endsWith('.jsonl') || isLeftover(name)) continue;
    const annotator = basename(name, '.jsonl');
    const file = votesFile(raw, annotator);
    files.push(file);
    if (!isAnnotator(annotator))
      drafts.push({
        code: 'C18',
        file,
        message: 'The file is not named after an annotator.',
        expected: 'lower-case letters and digits, joined by hyphens, and `.jsonl`',
        found: name,
        hint: 'rename it: its votes are not counted',
      });
    else {
      const parsed = readVotes(file, annotator, read(file));
      for (const draft of parsed.drafts) drafts.push(draft);
      for (const line of parsed.lines) lines.push(line);
    }
  }
  return { votes: groupVotes(lines), drafts, files };
}

/** Whether a word can be an annotator's pseudonym. */
export function isAnnotator(word: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word);
}

function readVotes(
  file: string,
  annotator: string,
  read: ReturnType<typeof readSource>,
): ReturnType<typeof parseVotes> {
  if ('problem' in read) return { lines: [], drafts: [unreadableDraft(file, read.problem)] };
  const text = decodeUtf8(read.bytes);
  if (text === null) return { lines: [], drafts: [{ code: 'A02', file }] };
  const conflict = findConflict(text);
  return conflict ? { lines: [], drafts: [conflictDraft(file, conflict)] } : parseVotes(file, text, annotator);
}
