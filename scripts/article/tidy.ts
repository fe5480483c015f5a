// Front matter of an article → the same labels, with the keys that say nothing left out, or all written.
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { defaultOf, fillDefaults } from '../schemas/defaults.ts';
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import { readYaml } from '../yaml/readYaml.ts';

/** `short`: a key whose value is what it stands for when left out is left out; `full`: every such key is written. */
export type TidyForm = 'short' | 'full';

/** Text to be put in the place of a range of the YAML. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

const ARTICLE = 'raw/article.schema.json';

/**
 * Only whole lines come and go, so that every other byte stays: a mapping in flow style and a line with a comment are
 * left alone, and so is the key that stands behind the dash of a list. What cannot be read, and what would mean
 * something else afterwards, comes back as it was.
 */
export function tidyLabels(yaml: string, form: TidyForm): string {
  const document = parseDocument(yaml, { uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return yaml;
  const splices: Splice[] = [];
  tidyMap(document.contents, SCHEMAS[ARTICLE] as unknown as SchemaNode, { yaml, form, splices });
  const tidied = splices
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), yaml);
  return isDeepStrictEqual(meaningOf(tidied), meaningOf(yaml)) ? tidied : yaml;
}

function meaningOf(yaml: string): unknown {
  return fillDefaults(ARTICLE, readYaml(yaml));
}

interface Work {
  yaml: string;
  form: TidyForm;
  splices: Splice[];
}

function tidyMap(map: YAMLMap, schema: SchemaNode, work: Work): void {
  const { properties = {}, required = [] } = schema;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) if (isScalar(pair.key)) pairs.set(String(pair.key.value), pair);
  if (!map.flow) {
    const open = Object.entries(properties).filter(([key]) => !required.includes(key));
    for (const [key, node] of open) {
      const pair = pairs.get(key);
      if (pair && work.form === 'short' && saysNothing(pair, node)) leaveOut(pair, work);
    }
    if (work.form === 'full') writeMissing(map, schema, pairs, work);
  }
  for (const [key, pair] of pairs) {
    const node = properties[key];
    if (node) tidyValue(pair.value, node, work);
  }
}

function tidyValue(value: unknown, schema: SchemaNode, work: Work): void {
  const node = resolve(schema);
  if (isMap(value)) tidyMap(value, node, work);
  else if (isSeq(value) && node.items) for (const item of value.items) tidyValue(item, node.items, work);
}

/** The schema of a value that is not null. */
function resolve(schema: SchemaNode): SchemaNode {
  const { $ref, anyOf } = schema;
  const form = anyOf?.find(({ type }) => type !== 'null');
  if (form) return resolve(form);
  const name = /^#\/\$defs\/(\w+)$/.exec($ref ?? '')?.[1];
  const definitions = SCHEMAS[ARTICLE].$defs as unknown as Record<string, SchemaNode>;
  return name === undefined ? schema : (definitions[name] ?? schema);
}

function saysNothing({ value }: Pair, schema: SchemaNode): boolean {
  const absent = defaultOf(schema);
  if (absent === undefined) return false;
  if (Array.isArray(absent)) return isSeq(value) && value.items.length === 0;
  return isScalar(value) && value.value === absent;
}

function leaveOut({ key, value }: Pair, { yaml, splices }: Work): void {
  const [from, to] = [startOf(key), endOf(value)];
  if (from === null || to === null) return;
  const start = yaml.lastIndexOf('\n', from - 1) + 1;
  const stop = yaml.indexOf('\n', to);
  const end = stop < 0 ? yaml.length : stop + 1;
  // A dash before the key, or a comment behind the value, is more than the key.
  if (yaml.slice(start, from).trim() !== '' || yaml.slice(to, end).trim() !== '') return;
  splices.push({ start, end, text: '' });
}

/** Writes each key that is not there behind the nearest one before it in the schema, or the first of the mapping. */
function writeMissing(
  map: YAMLMap,
  { properties = {}, required = [], 'x-needed': needed = [] }: SchemaNode,
  pairs: ReadonlyMap<string, Pair>,
  { yaml, splices }: Work,
): void {
  const [first] = map.items;
  const from = first ? startOf(first.key) : null;
  if (!first || from === null) return;
  const indent = ' '.repeat(from - (yaml.lastIndexOf('\n', from - 1) + 1));
  let before = first;
  const lines = new Map<Pair, string>();
  for (const [key, node] of Object.entries(properties)) {
    const pair = pairs.get(key);
    if (pair) before = pair;
    const absent = defaultOf(node);
    if (pair || absent === undefined || required.includes(key) || needed.includes(key)) continue;
    lines.set(before, `${lines.get(before) ?? ''}${indent}${key}: ${writeDefault(absent)}\n`);
  }
  for (const [pair, text] of lines) {
    const end = endOf(pair.value) ?? endOf(pair.key);
    const stop = end === null ? -1 : yaml.indexOf('\n', Math.max(end - 1, 0));
    if (stop >= 0) splices.push({ start: stop + 1, end: stop + 1, text });
  }
}

function writeDefault(absent: string | null | []): string {
  if (absent === null) return 'null';
  return Array.isArray(absent) ? '[]' : absent;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

/** Where a value ends, without what stands behind it. */
function endOf(node: unknown): number | null {
  if (!isNode(node)) return null;
  // A block ends with what its last part ends with: its own end may lie behind comments.
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (last === undefined) return node.range?.[1] ?? null;
  return isNode(last) ? endOf(last) : (endOf((last as Pair).value) ?? endOf((last as Pair).key));
}
