// A file of a project → the schema that it is read by.
import type { SchemaPath } from '../schemas/generated/registry.ts';
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';

/** Settings of a project, beside its folder of raw data. */
export const CONFIG = 'veritable.config.yml';

/** Files below `raw`, by what their paths look like there. */
const BELOW_RAW: readonly [RegExp, SchemaPath][] = [
  [/^articles\/[^/]+\.md$/, 'raw/article.schema.json'],
  ...VOCABULARY_NAMES.map((name): [RegExp, SchemaPath] => [
    new RegExp(`^vocabulary/${name}\\.yml$`),
    `raw/${name}.schema.json` as SchemaPath,
  ]),
  [/^vocabulary\/spellings\.yml$/, 'raw/spellings.schema.json'],
  [/^vocabulary\/verdict-maps\/[^/]+\.yml$/, 'verdict-map.schema.json'],
  [/^sources\/[^/]+\.yml$/, 'raw/source.schema.json'],
  [/^expectations\.yml$/, 'raw/expectations.schema.json'],
];

const BESIDE: Readonly<Record<string, SchemaPath>> = {
  'CITATION.cff': 'raw/citation.schema.json',
  [CONFIG]: 'raw/config.schema.json',
};

/** The path of a file or folder that lies beside the folder of raw data. */
export function beside({ home }: { home: string }, name: string): string {
  return home === '.' ? name : `${home}/${name}`;
}

/** The schema of a file's front matter or YAML; null for a file that nothing reads by one. */
export function schemaOfFile({ raw, home }: { raw: string; home: string }, file: string): SchemaPath | null {
  const besides = Object.keys(BESIDE).find((name) => beside({ home }, name) === file);
  if (besides !== undefined) return BESIDE[besides] ?? null;
  if (!file.startsWith(`${raw}/`)) return null;
  const below = file.slice(raw.length + 1);
  return BELOW_RAW.find(([form]) => form.test(below))?.[1] ?? null;
}
