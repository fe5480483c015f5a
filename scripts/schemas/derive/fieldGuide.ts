// Schema of the raw article → docs/fields.md, the guide to what a person writes.
import { DERIVED_NOTICE, type SchemaFile, type SchemaNode } from './source.ts';

/** A Markdown page with a table of fields for the article and each of its parts, and for every vocabulary. */
export function deriveFieldGuide(files: readonly SchemaFile[]): string {
  const raw = files.filter((file) => file.path.startsWith('raw/'));
  const defs = files.find((file) => file.path === 'defs.schema.json')?.schema.$defs ?? {};
  const parts = [
    `<!-- ${DERIVED_NOTICE} -->\n\n# Fields\n\nWhat a person writes under \`raw/\`. Every field is required unless its line says otherwise; one that may be left out then stands for null, a list for an empty one.\n`,
  ];
  for (const { schema } of raw) {
    parts.push(describe(schema, '##', defs));
    for (const part of Object.values(schema.$defs ?? {})) if (part.title) parts.push(describe(part, '###', defs));
  }
  return parts.join('\n');
}

function describe(schema: SchemaNode, heading: string, defs: Record<string, SchemaNode>): string {
  const fields = schema.properties ?? schema.items?.properties ?? {};
  const required = schema.required ?? schema.items?.required ?? [];
  const lines = Object.entries(fields).map(([name, field]) => {
    const form = formOf(field, defs);
    const optional =
      required.includes(name) || schema['x-needed']?.includes(name) ? '' : ` May be left out${sayDefault(field)}.`;
    return `| \`${name}\` | ${field.description ?? ''}${optional} | ${form} | \`${cell(JSON.stringify(field.examples?.[0]))}\` |`;
  });
  const [all, own] = [required, schema['x-needed'] ?? []];
  const needed =
    heading === '###' && all.length + own.length > 0
      ? ` It needs ${joinNames([...all, ...own])}${own.length === 0 ? '' : `; ${joinNames(own)} may be left out in what comes from elsewhere`}.`
      : '';
  const opening = `${heading} ${schema.title}\n\n${schema.description}${needed}\n`;
  if (lines.length === 0) return opening;
  return `${opening}\n| field | meaning | form | example |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

function formOf(field: SchemaNode, defs: Record<string, SchemaNode>): string {
  if (field['x-expected']) return cell(field['x-expected']);
  if (field.enum) return field.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.anyOf) return field.anyOf.map((option) => formOf(option, defs)).join(' or ');
  const definition = /#\/\$defs\/(\w+)$/.exec(field.$ref ?? '')?.[1];
  if (definition) return defs[definition] ? formOf(defs[definition], defs) : `see below, ${definition}`;
  if (field.type === 'array') return `a list: ${field.items ? formOf(field.items, defs) : 'anything'}`;
  if (field.type === 'object')
    return `keys ${Object.keys(field.properties ?? {})
      .map((key) => `\`${key}\``)
      .join(', ')}`;
  return [field.type].flat().join(' or ');
}

/** What a key stands for that is left out, where it is not what the page's opening says. */
function sayDefault({ default: named }: SchemaNode): string {
  return named === undefined ? '' : `, and is then \`${named}\``;
}

function joinNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length === 1 ? `${quoted[0]}` : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
