// Changes of files → the findings of each file, again after every change, at the cost of what has changed.
import { WatchedProject } from '../examine/watchedProject.ts';
import type { Finding } from '../findings/finding.ts';
import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { repair, type Texts } from '../findings/repair.ts';
import type { Project, ProjectOptions } from '../project/openProject.ts';
import { Facts } from '../rules/engine/facts.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';

type Read = NonNullable<ProjectOptions['read']>;

/** Findings of a file with their places, and what they were made from. */
interface Kept {
  key: string;
  involved: ReadonlySet<string>;
  located: LocatedFinding[];
}

/** One project, judged again and again. Nothing is ever written. */
export class Judgement {
  readonly #raw: string;
  readonly #kept: WatchedProject;
  readonly #readFile: Read;
  #instead: Texts = new Map();
  #project: Project | null = null;
  #facts: Facts | null = null;
  #files = new Map<string, Kept>();

  /** @param read gives the bytes of a file, as the editor holds it or else the disk */
  constructor(raw: string, read: Read) {
    this.#raw = raw;
    this.#readFile = (path, within) => {
      const text = this.#instead.get(path);
      return text === undefined ? read(path, within) : { bytes: Buffer.from(text) };
    };
    this.#kept = new WatchedProject({ raw, read: this.#readFile });
  }

  /** The project as it was last judged; null before that. */
  get project(): Project | null {
    return this.#project;
  }

  /** All claims as they were last judged. */
  get facts(): Facts {
    this.#facts ??= new Facts([...this.#kept.parts.values()].flatMap(({ facts }) => facts));
    return this.#facts;
  }

  /** Articles that use an id of a vocabulary. */
  usersOf(name: VocabularyName, id: string): string[] {
    return [...this.#kept.parts]
      .filter(([, { facts }]) => facts.some(({ uses }) => uses[name].includes(id)))
      .map(([file]) => file);
  }

  textOf(file: string): string | null {
    const read = this.#readFile(file);
    return 'bytes' in read ? decodeUtf8(read.bytes) : null;
  }

  findingsOf(file: string): readonly LocatedFinding[] {
    return this.#files.get(file)?.located ?? [];
  }

  /** Judges everything after files have changed; gives the files whose findings may be others now. */
  judge(changed: ReadonlySet<string>): string[] {
    const isWhole = [...changed].some((file) => !isSeenAnyway(this.#raw, file));
    const { project, check } = this.#kept.check((file) => isWhole || changed.has(file));
    this.#project = project;
    this.#facts = null;
    const before = this.#files;
    this.#files = new Map();
    for (const [file, findings] of groupByFile(check.findings)) {
      const key = JSON.stringify(findings);
      const old = before.get(file);
      const isSame = old?.key === key && ![...old.involved].some((one) => changed.has(one));
      this.#files.set(file, isSame ? old : this.#locate(file, findings, key));
    }
    const files = new Set([...before.keys(), ...this.#files.keys()]);
    return [...files].filter((file) => before.get(file) !== this.#files.get(file));
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
    return { key, involved, located: locateFindings(findings, (path) => this.textOf(path)) };
  }
}

/** The finding, without its fix where that is not asked for. */
function keepFix(finding: LocatedFinding, file: string, code: string | null): LocatedFinding {
  const isAsked = finding.file === file && (code === null || finding.code === code);
  return isAsked && finding.fix?.edits.every((edit) => edit.file === file) ? finding : { ...finding, fix: null };
}

/** What the kept project looks at in every round: that it has changed needs no article to be examined again. */
function isSeenAnyway(raw: string, file: string): boolean {
  return /^(?:articles|vocabulary|sources)\/|^expectations\.yml$/.test(
    file.startsWith(`${raw}/`) ? file.slice(raw.length + 1) : '',
  );
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
