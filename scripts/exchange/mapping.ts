// Mapping file → what every field of a foreign dataset means, ready to be applied.

import { decodeDocument } from '../article/document.ts';
import type { Draft, RuleCode } from '../findings/finding.ts';
import type {
  Mapping as MappingFile,
  MappingSpecified as Specified,
  MappingFile as WrittenFile,
} from '../schemas/generated/types.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { foldNative } from '../vocabulary/verdictMap.ts';
import { parsePath, type Step } from './path.ts';

export type ClaimRole = keyof NonNullable<MappingFile['fields']>;
export type ListName = keyof NonNullable<MappingFile['lists']>;
export type FileFormat = NonNullable<WrittenFile['format']>;

/** One file of the dataset. `path` is the file's, as a report names it. */
export interface SourceFile extends Omit<WrittenFile, 'path' | 'format' | 'split'> {
  path: string;
  /** The path as the mapping writes it. */
  written: string;
  format: FileFormat;
  split: string | null;
  /** It holds rows that another file holds too, so that they are not counted again. */
  copyOf: string | null;
}

/** One field and its role; a table's column is called as its whole path. */
export interface Field {
  role: string;
  path: string;
  steps: readonly Step[];
  /** How dates are written; null for EDTF. */
  form: string | null;
  /** Target by native value, folded by {@link foldNative}. */
  map: ReadonlyMap<string, string> | null;
  /** The first native value of each target. */
  natives: ReadonlyMap<string, string> | null;
  values: ReadonlySet<string> | null;
  /** Values that say that there is none. */
  none: ReadonlySet<string> | null;
  constant: string | null;
}

export interface List {
  name: ListName;
  path: string;
  steps: readonly Step[];
  /** What separates items that stand in one text. */
  separator: string | null;
  fields: readonly Field[];
}

/** A mapping that can be applied. */
export interface Mapping {
  /** Its own path. */
  file: string;
  /** As it is written, with each map of verdicts in the place of its file. */
  written: MappingFile;
  name: string;
  licence: string | null;
  files: readonly SourceFile[];
  /** How missing values are written; null where nothing is said. */
  missing: ReadonlySet<string | null> | null;
  fields: readonly Field[];
  lists: readonly List[];
  extra: readonly Field[];
  dropped: readonly string[];
  declared: NonNullable<MappingFile['declared']>;
  verdictMaps: MappingFile['verdict_maps'] | null;
}

/** What reading a mapping needs of the disk. */
export interface MappingSurroundings {
  /** A path of the mapping, as seen from the working directory. */
  resolve(path: string): string;
  /** The text of a file, by a path of the mapping; null where it cannot be read. */
  read(path: string): string | null;
}

const TABLES: ReadonlySet<FileFormat> = new Set(['csv', 'tsv', 'xlsx']);
const FORMATS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  xlsx: 'xlsx',
  jsonld: 'claimreview',
};

/** The format of a file by the ending of its name, where it is one of ours. */
export function formatByName(path: string): FileFormat | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
}

/** Whether a file is data by its name, and so no mapping. JSON may be either. */
export function isDataFile(path: string): boolean {
  return (formatByName(path) ?? 'json') !== 'json';
}

/** The mapping of a text, or what is wrong with it. */
export function readMapping(
  file: string,
  text: string,
  surroundings: MappingSurroundings,
): { mapping: Mapping } | { drafts: Draft[] } {
  const { value, problems, drafts } = decodeDocument(file, text, 0, 'mapping.schema.json');
  if (value === undefined || problems.length > 0 || drafts.length > 0) return { drafts };
  const written = value as MappingFile;
  const compiler = new Compiler(file, surroundings);
  const mapping: Mapping = {
    file,
    written,
    name: written.name,
    licence: written.licence ?? null,
    files: compiler.files(written.files ?? [], written.declared?.same_rows_in ?? []),
    missing: written.missing ? new Set(written.missing) : null,
    fields: compiler.fields(written.fields ?? {}, '/fields'),
    lists: Object.entries(written.lists ?? {}).map(([name, list]) => compiler.list(name as ListName, list)),
    extra: (written.extra ?? []).map((entry, i) => compiler.field('', entry, `/extra/${i}`)),
    dropped: written.dropped ?? [],
    declared: written.declared ?? {},
    verdictMaps: written.verdict_maps ?? null,
  };
  if (compiler.drafts.length > 0) return { drafts: compiler.drafts };
  return { mapping: { ...mapping, written: compiler.withMaps(written) } };
}

class Compiler {
  readonly drafts: Draft[] = [];
  /** Whether all files are tables. */
  private areTables = false;
  private readonly maps = new Map<string, Record<string, string>>();
  private readonly file: string;
  private readonly surroundings: MappingSurroundings;

  constructor(file: string, surroundings: MappingSurroundings) {
    this.file = file;
    this.surroundings = surroundings;
  }

  files(written: readonly WrittenFile[], sameRows: readonly (readonly string[])[]): SourceFile[] {
    const paths = written.map(({ path }) => path);
    sameRows.forEach((group, i) => {
      group.forEach((path, k) => {
        if (!paths.includes(path))
          this.refuse(`/declared/same_rows_in/${i}/${k}`, 'V01', 'The mapping names no such file.', path);
      });
    });
    const files = written.map((entry, i): SourceFile => {
      const format = entry.format ?? formatByName(entry.path);
      if (!format)
        this.refuse(
          `/files/${i}/path`,
          'A11',
          'The ending does not say how the file is written.',
          entry.path,
          '`format`',
        );
      if (paths.indexOf(entry.path) !== i)
        this.refuse(`/files/${i}/path`, 'A36', 'The file is named twice.', entry.path);
      if (entry.encoding !== undefined && !isEncoding(entry.encoding))
        this.refuse(
          `/files/${i}/encoding`,
          'A13',
          'No encoding is called so.',
          entry.encoding,
          'a name as `windows-1252`',
        );
      const group = sameRows.find((names) => names.indexOf(entry.path) > 0);
      return {
        ...entry,
        path: this.surroundings.resolve(entry.path),
        written: entry.path,
        format: format ?? 'csv',
        split: entry.split ?? null,
        copyOf: group?.[0] ?? null,
      };
    });
    this.areTables = files.every(({ format }) => TABLES.has(format));
    return files;
  }

  fields(written: Readonly<Record<string, string | Specified | undefined>>, pointer: string): Field[] {
    return Object.entries(written).flatMap(([role, spec]) =>
      spec === undefined ? [] : [this.field(role, spec, pointer + toPointer([role]))],
    );
  }

  list(name: ListName, { each, fields }: { each: string | { path: string; separator: string }; fields: object }): List {
    const pointer = `/lists/${name}`;
    const path = typeof each === 'string' ? each : each.path;
    return {
      name,
      path,
      steps: this.steps(path, `${pointer}/each`),
      separator: typeof each === 'string' ? null : each.separator,
      fields: this.fields(fields as Record<string, string | Specified>, `${pointer}/fields`),
    };
  }

  field(role: string, written: string | Specified, pointer: string): Field {
    const spec: Specified = typeof written === 'string' ? { path: written } : written;
    if (spec.path === undefined && spec.const === undefined)
      this.refuse(pointer, 'A11', 'A field has a path, or a constant.', undefined, '`path` or `const`');
    return {
      role,
      path: spec.path ?? '',
      steps: spec.path === undefined ? [] : this.steps(spec.path, pointer),
      form: spec.form === undefined || spec.form === 'EDTF' ? null : spec.form,
      ...this.mapOf(spec.map, `${pointer}/map`),
      values: spec.values ? new Set(spec.values) : null,
      none: spec.none ? new Set(spec.none) : null,
      constant: spec.const ?? null,
    };
  }

  private steps(path: string, pointer: string): Step[] {
    const steps = parsePath(path);
    // The name of a column is what it is, dots and all.
    if (!steps && this.areTables) return [{ kind: 'key', key: path }];
    if (!steps)
      this.refuse(
        pointer,
        'A14',
        'This is no path.',
        path,
        'keys joined by `.`, `[]` for each item, `^` for what holds it',
      );
    return steps ?? [];
  }

  private mapOf(written: Specified['map'], pointer: string): Pick<Field, 'map' | 'natives'> {
    if (written === undefined) return { map: null, natives: null };
    const pairs = typeof written === 'string' ? this.loadMap(written, pointer) : Object.entries(written);
    const map = new Map<string, string>();
    const natives = new Map<string, string>();
    for (const [native, target] of pairs) {
      if (!natives.has(target)) natives.set(target, native.trim());
      const folded = foldNative(native);
      const known = map.get(folded);
      if (known !== undefined && known !== target)
        this.refuse(pointer, 'A36', `\`${native}\` is mapped to \`${known}\` and to \`${target}\`.`, native);
      map.set(folded, target);
    }
    return { map, natives };
  }

  /** The mapping with the maps that were read from files. */
  withMaps(written: MappingFile): MappingFile {
    return JSON.parse(JSON.stringify(written), (key, value) =>
      key === 'map' && typeof value === 'string' ? (this.maps.get(value) ?? value) : value,
    ) as MappingFile;
  }

  private loadMap(path: string, pointer: string): [string, string][] {
    const text = this.surroundings.read(path);
    const entries = text === null ? null : decodePairs(text);
    if (entries) {
      this.maps.set(path, Object.fromEntries(entries));
      return entries;
    }
    this.refuse(pointer, 'A01', 'The map cannot be read.', path, 'a YAML file of entries `{native, verdict}`');
    return [];
  }

  private refuse(pointer: string, code: RuleCode, message: string, found?: string, expected?: string): void {
    const { file } = this;
    this.drafts.push({
      file,
      pointer,
      code,
      message,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    });
  }
}

function decodePairs(text: string): [string, string][] | null {
  const { value, problems, drafts } = decodeDocument('', text, 0, 'verdict-map.schema.json');
  if (problems.length > 0 || drafts.length > 0 || !Array.isArray(value)) return null;
  return (value as { native: string; verdict: string }[]).map(({ native, verdict }) => [native, verdict]);
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
