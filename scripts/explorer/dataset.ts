// The files of a dataset folder → what the explorer shows; claims are read one by one, whenever they are asked for.

import type { Settings } from '../citation/settings.ts';
import { type ExtraField, type ExtraFields, extraColumn } from '../schemas/extra.ts';
import type {
  ArticleRow,
  ClaimRow,
  EntityRow,
  Manifest,
  RawSpellings,
  RawTopics,
  RawVerdicts,
  ReleasedChange,
  WithdrawnRow,
} from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { type Citation, citeVersion } from './citation.ts';
import { type Scratch, scratchInMemory } from './scratch.ts';

/** A folder that is read file by file, or line by line. */
export interface DatasetFolder {
  readonly has: (path: string) => boolean;
  /** @throws Error when there is no such file. */
  readonly text: (path: string) => string;
  readonly lines: (path: string) => Iterable<string>;
}

/** A text of the repository that readers need beside the data: Markdown. */
export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Everything that the page is made of. */
export interface ExplorerDataset extends Surroundings {
  readonly edition: Edition;
  /** Columns that a project adds, as far as the dataset has them. */
  readonly extra: ExtraFields;
  readonly manifest: Manifest;
  readonly citation: Citation;
  /** The rows of articles.jsonl in order. */
  readonly articles: Iterable<ArticleRow>;
  readonly entities: readonly EntityRow[];
  readonly withdrawn: readonly WithdrawnRow[];
  /** The rows of claims.jsonl in order. */
  readonly claims: () => Iterable<ClaimRow>;
  readonly changes: () => Iterable<ReleasedChange>;
  /** A file that the manifest lists. */
  readonly text: (path: string) => string;
  /** The lines of a file; none where there is no such file. */
  readonly lines: (path: string) => Iterable<string>;
  /** Where what grows with the claims waits until it is needed. */
  readonly scratch: Scratch;
}

/** What lies beside the dataset in the repository. */
export interface Surroundings {
  readonly verdicts: RawVerdicts;
  readonly topics: RawTopics;
  readonly spellings: RawSpellings;
  /** Kinds of distortion by id, where the project has a list of them. */
  readonly distortions?: readonly { readonly id: string; readonly label: string; readonly definition: string }[];
  /** What readers call a licence, where the project gives it a name. */
  readonly licences?: readonly { readonly id: string; readonly name?: string }[];
  readonly settings: Settings;
  readonly documents: readonly Document[];
}

/**
 * Opens a dataset folder.
 * @throws Error naming the file that is missing. While claims are read: naming a claim whose verdict the scale lacks,
 * or whose edition is another than that of the folder.
 */
export function readDataset(
  folder: DatasetFolder,
  surroundings: Surroundings,
  scratch: Scratch = scratchInMemory(),
): ExplorerDataset {
  const manifest = JSON.parse(folder.text('manifest.json')) as Manifest;
  for (const { path } of manifest.files) if (!folder.has(path)) throw new Error(missing(path));
  const articles = { [Symbol.iterator]: () => readRows<ArticleRow>(folder, 'articles.jsonl')[Symbol.iterator]() };
  const [first] = readRows<ClaimRow>(folder, 'claims.jsonl');
  const isPrivate = folder.has('NOT-FOR-PUBLICATION.txt') || first?.edition === 'private' || holdsPrivate(articles);
  const scale = new Set(surroundings.verdicts.map((verdict) => verdict.id));
  return {
    ...surroundings,
    documents: [
      ...surroundings.documents,
      ...(folder.has('codebook.md') ? [{ id: 'codebook', title: 'Codebook', text: folder.text('codebook.md') }] : []),
    ],
    edition: isPrivate ? 'private' : 'public',
    manifest,
    extra: findExtra(manifest, surroundings.settings.extra),
    citation: citeVersion({ ...surroundings.settings, name: manifest.name, title: manifest.title }, manifest.version),
    articles,
    entities: [...readRows<EntityRow>(folder, 'entities.jsonl')],
    withdrawn: [...readRows<WithdrawnRow>(folder, 'withdrawn.jsonl')],
    claims: function* () {
      for (const claim of readRows<ClaimRow>(folder, 'claims.jsonl')) {
        const { claim_id, verdict, edition } = claim;
        if (verdict !== null && !scale.has(verdict))
          throw new Error(`Claim ${claim_id} has the verdict ${verdict}, which the scale lacks.`);
        if (edition === 'private' && !isPrivate) throw new Error(`Claim ${claim_id} alone is of a private edition.`);
        yield claim;
      }
    },
    changes: () => (folder.has('changes.jsonl') ? readRows<ReleasedChange>(folder, 'changes.jsonl') : []),
    text: (path) => folder.text(path),
    lines: (path) => (folder.has(path) ? folder.lines(path) : []),
    scratch,
  };
}

/**
 * The columns of the dataset that are no program's, by what the project says of them; a column that it no longer has
 * goes by its name.
 */
function findExtra({ tables }: Manifest, fields: ExtraFields): ExtraFields {
  const find = (table: keyof ExtraFields): ExtraField[] =>
    (tables.find(({ name }) => name === table)?.columns ?? []).flatMap(({ name: column, type }): ExtraField[] => {
      const name = column.startsWith(extraColumn('')) ? column.slice(extraColumn('').length) : null;
      if (name === null || type === 'nested') return [];
      const written = { list: 'array', date: 'string' }[type as string] ?? type;
      const unknown = { name, title: name, description: '', type: written as ExtraField['type'] };
      return [fields[table].find((field) => field.name === name) ?? unknown];
    });
  return { claims: find('claims'), articles: find('articles') };
}

/** A folder that is held in memory, by path. */
export function folderOf(files: ReadonlyMap<string, string>): DatasetFolder {
  const text = (path: string): string => {
    const found = files.get(path);
    if (found === undefined) throw new Error(missing(path));
    return found;
  };
  return { has: (path) => files.has(path), text, lines: (path) => text(path).split('\n') };
}

function holdsPrivate(articles: Iterable<ArticleRow>): boolean {
  for (const { edition } of articles) if (edition === 'private') return true;
  return false;
}

function* readRows<T>(folder: DatasetFolder, path: string): Iterable<T> {
  if (!folder.has(path)) throw new Error(missing(path));
  for (const line of folder.lines(path)) if (line !== '') yield JSON.parse(line) as T;
}

function missing(path: string): string {
  return `The dataset folder holds no ${path}.`;
}
