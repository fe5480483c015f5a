// Schemas → TypeScript types.
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { defaultOf, FILLED } from '../defaults.ts';
import { DERIVED_NOTICE, listTables, type SchemaFile, type SchemaNode } from './source.ts';

const ROWS: Record<string, string> = {
  claims: 'ClaimRow',
  articles: 'ArticleRow',
  evidence: 'EvidenceRow',
  annotations: 'AnnotationRow',
  entities: 'EntityRow',
  withdrawn: 'WithdrawnRow',
  questions: 'QuestionRow',
  reviews: 'ReviewRow',
  appearances: 'AppearanceRow',
};

/** One TypeScript module with a type for every schema of a person's writing and of a published row. */
export async function deriveTypes(files: readonly SchemaFile[]): Promise<string> {
  const defs: Record<string, unknown> = {};
  for (const { path, schema } of files) {
    const { $defs, ...body } = structuredClone(schema) as SchemaNode & Record<string, unknown>;
    for (const [name, definition] of Object.entries($defs ?? {})) defs[nameOf(path, name)] = rewrite(definition, path);
    if (path !== 'defs.schema.json') defs[nameOf(path)] = rewrite(body, path);
  }
  for (const definition of Object.values(defs)) dropWordsBesideReferences(definition, defs);
  const root = {
    title: 'Schemas',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(defs).map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs: defs,
  };
  const text = await compile(root as JSONSchema, 'Schemas', {
    bannerComment: `// ${DERIVED_NOTICE}`,
    additionalProperties: false,
    format: false,
    unreachableDefinitions: false,
    ignoreMinAndMaxItems: true,
  });
  const tables = listTables(files).map(
    ({ name }) => `  ${name}: ${ROWS[name] ?? nameOf(`tables/${name}.schema.json`)};`,
  );
  return `${text}\n/** The row type of every table. */\nexport interface Rows {\n${tables.join('\n')}\n}\n`;
}

/** `raw/article.schema.json` → `RawArticle`; a table is named after its row. */
function nameOf(path: string, definition?: string): string {
  const base = path.replace(/\.schema\.json$/, '');
  const table = /^tables\/(.*)$/.exec(base)?.[1];
  if (definition === undefined && table && ROWS[table]) return ROWS[table];
  const words = (
    definition === undefined ? base : path === 'defs.schema.json' ? definition : `${base} ${definition}`
  ).split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function rewrite(node: unknown, path: string): unknown {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, path));
  if (node === null || typeof node !== 'object') return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '$id' || key === '$schema' || key === 'default' || key === 'examples' || key.startsWith('x-')) continue;
    // The name of a type comes from the definition, not from its title.
    if (key === 'title' && typeof value === 'string') continue;
    copy[key] = key === '$ref' && typeof value === 'string' ? `#/$defs/${resolve(value, path)}` : rewrite(value, path);
  }
  if (FILLED.includes(path) && copy['required']) copy['required'] = listWhole(node);
  return copy;
}

/** Keys that every whole object has: those that must be written and those that have a default. */
function listWhole({ properties = {}, required = [] }: SchemaNode): string[] {
  return Object.keys(properties).filter(
    (key) => required.includes(key) || defaultOf(properties[key] as SchemaNode) !== undefined,
  );
}

/**
 * A reference to an object that carries words of its own would become a second type; the words of the object itself are
 * enough.
 */
function dropWordsBesideReferences(node: unknown, defs: Record<string, unknown>): void {
  if (node === null || typeof node !== 'object') return;
  const body = node as SchemaNode;
  const target = defs[body.$ref?.replace('#/$defs/', '') ?? ''] as SchemaNode | undefined;
  if (target?.type === 'object') delete body.description;
  for (const child of Object.values(node)) dropWordsBesideReferences(child, defs);
}

function resolve(reference: string, path: string): string {
  const [file = '', fragment = ''] = reference.split('#');
  const target = file === '' ? path : new URL(file, `schema:///${path}`).pathname.slice(1);
  const definition = /^\/\$defs\/(.+)$/.exec(fragment)?.[1];
  return nameOf(target, definition);
}
