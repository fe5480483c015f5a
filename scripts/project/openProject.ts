// Folders → a project: its article files, vocabularies, expectations, citation and captures, as they were read.

import { basename, dirname, join, relative, resolve } from 'node:path';
import type { CaptureReader } from '../article/captures.ts';
import { type Decoded, decodeDocument } from '../article/document.ts';
import { conflictDraft, unreadableDraft } from '../article/drafts.ts';
import { type Settings, toSettings } from '../citation/settings.ts';
import type { Draft } from '../findings/finding.ts';
import type { ReadableFile } from '../formats/readableFile.ts';
import { openRegular } from '../platform/readableFiles.ts';
import { isOutside, listEntries, listNames, readSource, readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { type History, readHistory } from '../release/history.ts';
import { digestOf } from '../release/verifyChecksums.ts';
import { judgeText } from '../rules/engine/run.ts';
import { readSeverities, type Severities } from '../rules/engine/severities.ts';
import type { CopySource } from '../rules/Q07-copied-words.ts';
import { FILLED, fillDefaults } from '../schemas/defaults.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import type {
  RawCitation,
  RawConfig,
  RawExpectations,
  RawSource,
  RawSpellings,
  VerdictMap,
} from '../schemas/generated/types.ts';
import { parseLedger, type SplitLedger } from '../splits/ledger.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import {
  buildVocabulary,
  VOCABULARY_NAMES,
  type Vocabulary,
  type VocabularyEntries,
  type VocabularyName,
} from '../vocabulary/vocabulary.ts';
import type { CastVotes } from '../votes/voteLines.ts';
import { findConflict } from '../yaml/conflict.ts';
import { findOversize } from '../yaml/limits.ts';
import { openVotes } from './openVotes.ts';
import { readExtra } from './readExtra.ts';
import { beside, CONFIG, schemaOfFile } from './sourceFiles.ts';
import { findStrayFiles, isLeftover, misnamedDraft } from './strayFiles.ts';

export { beside, CONFIG };

export interface ProjectOptions {
  /** The folder that holds articles/, vocabulary/, captures/ and expectations.yml. */
  raw: string;
  /** A folder of captures that must hold every capture; without it raw/captures/ is used as far as it goes. */
  captures?: string | undefined;
  /** Reads a source file; the disk where it is left out. */
  read?: typeof readSource;
}

/**
 * Everything but the articles' contents, which are read one by one. Paths are relative to the working directory, with
 * `/`.
 */
export interface Project {
  raw: string;
  /** The folder of CITATION.cff and DATASHEET.md. */
  home: string;
  articleFiles: string[];
  vocabulary: Vocabulary;
  expectations: { file: string; value: RawExpectations } | null;
  /** Where imported claims came from: the files of sources/ in which nothing is wrong. */
  imports: { file: string; value: RawSource }[];
  /** Spellings of names that are no claimants. */
  spellings: RawSpellings;
  settings: Settings;
  citationFile: string;
  /** Severities of rules that differ from their own. */
  severities: Severities;
  /** Read when it is first asked for: an index of all rows that were released, which takes long and much memory. */
  history: History;
  /** Digests of the files that the history is read from, or why they cannot be read, by their names. */
  ledgerDigests: readonly (readonly [file: string, digest: string])[];
  /** The ledger of splits, its file and text; null where there is none. */
  splits: { file: string; ledger: SplitLedger; text: string } | null;
  /** Votes that stand in files of their own. */
  votes: CastVotes;
  /** The texts of DATASHEET.md, CHANGELOG.md and LICENSE-DATA; null where there is none. */
  datasheet: string | null;
  changelog: string | null;
  licence: string | null;
  drafts: Draft[];
  /** Texts of the files that all articles share. */
  sources: CopySource[];
  /** Reads a source file. */
  read: typeof readSource;
  /** The folder of captures that was named, if any. */
  captures: string | undefined;
}

/** Reads what all articles share. Problems become drafts of findings; nothing is thrown for what a file may hold. */
export function openProject(options: ProjectOptions): Project {
  const raw = toPath(options.raw);
  const home = toPath(dirname(resolve(options.raw)));
  const read = options.read ?? readSource;
  const drafts: Draft[] = [];
  const sources: Project['sources'] = [];
  const readShared = (file: string): SharedFile => {
    const schema = schemaOfFile({ raw, home }, file) as SchemaPath;
    const shared = readYamlFile(file, schema, read, home);
    const { text } = shared;
    if (text !== null) sources.push({ file, text });
    drafts.push(
      ...judgeText(text === null ? null : { file, text, yaml: text, yamlStart: 0, value: shared.value }, shared.drafts),
    );
    return shared;
  };
  const files = {} as Record<VocabularyName, string>;
  const lists = {} as VocabularyEntries;
  const damaged = new Set<VocabularyName>();
  for (const name of VOCABULARY_NAMES) {
    files[name] = `${raw}/vocabulary/${name}.yml`;
    const schema = `raw/${name}.schema.json` as SchemaPath;
    const { value, problems, sound } = readShared(files[name]);
    const whole = problems.length === 0 && FILLED.includes(schema) ? fillDefaults(schema, value) : value;
    const entries: unknown[] = Array.isArray(whole) ? whole : [];
    (lists as Record<VocabularyName, unknown>)[name] = entries.filter(isEntry);
    if ((!sound && problems.length === 0) || problems.some(({ pointer }) => /^(?:\/\d+(?:\/id)?)?$/.test(pointer)))
      damaged.add(name);
  }
  const verdictMaps = listNames(`${raw}/vocabulary/verdict-maps`, '.yml')
    .filter((name) => !isLeftover(name))
    .flatMap((name) => {
      const file = `${raw}/vocabulary/verdict-maps/${name}`;
      const { value, sound } = readShared(file);
      return [{ file, entries: sound && value !== null ? (value as VerdictMap) : [] }];
    });
  const imports = listNames(`${raw}/sources`, '.yml')
    .filter((name) => !isLeftover(name))
    .map((name) => {
      const file = `${raw}/sources/${name}`;
      const { value, sound } = readShared(file);
      const source = sound ? (value as RawSource | null) : null;
      if (source !== null && source.name !== basename(name, '.yml')) drafts.push(misnamedDraft(file, source.name));
      return { file, value: source };
    });
  const spellingsFile = `${raw}/vocabulary/spellings.yml`;
  const spellings = readShared(spellingsFile);
  const expectationsFile = `${raw}/expectations.yml`;
  const expectations = readShared(expectationsFile);
  const citationFile = beside({ home }, 'CITATION.cff');
  const citation = readShared(citationFile);
  const config = readShared(beside({ home }, CONFIG));
  const settings = config.sound ? (config.value as RawConfig | null) : null;
  const { severities, drafts: ofSeverities } = readSeverities(settings?.rules ?? {}, beside({ home }, CONFIG));
  drafts.push(...ofSeverities);
  const extra = readExtra(settings?.extra ?? {}, beside({ home }, CONFIG));
  drafts.push(...extra.drafts);
  if (citation.value === null && citation.sound) {
    drafts.push({
      code: 'A31',
      file: citationFile,
      message: 'There is no CITATION.cff beside the folder of raw data.',
      hint: 'write one: it gives the dataset its title, authors and licence',
    });
  }
  const articleFiles = listNames(`${raw}/articles`, '.md')
    .filter((name) => !isLeftover(name))
    .map((name) => `${raw}/articles/${name}`);
  const { votes, drafts: ofVotes, files: voteFiles } = openVotes(raw, (file) => leadsOut(file, home) ?? read(file));
  const strays = findStrayFiles(
    raw,
    [...articleFiles, ...voteFiles],
    [...Object.values(files), spellingsFile],
    [...verdictMaps, ...imports],
  );
  for (const draft of [...ofVotes, ...strays]) drafts.push(draft);
  let history: History | null = null;
  let digests: Project['ledgerDigests'] | null = null;
  return {
    raw,
    home,
    articleFiles,
    vocabulary: buildVocabulary(lists, files, damaged, verdictMaps),
    expectations:
      expectations.sound && expectations.value !== null
        ? { file: expectationsFile, value: expectations.value as RawExpectations }
        : null,
    imports: imports.flatMap(({ file, value }) => (value === null ? [] : [{ file, value }])),
    spellings: spellings.sound && spellings.value !== null ? (spellings.value as RawSpellings) : [],
    settings: toSettings(citation.sound ? (citation.value as RawCitation | null) : null, settings, extra.fields),
    citationFile,
    severities,
    get history() {
      history ??= requireDigests(readLedgers(listLedgers(home)), digests);
      return history;
    },
    get ledgerDigests() {
      digests ??= digestLedgers(listLedgers(home));
      return digests;
    },
    splits: readSplits(`${raw}/splits.jsonl`, home),
    votes,
    datasheet: readText(beside({ home }, 'DATASHEET.md'), home),
    changelog: readText(beside({ home }, 'CHANGELOG.md'), home),
    licence: readText(beside({ home }, 'LICENSE-DATA'), home),
    drafts,
    sources,
    read,
    captures: options.captures,
  };
}

/** A ledger that can be read, or in words why one cannot. */
type LedgerFile = { file: string; content: ReadableFile } | { file: string; problem: string };

/** The ledgers in `releases/` beside the folder of raw data. */
function listLedgers(home: string): LedgerFile[] {
  const folder = beside({ home }, 'releases');
  const out = leadsOut(folder, home);
  if (out) return [{ file: folder, problem: out.problem }];
  const names = listEntries(folder);
  if ('problem' in names) return [{ file: folder, problem: names.problem }];
  return names.entries
    .filter((entry) => entry.endsWith('.jsonl'))
    .map((name) => ({ file: `${folder}/${name}`, ...openRegular(`${folder}/${name}`) }));
}

function readLedgers(files: readonly LedgerFile[]): History {
  const problems = files.flatMap((one) => ('problem' in one ? [{ file: one.file, message: one.problem }] : []));
  const history = readHistory(files.flatMap((one) => ('problem' in one ? [] : [one])));
  return { ...history, problems: [...problems, ...history.problems] };
}

/** What was found under the digests of some ledgers must not be kept as found with others. */
function requireDigests(history: History, digests: Project['ledgerDigests'] | null): History {
  const known = digests && new Set(digests.map(([, digest]) => digest));
  if (known && history.ledgers.some(({ sha256 }) => !known.has(sha256)))
    throw new UserError('The ledgers in releases/ change while they are read. Try again when nobody writes there.');
  return history;
}

/** A digest costs a tenth of what reading does. */
function digestLedgers(files: readonly LedgerFile[]): Project['ledgerDigests'] {
  return files.map((one) => [one.file, 'problem' in one ? one.problem : digestOf(one.content)] as const);
}

function readSplits(file: string, within: string): Project['splits'] {
  const text = isOutside(file, within) ? null : readTextIfAny(file);
  return text === null ? null : { file, ledger: parseLedger(text), text };
}

/** The text of a file that lies beside the folder of raw data, null where there is none; see {@link readTextIfAny}. */
export function readBeside({ home }: Pick<Project, 'home'>, name: string): string | null {
  return readTextIfAny(beside({ home }, name), home);
}

/** A path relative to the working directory, with `/` on every system. */
export function toPath(path: string): string {
  const from = relative('.', resolve(path)).replaceAll('\\', '/');
  return from === '' ? '.' : from;
}

/**
 * Why a file is not read although it is there: a link, of the file or of a folder on the way, leads out of `within`.
 */
function leadsOut(file: string, within: string): { problem: string; missing: false } | null {
  return isOutside(file, within) ? { problem: 'A link on its way leads out of the project.', missing: false } : null;
}

function readText(file: string, within: string): string | null {
  const read = leadsOut(file, within) ?? readSource(file);
  return 'bytes' in read ? decodeUtf8(read.bytes) : null;
}

function isEntry(value: unknown): boolean {
  return value !== null && typeof value === 'object' && typeof (value as { id?: unknown }).id === 'string';
}

/**
 * A file that all articles share. `value` is null where there is none or it cannot be read; `sound` says that nothing
 * is wrong with it.
 */
interface SharedFile extends Decoded {
  text: string | null;
  sound: boolean;
}

function readYamlFile(file: string, schema: SchemaPath, readFile: typeof readSource, within: string): SharedFile {
  const none = { value: null, problems: [], text: null };
  const read = leadsOut(file, within) ?? readFile(file);
  if ('problem' in read) {
    if (read.missing) return { ...none, drafts: [], sound: true };
    return { ...none, drafts: [unreadableDraft(file, read.problem)], sound: false };
  }
  const text = decodeUtf8(read.bytes);
  if (text === null) return { ...none, drafts: [{ code: 'A02', file }], sound: false };
  const conflict = findConflict(text);
  if (conflict) return { ...none, text, drafts: [conflictDraft(file, conflict)], sound: false };
  const oversize = findOversize(text, text, 'other');
  if (oversize) return { ...none, drafts: [unreadableDraft(file, oversize)], sound: false };
  const decoded = decodeDocument(file, text, 0, schema);
  return { ...decoded, text, sound: decoded.drafts.length === 0 };
}

/** Reads captures from the folder that was named, which must then hold them all, or from `captures/` below `raw`. */
export function captureReader(raw: string, explicit: string | undefined): CaptureReader {
  const folder = explicit === undefined ? `${raw}/captures` : toPath(explicit);
  // Nobody has named the folder below `raw`: a link there may be somebody else's.
  const within = explicit === undefined ? raw : undefined;
  const out = within !== undefined && leadsOut(folder, within);
  return (name) => {
    const looked = `${folder}/${basename(name)}`;
    const read = out || readSource(join(folder, basename(name)), within);
    const place = { looked, required: explicit !== undefined };
    return 'bytes' in read
      ? { ...place, bytes: read.bytes }
      : { ...place, problem: read.problem, missing: read.missing };
  };
}
