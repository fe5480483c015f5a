// The schema of articles → the keys that may not be left out.
import { SCHEMAS } from '../../scripts/schemas/generated/registry.ts';

function collect(node: unknown, required: Set<string>, optional: Set<string>): void {
  if (node === null || typeof node !== 'object') return;
  const { properties, required: needed } = node as { properties?: object; required?: string[] };
  for (const key of Object.keys(properties ?? {})) (needed?.includes(key) ? required : optional).add(key);
  for (const child of Object.values(node)) collect(child, required, optional);
}

const required = new Set<string>();
const optional = new Set<string>();
collect(SCHEMAS['raw/article.schema.json'], required, optional);

/** Keys that are required wherever they may stand. */
export const ARTICLE_KEYS: ReadonlySet<string> = new Set([...required].filter((key) => !optional.has(key)));
