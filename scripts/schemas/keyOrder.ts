// A place in a file of labels → the keys that its schema gives a mapping there, in their order.
import type { SchemaNode } from './derive/source.ts';
import { SCHEMAS } from './generated/registry.ts';

const ALL = SCHEMAS as unknown as Record<string, SchemaNode>;

/** The schema of a file: of an article, or of a vocabulary by its name; null for any other. */
export function schemaOf(file: string): string | null {
  const name = /(?:^|\/)vocabulary\/(\w+)\.yml$/.exec(file)?.[1];
  const path = file.endsWith('.md') ? 'raw/article.schema.json' : `raw/${name}.schema.json`;
  return Object.hasOwn(ALL, path) ? path : null;
}

/** The keys of a mapping in the order of the schema; null where it says nothing of one. */
export function keyOrder(path: string, tokens: readonly string[]): string[] | null {
  const schema = ALL[path];
  if (!schema) return null;
  let node: SchemaNode | undefined = resolve(schema, schema);
  for (const token of tokens) {
    const next: SchemaNode | undefined = /^\d+$/.test(token) && node.items ? node.items : node.properties?.[token];
    if (!next) return null;
    node = resolve(next, schema);
  }
  return node.properties ? Object.keys(node.properties) : null;
}

/** The schema of a value that is there. */
function resolve(node: SchemaNode, schema: SchemaNode): SchemaNode {
  const form = node.anyOf?.find(({ type }) => type !== 'null');
  if (form) return resolve(form, schema);
  const name = /^#\/\$defs\/(\w+)$/.exec(node.$ref ?? '')?.[1];
  return name === undefined ? node : resolve(schema.$defs?.[name] ?? {}, schema);
}
