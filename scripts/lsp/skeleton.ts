// A list of labels and an id → a new entry with every key that it needs, to be filled in.

import { writeFlow } from '../findings/writeFlow.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import { choicesOf, type Form, formAt, neededKeys } from './schemaAt.ts';

/** What rules ask of a labelled claim besides its schema. */
const LABELLED = ['verdict', 'justification', 'annotations', 'evidence'];

/**
 * Lines of an entry at a path, without the hyphen; those after the first are indented by two spaces. With `snippets`,
 * each value is a place `${1:…}` that an editor stops at, as the protocol writes them; else it is `todo`. With `pages`,
 * evidence is left open: at its place the editor offers what was saved.
 */
export function renderSkeleton(
  schema: SchemaPath,
  path: readonly string[],
  id: string,
  snippets: boolean,
  pages = false,
): string[] {
  let stop = 0;
  const hole = (form: Form, key: string): string => {
    if (!snippets) return 'todo';
    stop++;
    const choices = choicesOf(form).filter((choice) => choice !== null);
    const sorted = key === 'status' ? ['labelled', ...choices.filter((choice) => choice !== 'labelled')] : choices;
    return sorted.length > 0 ? `\${${stop}|${sorted.join(',')}|}` : `\${${stop}:todo}`;
  };
  const entry = (at: readonly string[], own: string | null): string[] => {
    const form = formAt(schema, at);
    if (!form) return [];
    const needed = neededKeys(form);
    const keys = Object.keys(form.schema.properties ?? {});
    const extra = at.length === 2 && at[0] === 'claims' ? LABELLED : [];
    return keys
      .filter((key) => needed.has(key) || extra.includes(key))
      .flatMap((key) => {
        if (key === 'id' && own !== null) return [`id: ${snippets ? asText(writeFlow(own)) : writeFlow(own)}`];
        const below = [...at, key];
        const field = formAt(schema, below) as Form;
        if (field.schema.type !== 'array') return [`${key}: ${hole(field, key)}`];
        if (key === 'evidence' && pages && snippets) {
          stop++;
          return [`${key}:`, `  - \${${stop}}`];
        }
        const lines = entry([...below, '0'], key === 'evidence' ? 'e1' : null);
        return [`${key}:`, ...lines.map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`)];
      });
  };
  return entry(path, id).map((line, i) => (i === 0 ? line : `  ${line}`));
}

/** Text in which an editor sees no place to be filled in. */
export function asText(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
