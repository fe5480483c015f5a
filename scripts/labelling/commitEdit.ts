// New texts of labels → the same project with them, if no error comes with them: the one gate of every edit.
import { dirname, relative, resolve } from 'node:path';
import { type CheckerOptions, openChecker } from '../examine/checker.ts';
import type { LocatedFinding } from '../findings/locate.ts';
import { listNewFindings } from '../findings/newFindings.ts';
import type { Texts } from '../findings/repair.ts';
import { ensureFolder } from '../platform/files.ts';
import { withLock } from '../platform/lock.ts';
import { appendLine, isPlainFile, readLines, readSourceText } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { toPath } from '../project/openProject.ts';
import { type About, describeFileEdit, findLast, findLastEdit, renderEdit, renderUndone } from './journal.ts';
import { privateFile } from './privateFile.ts';
import { requireInside, writeTexts } from './writeTexts.ts';

/** Where edits are noted, in the folder of a project; git ignores it. */
export const JOURNAL = 'private/edits.jsonl';

export interface Commit extends CheckerOptions {
  /** Under which name `--undo` finds the edit. */
  command: string;
  /** Nothing is written. */
  dryRun?: boolean | undefined;
  /** Codes of errors that the edit may bring, since a person has still to decide something. */
  awaited?: readonly string[];
}

export interface Committed {
  /** The changed files alone. Where errors came they are not written. */
  texts: Texts;
  /** Errors that were not there before, and are not awaited; where there is one nothing is written. */
  errors: LocatedFinding[];
  /** What else was not there before. */
  others: LocatedFinding[];
}

/**
 * Judges the project with the new texts in memory, and writes them where no new error appears: each file whole, under
 * the lock of the project, noted before in a journal.
 * @param propose reads files and gives the texts that are wanted, and what they are about; called under the lock
 */
export async function commitEdit(
  { raw, captures, command, dryRun, awaited = [] }: Commit,
  propose: (read: (file: string) => string) => { texts: Texts } & About,
): Promise<Committed> {
  return withLock(raw, async () => {
    const olds = new Map<string, string>();
    const proposed = propose((file) => {
      const text = olds.get(file) ?? readSourceText(file);
      if (text === null) throw new UserError(`${file} cannot be read.`);
      olds.set(file, text);
      return text;
    });
    const texts = new Map([...proposed.texts].filter(([file, text]) => olds.get(file) !== text));
    const home = dirname(resolve(raw));
    requireInside(texts.keys(), home);
    const checker = openChecker({ raw, captures });
    const found = listNewFindings(checker.check(), checker.check(texts));
    const isRefused = ({ severity, code }: LocatedFinding) => severity === 'error' && !awaited.includes(code);
    const outcome: Committed = {
      texts,
      errors: found.filter(isRefused),
      others: found.filter((finding) => !isRefused(finding)),
    };
    if (outcome.errors.length > 0 || dryRun || texts.size === 0) return outcome;
    // Judging takes its time, and an editor knows no lock.
    const changed = [...texts.keys()].find((file) => readSourceText(file) !== olds.get(file));
    if (changed !== undefined) throw new UserError(`${changed} was changed by somebody else. Nothing was written.`);
    const edits = [...texts].map(([file, text]) =>
      describeFileEdit(relative(home, resolve(file)).replaceAll('\\', '/'), olds.get(file) ?? '', text),
    );
    const { claim, said, annotator } = proposed;
    await note(home, renderEdit(command, { claim, said, annotator }, edits));
    await writeTexts(texts, home);
    return outcome;
  });
}

/**
 * Takes back the last edit of a command, letter for letter; the texts that come back, by file, and what the edit
 * did.
 * Throws a UserError where there is none, or where one of its files has changed since.
 */
export async function undoEdit(
  raw: string,
  command: string,
  dryRun?: boolean,
): Promise<{ texts: Texts; said: string | null }> {
  return withLock(raw, async () => {
    const home = dirname(resolve(raw));
    const journal = journalOf(home);
    const lines = linesOf(journal);
    const labels = `${relative(home, resolve(raw)).replaceAll('\\', '/')}/`;
    // A journal names nothing but labels, whoever wrote it.
    const isOwn = (file: string) => file.startsWith(labels) && !file.split('/').includes('..');
    const pathOf = (file: string) => toPath(resolve(home, file));
    const last = findLastEdit(lines, command, (file) => (isOwn(file) ? readSourceText(pathOf(file)) : null));
    if (last === null) throw new UserError(`There is no edit of \`${command}\` to take back.`);
    const texts = new Map<string, string>();
    for (const [file, text] of last.texts) {
      if (text === null) throw new UserError(`${pathOf(file)} has changed since: take it back by hand, or with git.`);
      texts.set(pathOf(file), text);
    }
    requireInside(texts.keys(), home);
    if (dryRun) return { texts, said: last.said };
    await writeTexts(texts, home);
    await note(home, renderUndone(last.line));
    return { texts, said: last.said };
  });
}

/** The claim that the last edit of a project was about; null where none was. */
export function lastClaim(raw: string): string | null {
  return findLast(linesOf(journalOf(dirname(resolve(raw)))), 'claim');
}

/** The annotator whose vote was the last edit of that kind; null where there was none. */
export function lastAnnotator(raw: string): string | null {
  return findLast(linesOf(journalOf(dirname(resolve(raw)))), 'annotator');
}

function linesOf(journal: string): Iterable<string> {
  return isPlainFile(journal) === null ? [] : readLines(journal);
}

function journalOf(home: string): string {
  return privateFile(home, JOURNAL);
}

async function note(home: string, line: string): Promise<void> {
  const journal = journalOf(home);
  await ensureFolder(dirname(journal));
  appendLine(journal, line);
}
