// A project and the texts of its files → its articles and claims as they are written, by their ids.
import { ownerOf } from '../claims/claimNumber.ts';
import type { ValueChange } from '../edits/edit.ts';
import { editFile } from '../edits/editFile.ts';
import { TODO } from '../edits/splice.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { newestRelease } from '../release/history.ts';
import type { SnapshotRow } from '../release/snapshot.ts';
import type { RawArticleAnnotation } from '../schemas/generated/types.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { parseSyntax } from '../yaml/syntax.ts';

/** A mapping as it is written: what is left out is not there, and nothing has been judged. */
export type Written = Readonly<Record<string, unknown>>;

/** As much of a vote as is looked at. */
export type Vote = Pick<RawArticleAnnotation, 'annotator' | 'verdict'>;

export interface ArticlePlace {
  id: string;
  file: string;
  article: Written;
  claims: readonly Written[];
}

export interface ClaimPlace extends ArticlePlace {
  claim: Written;
  /** JSON Pointer of the claim. */
  pointer: string;
}

/** What an annotator does: changes by file, and what is to be said of them, a line each. */
export interface Act {
  /** The claim that it is about. */
  claim: string;
  changes: ReadonlyMap<string, readonly ValueChange[]>;
  said: readonly string[];
  /** Who votes by it. */
  annotator?: string;
}

/** Reads labels through `read`, which gives the text of a file. Methods throw a UserError for what is not there. */
export class Labels {
  readonly project: Project;
  readonly #read: (file: string) => string;

  constructor(project: Project, read: (file: string) => string) {
    this.project = project;
    this.#read = read;
  }

  text(file: string): string {
    return this.#read(file);
  }

  article(id: string): ArticlePlace {
    const file = `${this.project.raw}/articles/${id}.md`;
    if (!this.project.articleFiles.includes(file)) {
      const ids = this.project.articleFiles.map((path) => path.replace(/^.*\/|\.md$/g, ''));
      throw new UserError(`There is no article \`${id}\`.${meant(id, ids)}`);
    }
    const article = readLabels(file, this.#read(file));
    return { id, file, article, claims: listOf(article['claims']) };
  }

  claim(id: string): ClaimPlace {
    const owner = ownerOf(id);
    if (!/-c\d+$/.test(id)) throw new UserError(`\`${id}\` is no id of a claim: it ends in \`-c\` and a number.`);
    const place = this.article(owner);
    const index = place.claims.findIndex((claim) => claim['id'] === id);
    const claim = place.claims[index];
    if (!claim) {
      const ids = place.claims.map((one) => String(one['id']));
      throw new UserError(`There is no claim \`${id}\` in ${place.file}.${meant(id, ids)}`);
    }
    return { ...place, claim, pointer: `/claims/${index}` };
  }

  /** The votes on a claim: those in it, then those in files of annotators. */
  votes({ id, claim }: ClaimPlace): Vote[] {
    const cast = (this.project.votes.get(id) ?? []).filter((line) => line.claim === claim['id']);
    return [...(listOf(claim['annotations']) as unknown as Vote[]), ...cast.map(({ vote }) => vote)];
  }

  /** The row that the newest release has of a claim; null where it has none. */
  released(id: string): SnapshotRow | null {
    const tables = newestRelease(this.project.history)?.tables;
    return tables?.find(({ name }) => name === 'claims')?.rows.get(id) ?? null;
  }

  /** Ids of a table that any release had. */
  *releasedIds(...names: readonly string[]): Iterable<string> {
    for (const { tables } of this.project.history.ledgers)
      for (const { name, rows } of tables) if (names.includes(name)) yield* rows.keys();
  }

  /** The texts that an act gives. Throws a UserError where one cannot be changed. */
  carryOut({ changes }: Act): Map<string, string> {
    return new Map(
      [...changes].map(([file, list]) => {
        const edited = editFile(file, this.#read(file), list);
        if ('problem' in edited) throw new UserError(`${file}: ${edited.problem}`);
        return [file, edited.text] as const;
      }),
    );
  }
}

function readLabels(file: string, text: string): Written {
  const parts = splitFrontMatter(text);
  if ('message' in parts) throw new UserError(`${file}: ${parts.message}`);
  const { value, problems } = parseSyntax(parts.yaml);
  if (problems.length > 0 || !isMapping(value))
    throw new UserError(`The labels of ${file} cannot be read; \`npm run validate\` says why.`);
  return value;
}

/** The mappings of a list; what is no list has none. An entry that is no mapping counts as an empty one. */
export function listOf(value: unknown): Written[] {
  return Array.isArray(value) ? value.map((item) => (isMapping(item) ? item : {})) : [];
}

/** The texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A text that a person has written; null for what is not there, and for what is still to be decided. */
export function decided(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value !== TODO ? value : null;
}

/** The number behind the highest one that `ids` have behind `stem`; those that a release had are never given again. */
export function nextNumber(stem: string, ids: Iterable<string>): number {
  let highest = 0;
  for (const id of ids) {
    const rest = id.startsWith(stem) ? id.slice(stem.length) : '';
    if (/^\d{1,9}$/.test(rest)) highest = Math.max(highest, Number(rest));
  }
  return highest + 1;
}

export function isMapping(value: unknown): value is Written {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function meant(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === null ? '' : ` Did you mean \`${nearest}\`?`;
}
