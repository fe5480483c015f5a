// Edits of labels → a journal of them, and the journal → the last edit that can be taken back.
import { createHash } from 'node:crypto';

/** How a file changed: one range, by UTF-16 offsets, and SHA-256 of the whole text before and after. */
export interface FileEdit {
  /** Relative to the folder of the project. */
  file: string;
  before: string;
  after: string;
  start: number;
  removed: string;
  inserted: string;
}

/** A line of the journal: an edit, or that the edit in a line was taken back. Lines count from 1. */
type Entry = (Record<keyof About, string | null> & { command: string; edits: FileEdit[] }) | { undone: number };

/** What is known of an edit besides its texts. */
export interface About {
  claim?: string | undefined;
  said?: string | undefined;
  annotator?: string | undefined;
}

/** The edit of a file, as small as one range can be. */
export function describeFileEdit(file: string, before: string, after: string): FileEdit {
  let start = 0;
  const shortest = Math.min(before.length, after.length);
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    file,
    before: digestOf(before),
    after: digestOf(after),
    start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  };
}

/** @param about the claim that the edit was about, and a sentence that says what it did */
export function renderEdit(command: string, about: About, edits: readonly FileEdit[]): string {
  return `${JSON.stringify({ command, ...about, edits })}\n`;
}

export function renderUndone(line: number): string {
  return `${JSON.stringify({ undone: line })}\n`;
}

/** What taking back comes to: texts by file, which is null where the file has changed since. */
export interface Undoing {
  line: number;
  /** What the edit did, in a sentence, or else the claim that it was about; null where neither is known. */
  said: string | null;
  texts: Map<string, string | null>;
}

/**
 * The last edit of a command that stands in the files. One that was never written, or was taken back by other means, is
 * passed over: a run that was killed may leave such a line. null where there is none.
 * @param read the text of a file by its path in the journal, null where there is none
 */
export function findLastEdit(
  lines: Iterable<string>,
  command: string,
  read: (file: string) => string | null,
): Undoing | null {
  const edits = new Map<number, { said: string | null; files: FileEdit[] }>();
  let line = 0;
  for (const text of lines) {
    line++;
    const entry = parseEntry(text);
    if (entry === null) continue;
    if ('undone' in entry) edits.delete(entry.undone);
    else if (entry.command === command) edits.set(line, { said: entry.said ?? entry.claim, files: entry.edits });
  }
  for (const [at, { said, files }] of [...edits].reverse()) {
    const standing = files.filter((edit) => digestOf(read(edit.file) ?? '') !== edit.before);
    if (standing.length === 0) continue;
    return { line: at, said, texts: new Map(standing.map((edit) => [edit.file, takeBack(edit, read(edit.file))])) };
  }
  return null;
}

/** The text as it was, letter for letter; null where it is not the one that the edit left. */
function takeBack({ before, after, start, removed, inserted }: FileEdit, text: string | null): string | null {
  if (text === null || digestOf(text) !== after) return null;
  const old = text.slice(0, start) + removed + text.slice(start + inserted.length);
  return digestOf(old) === before ? old : null;
}

/** The claim that the last edit was about, or the annotator who voted last; null where there was none. */
export function findLast(lines: Iterable<string>, what: 'claim' | 'annotator'): string | null {
  let last: string | null = null;
  for (const text of lines) {
    const entry = parseEntry(text);
    if (entry && !('undone' in entry) && entry[what] !== null) last = entry[what];
  }
  return last;
}

/** null for a line that is none of a journal, such as the torn end of one. */
function parseEntry(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as Partial<Record<keyof About | 'command' | 'edits' | 'undone', unknown>> | null;
    if (typeof entry?.undone === 'number') return { undone: entry.undone };
    if (typeof entry?.command !== 'string' || !Array.isArray(entry.edits) || !entry.edits.every(isFileEdit))
      return null;
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    const { command, edits } = entry;
    return { command, claim: text(entry.claim), said: text(entry.said), annotator: text(entry.annotator), edits };
  } catch {
    return null;
  }
}

function isFileEdit(value: unknown): value is FileEdit {
  const edit = value as Partial<Record<keyof FileEdit, unknown>> | null;
  return (
    typeof edit?.start === 'number' &&
    [edit.file, edit.before, edit.after, edit.removed, edit.inserted].every((part) => typeof part === 'string')
  );
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
