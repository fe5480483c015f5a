// A path → hidden paths beside it for what is not there for good; and the removal of what the dead have left of them.
import { lstat, readdir, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeMyself, judgeProcess, nameMark, parseMark } from './processMark.ts';

/** A hidden path beside `path`, hence on the same file system, that the repository's .gitignore leaves out. */
export function siblingPath(path: string, use: string): string {
  return join(dirname(path), `.${basename(path)}.veritable-${use}`);
}

/** So much of a name is enough for a person to know the file by; a whole one could become too long for the system. */
const SHOWN = 80;

/** Where a file is written before it takes its place: no two calls anywhere give the same path. */
export async function temporaryPath(path: string): Promise<string> {
  const mark = nameMark(await describeMyself());
  return siblingPath(join(dirname(path), basename(path).slice(0, SHOWN)), `writing-${mark}`);
}

/**
 * Removes from a folder the files that processes which are dead were writing to {@link temporaryPath}. What is of a
 * living process, or of one that cannot be seen from here, is no regular file or has another name, stays. What the
 * system refuses is let go: nothing depends on it.
 */
export async function removeAbandoned(folder: string): Promise<void> {
  const me = await describeMyself();
  for (const name of await readdir(folder).catch(() => [])) {
    const [, mark] = /^\..*\.veritable-writing-([^.]*)$/s.exec(name) ?? [];
    const writer = mark === undefined ? null : parseMark(mark);
    if (!writer || (await judgeProcess(writer, me)) !== 'dead') continue;
    const path = join(folder, name);
    const stat = await lstat(path).catch(() => null);
    // A name is removed, never what a link leads to; and its name is never given again, so that nothing can come
    // between.
    if (stat?.isFile()) await unlink(path).catch(() => {});
  }
}
