// Data files in a format that the program writes itself → the text of their mapping; null for any other.
import { basename } from 'node:path';
import type { FileFormat, SourceFile } from '../exchange/mapping.ts';
import { readRows } from '../exchange/readRows.ts';
import type { OpenFile } from '../exchange/record.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { averitec } from './averitec.ts';
import { type Canonical, readVerdicts } from './canonical.ts';
import { claimReview } from './claimReview.ts';
import { fever } from './fever.ts';
import { renderBlock } from './renderLabel.ts';

/** So many records are looked at. */
const SAMPLE = 500;
const FORMATS: Readonly<Record<string, FileFormat>> = { jsonld: 'claimreview', json: 'json', jsonl: 'jsonl' };

/** Verdicts that the scale knows have their place already; the others wait as `todo`. */
export async function draftKnown(
  paths: readonly string[],
  open: OpenFile,
  vocabulary: Vocabulary,
): Promise<string | null> {
  const [path = ''] = paths;
  const format = FORMATS[/\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) return null;
  const file: SourceFile = { path, written: basename(path), format, split: null, copyOf: null };
  const keys = new Set<string>();
  const words = new Map<string, string>();
  let known: Canonical | null = null;
  let records = 0;
  await readRows(file, open, {
    record: ({ value }) => {
      known ??= recognise(format, value);
      if (!known) return false;
      for (const key of Object.keys(value)) keys.add(key);
      const word = value[known.kind === 'claimreview' ? 'verdict' : 'label'];
      if (typeof word === 'string') words.set(word.trim().toLowerCase(), word.trim());
      return ++records < SAMPLE;
    },
    problem: () => {},
  });
  return known && render(known, paths, keys, [...words.values()], vocabulary);
}

function recognise(format: FileFormat, value: Readonly<Record<string, unknown>>): Canonical | null {
  if (format === 'claimreview') return claimReview;
  if (!('claim' in value && 'label' in value)) return null;
  if (Array.isArray(value['questions'])) return averitec;
  const { evidence } = value as { evidence?: unknown };
  return Array.isArray(evidence) && Array.isArray(evidence[0]) && Array.isArray(evidence[0][0]) ? fever : null;
}

function render(
  format: Canonical,
  paths: readonly string[],
  keys: ReadonlySet<string>,
  words: readonly string[],
  vocabulary: Vocabulary,
): string {
  const targets = new Map(
    Object.entries(readVerdicts(format, vocabulary)).map(([word, id]) => [word.toLowerCase(), id]),
  );
  const map = Object.fromEntries(words.map((word) => [word, targets.get(word.toLowerCase()) ?? 'todo']));
  const { fields, lists } = format.mapping(map);
  const mapped = new Set(listTexts([fields, lists]).map((path) => path.replace(/[.[].*$/, '')));
  const isRead = (key: string) => format.kind === 'claimreview' || mapped.has(key);
  const own = Object.fromEntries(
    Object.entries(fields).filter(([role, field]) => role !== 'id' || typeof field !== 'string' || keys.has(field)),
  );
  const extra = [...keys].filter((key) => !isRead(key));
  if (format.kind === 'fever') extra.push('evidence[][].0');
  const name = basename(paths[0] ?? '')
    .toLowerCase()
    .replace(/\.[^.]*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [
    '# A draft: put it where the data are, give each verdict that says `todo` one of vocabulary/verdicts.yml, and the licence.',
    'mapping: 1',
    `name: ${name || 'dataset'}`,
    'licence: null # todo: SPDX id or address of the licence',
    ...renderBlock({ files: paths.map((path) => ({ path: basename(path) })), fields: own, lists, extra }, ''),
    '',
  ].join('\n');
}

/** Every text in a value, however deep. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : [];
}
