// Changes of files → the findings of each file, again after every change, at the cost of what has changed.
import { posix } from 'node:path';
import type { Cache } from '../examine/buildCache.ts';
import { type Round, WatchedProject } from '../examine/watchedProject.ts';
import type { Finding } from '../findings/finding.ts';
import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { repair, type Texts } from '../findings/repair.ts';
import type { Project, ProjectOptions } from '../project/openProject.ts';
import { schemaOfFile } from '../project/sourceFiles.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import { Facts } from '../rules/engine/facts.ts';
import { decodeUtf8 } from '../values/normalText.ts';

type Read = NonNullable<ProjectOptions['read']>;

/** Findings of a file with their places, and what they were made from. */
interface Kept {
  key: string;
  findings: readonly Finding[];
  involved: ReadonlySet<string>;
  located: LocatedFinding[];
}

/** One project, judged again and again. Nothing is ever written. */
export class Judgement {
  readonly #raw: string;
  readonly #kept: WatchedProject;
  readonly #readFile: Read;
  #instead: Texts = new Map();
  #round: Round | null = null;
  #changed: ReadonlySet<string> = new Set();
  #facts: Facts | null = null;
  #isUnfinished = false;
  #files = new Map<string, Kept>();

  /**
   * @param read gives the bytes of a file, as the editor holds it or else the disk
   * @param cache where results of earlier runs are looked for
   */
  constructor(raw: string, read: Read, cache?: Cache) {
    this.#raw = raw;
    this.#readFile = (path, within) => {
      const text = this.#instead.get(path);
      return text === undefined ? read(path, within) : { bytes: Buffer.from(text) };
    };
    this.#kept = new WatchedProject({ raw, read: this.#readFile }, { cache });
  }

  /** The project as it was read last; null before that. */
  get project(): Project | null {
    return this.#round?.project ?? null;
  }

  /** The claims of all articles that have been examined so far. */
  get facts(): Facts {
    this.#facts ??= new Facts(this.#kept.facts);
    return this.#facts;
  }

  textOf(file: string): string | null {
    const read = this.#readFile(file);
    return 'bytes' in read ? decodeUtf8(read.bytes) : null;
  }

  findingsOf(file: string): readonly LocatedFinding[] {
    return this.#files.get(file)?.located ?? [];
  }

  /** Begins anew after files have changed; gives how many articles are to be examined, and how many there are. */
  begin(changed: ReadonlySet<string>): { missing: number; articles: number } {
    // Of a round that was not brought to its end, nothing has been shown yet.
    this.#changed = this.#isUnfinished ? new Set([...this.#changed, ...changed]) : changed;
    this.#isUnfinished = true;
    const isWhole = [...changed].some((file) => !isSeenAnyway(this.#raw, file));
    this.#round = this.#kept.begin((file) => isWhole || changed.has(file));
    this.#facts = null;
    return { missing: this.#round.missing, articles: this.#round.project.articleFiles.length };
  }

  /**
   * Looks at one file before everything is judged: what is wrong with an article by itself is told at once; what
   * other files have to do with it stays as it was found last.
   */
  judgeAlone(file: string): void {
    if (!this.#round?.project.articleFiles.includes(file)) return;
    const others = this.#files.get(file)?.findings.filter(({ code }) => !isOfArticle(code)) ?? [];
    const findings = [...this.#round.judgeAlone(file), ...others];
    this.#facts = null;
    this.#files.set(file, this.#locate(file, findings, ''));
  }

  /** Examines articles until `isTime` says that it is enough; gives whether there are none left. */
  advance(isTime: () => boolean): boolean {
    this.#round?.advance(isTime);
    this.#facts = null;
    return this.#round?.missing === 0;
  }

  /** Judges everything that has been begun; gives the files whose findings may be others now. */
  finish(): string[] {
    if (!this.#round) return [];
    const { findings } = this.#round.judge();
    this.#isUnfinished = false;
    this.#facts = null;
    const before = this.#files;
    this.#files = new Map();
    for (const [file, ofFile] of groupByFile(findings)) {
      const key = JSON.stringify(ofFile);
      const old = before.get(file);
      const isSame = old?.key === key && ![...old.involved].some((one) => this.#changed.has(one));
      this.#files.set(file, isSame ? old : this.#locate(file, ofFile, key));
    }
    const files = new Set([...before.keys(), ...this.#files.keys()]);
    return [...files].filter((file) => before.get(file) !== this.#files.get(file));
  }

  /** Judges everything after files have changed; gives the files whose findings may be others now. */
  judge(changed: ReadonlySet<string>): string[] {
    this.begin(changed);
    return this.finish();
  }

  /**
   * A file with every certain edit made that lies in it alone, of one rule or of all; null where there is none. As
   * `fix` does, it makes those alone that bring no finding that was not there before.
   */
  repairFile(file: string, code: string | null): string | null {
    const judge = (texts: Texts) => {
      this.#instead = texts;
      this.judge(new Set([file]));
      return [...this.#files.values()].flatMap(({ located }) => located.map((one) => keepFix(one, file, code)));
    };
    const before = this.textOf(file);
    try {
      return repair(judge, () => before).texts.get(file) ?? null;
    } finally {
      this.#instead = new Map();
      this.judge(new Set([file]));
    }
  }

  #locate(file: string, findings: readonly Finding[], key: string): Kept {
    const others = findings.flatMap(({ fix, related = [] }) => [fix?.file, ...related.map((place) => place.file)]);
    const involved = new Set([file, ...others.filter((other) => other !== undefined)]);
    return { key, findings, involved, located: locateFindings(findings, (path) => this.textOf(path)) };
  }
}

/** The finding, without its fix where that is not asked for. */
function keepFix(finding: LocatedFinding, file: string, code: string | null): LocatedFinding {
  const isAsked = finding.file === file && (code === null || finding.code === code);
  return isAsked && finding.fix?.edits.every((edit) => edit.file === file) ? finding : { ...finding, fix: null };
}

/** What the kept project looks at in every round: that it has changed needs no article to be examined again. */
function isSeenAnyway(raw: string, file: string): boolean {
  const own = schemaOfFile({ raw, home: posix.dirname(raw) }, file) !== null;
  return own || /^\/(?:votes|captures)\/./.test(file.startsWith(raw) ? file.slice(raw.length) : '');
}

/** Whether a finding is of an article by itself, and not of what it has to do with others. */
function isOfArticle(code: string): boolean {
  return !['dataset', 'vocabulary', 'release'].includes(ruleOf(code).scope);
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return groups;
}
