// What is known of an article → its file, with `todo` wherever a person must decide.
import { writeFlow } from '../findings/writeFlow.ts';
import type { SchemaNode } from '../schemas/derive/source.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';

/** Values by key; a key that is left out is null or empty where the schema allows it, else `todo`. */
export type Known = Record<string, unknown>;

/** A value that a person must write, with a note on what was seen. */
export class Todo {
  readonly note: string;

  constructor(note: string) {
    this.note = note;
  }
}

/** The front matter that the article schema asks for, with one empty claim; the body stays empty. */
export function renderTemplate(article: Known, claim: Known): string {
  const schema = SCHEMAS['raw/article.schema.json'] as SchemaNode;
  const lines = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (key === 'claims') return ['claims:', ...renderClaim(schema.$defs?.['claim'] ?? {}, claim)];
    const asked = askedForm(schema, key) ?? (Object.hasOwn(article, key) ? property : null);
    return asked ? renderEntry(key, asked, article) : [];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function renderClaim(schema: SchemaNode, claim: Known): string[] {
  const lines = Object.keys(schema.properties ?? {}).flatMap((key) => {
    const asked = askedForm(schema, key);
    return asked ? renderEntry(key, asked, claim) : [];
  });
  return lines.map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`));
}

/**
 * What must stand under a key, or null where it may be left out; what is needed of an article that is read here is not
 * null.
 */
function askedForm({ properties, required, 'x-needed': needed }: SchemaNode, key: string): SchemaNode | null {
  const form = properties?.[key];
  if (!form) return null;
  if (!needed?.includes(key)) return required?.includes(key) ? form : null;
  const { anyOf, enum: choices, ...rest } = form;
  return {
    ...rest,
    ...(anyOf && { anyOf: anyOf.filter(({ type }) => type !== 'null') }),
    ...(choices && { enum: choices.filter((choice) => choice !== null) }),
  };
}

function renderEntry(key: string, schema: SchemaNode, known: Known): string[] {
  const value = Object.hasOwn(known, key) ? known[key] : emptyValue(schema);
  if (value instanceof Todo) return [`${key}: todo${comment(value.note)}`];
  const properties = (schema.anyOf ?? [schema]).find((branch) => branch.properties)?.properties;
  if (properties && value !== null) {
    const below = Object.entries(properties).flatMap(([name, part]) => renderEntry(name, part, value as Known));
    return [`${key}:`, ...below.map((line) => `  ${line}`)];
  }
  return [`${key}: ${writeFlow(value)}`];
}

/** null or an empty list where that says "not known"; else a person must decide, and is told between what. */
function emptyValue(schema: SchemaNode): unknown {
  const branches = schema.anyOf ?? [schema];
  if (branches.some(({ type, enum: choices }) => [type].flat().includes('null') || choices?.includes(null)))
    return null;
  if (schema.type === 'array') return [];
  if (schema.properties) return {};
  const choices = schema.enum?.filter((choice) => typeof choice === 'string');
  return new Todo(choices ? choices.join(' | ') : (schema.description ?? ''));
}

/** Text of a page in a comment: one line that a reader of YAML cannot take for anything else. */
function comment(note: string): string {
  const line = note.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\s]+/gu, ' ').trim();
  return line === '' ? '' : `  # ${[...line].slice(0, 100).join('')}`;
}
