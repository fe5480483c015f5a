// Folders → a project: its article files, vocabularies, expectations, citation and captures, as they were read.
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { CaptureReader } from '../article/captures.ts';
import { type Draft, decodeDocument } from '../article/document.ts';
import { listFiles, readSource, readTextIfAny } from '../platform/reading.ts';
import { type History, readHistory } from '../release/history.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import type { RawCitation, RawExpectations } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import {
  buildVocabulary,
  VOCABULARY_NAMES,
  type Vocabulary,
  type VocabularyEntries,
  type VocabularyName,
} from '../vocabulary/vocabulary.ts';
import { type Settings, toSettings } from './settings.ts';

export interface ProjectOptions {
  /** The folder that holds articles/, vocabulary/, captures/ and expectations.yml. */
  raw: string;
  /** A folder of captures that must hold every capture; without it raw/captures/ is used as far as it goes. */
  captures?: string | undefined;
  /** Reads a source file; the disk where it is left out. */
  read?: typeof readSource;
}

/** Everything but the articles' contents, which are read one by one. Paths are relative to the working directory, with `/`. */
export interface Project {
  raw: string;
  /** The folder of CITATION.cff and DATASHEET.md. */
  home: string;
  articleFiles: string[];
  vocabulary: Vocabulary;
  expectations: { file: string; value: RawExpectations } | null;
  settings: Settings;
  citationFile: string;
  history: History;
  /** The text of DATASHEET.md; null where there is none. */
  datasheet: string | null;
  drafts: Draft[];
  /** The folder of captures that was named, if any. */
  captures: string | undefined;
}

/** Reads what all articles share. Problems become drafts of findings; nothing is thrown for what a file may hold. */
export function openProject(options: ProjectOptions): Project {
  const raw = toPath(options.raw);
  const home = toPath(dirname(resolve(options.raw)));
  const read = options.read ?? readSource;
  const drafts: Draft[] = [];
  const files = {} as Record<VocabularyName, string>;
  const lists = {} as VocabularyEntries;
  for (const name of VOCABULARY_NAMES) {
    files[name] = `${raw}/vocabulary/${name}.yml`;
    const value = readYamlFile(files[name], `raw/${name}.schema.json` as SchemaPath, drafts, read) ?? [];
    (lists as Record<VocabularyName, unknown>)[name] = Array.isArray(value) ? value.filter(isEntry) : [];
  }
  const expectationsFile = `${raw}/expectations.yml`;
  const before = drafts.length;
  const expectations = readYamlFile(
    expectationsFile,
    'raw/expectations.schema.json',
    drafts,
    read,
  ) as RawExpectations | null;
  const expectationsSound = drafts.length === before;
  const citationFile = home === '.' ? 'CITATION.cff' : `${home}/CITATION.cff`;
  const known = drafts.length;
  const citation = readYamlFile(citationFile, 'raw/citation.schema.json', drafts, read) as RawCitation | null;
  if (citation === null && drafts.length === known) {
    drafts.push({
      code: 'A31',
      file: citationFile,
      message: 'There is no CITATION.cff beside the folder of raw data.',
      hint: 'write one: it gives the dataset its title, authors and licence',
    });
  }
  return {
    raw,
    home,
    articleFiles: listFiles(raw, 'articles/*.md').map((path) => `${raw}/${path}`),
    vocabulary: buildVocabulary(lists, files),
    expectations: expectations && expectationsSound ? { file: expectationsFile, value: expectations } : null,
    settings: toSettings(drafts.length === known ? citation : null),
    citationFile,
    history: readLedgers(home),
    datasheet: readText(home === '.' ? 'DATASHEET.md' : `${home}/DATASHEET.md`),
    drafts,
    captures: options.captures,
  };
}

/** The ledgers in `releases/` beside the folder of raw data. */
function readLedgers(home: string): History {
  const folder = home === '.' ? 'releases' : `${home}/releases`;
  return readHistory(
    listFiles(folder, '*.jsonl').map((name) => ({
      file: `${folder}/${name}`,
      text: readTextIfAny(join(folder, name)) ?? '',
    })),
  );
}

/** A path relative to the working directory, with `/` on every system. */
export function toPath(path: string): string {
  const from = relative('.', resolve(path)).replaceAll('\\', '/');
  return from === '' ? '.' : from;
}

function readText(file: string): string | null {
  const read = readSource(file);
  return 'bytes' in read ? decodeUtf8(read.bytes) : null;
}

function isEntry(value: unknown): boolean {
  return value !== null && typeof value === 'object' && typeof (value as { id?: unknown }).id === 'string';
}

/** The value of a YAML file, or null where there is none or it cannot be read; what is wrong goes to `drafts`. */
function readYamlFile(file: string, schema: SchemaPath, drafts: Draft[], read: typeof readSource): unknown {
  const source = read(file);
  if ('problem' in source) {
    if (source.missing) return null;
    drafts.push({ code: 'A01', file, message: `The file cannot be read. ${source.problem}` });
    return null;
  }
  const text = decodeUtf8(source.bytes);
  if (text === null) {
    drafts.push({ code: 'A02', file });
    return null;
  }
  const decoded = decodeDocument(file, text, 0, schema);
  drafts.push(...decoded.drafts);
  return decoded.value;
}

/** Reads captures from the folder that was named, which must then hold them all, or from `captures/` below `raw`. */
export function captureReader(raw: string, explicit: string | undefined): CaptureReader {
  const folder = explicit === undefined ? `${raw}/captures` : toPath(explicit);
  return (name) => {
    const looked = `${folder}/${basename(name)}`;
    const read = readSource(join(folder, basename(name)));
    const place = { looked, required: explicit !== undefined };
    return 'bytes' in read
      ? { ...place, bytes: read.bytes }
      : { ...place, problem: read.problem, missing: read.missing };
  };
}
