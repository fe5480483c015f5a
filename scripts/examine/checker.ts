// A project on the disk, and texts that stand in for its files → findings with their places, and what fixes make of it.

import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { type Repair, repair, type Texts } from '../findings/repair.ts';
import { type ReadResult, readSource, readSourceText } from '../platform/reading.ts';
import { WatchedProject } from './watchedProject.ts';

export interface CheckerOptions {
  /** The folder of articles/, vocabulary/, captures/ and expectations.yml. */
  raw: string;
  /** A folder that holds the capture of every withheld article; without it raw/captures is used as far as it goes. */
  captures?: string | undefined;
}

/** Judges one project again and again; articles that have not changed are not examined again. */
export interface Checker {
  /**
   * Every finding, in the order of a report. A `file` is relative to the working directory; the `offsets` of an edit
   * count UTF-16 units as editors do, a `range` code points from 1.
   * @param texts what an editor holds and the disk does not yet, by the path that findings have
   * @param changed files that have changed on the disk since the last time
   */
  check(texts?: Texts, changed?: Iterable<string>): LocatedFinding[];
}

/** Opens a project for an editor or a watcher. Nothing is ever written. */
export function openChecker({ raw, captures }: CheckerOptions): Checker {
  let texts: Texts = new Map();
  const read = (path: string, within?: string): ReadResult => {
    const text = texts.get(path);
    return text === undefined ? readSource(path, within) : { bytes: Buffer.from(text) };
  };
  const project = new WatchedProject({ raw, captures, read });
  return {
    check(wanted = new Map(), changed = []) {
      const before = texts;
      const onDisk = new Set(changed);
      texts = wanted;
      const { check } = project.check((file) => onDisk.has(file) || wanted.get(file) !== before.get(file));
      return locateFindings(check.findings, (file) => wanted.get(file) ?? readSourceText(file));
    },
  };
}

/** Every certain edit of a project's findings: the texts that it gives, what was fixed and what is left. */
export function repairProject(options: CheckerOptions): Repair {
  const checker = openChecker(options);
  const texts = new Map<string, string | null>();
  return repair(
    (wanted) => checker.check(wanted),
    (file) => {
      const text = texts.has(file) ? (texts.get(file) ?? null) : readSourceText(file);
      texts.set(file, text);
      return text;
    },
  );
}
