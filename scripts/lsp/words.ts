// Entries and fields of a project → words about them, in Markdown that shows text of the data as text.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { markdownCell } from '../values/markdown.ts';
import { type Form, neededKeys } from './schemaAt.ts';

/** Text of the data on one line, as text. */
export function plain(text: string): string {
  return markdownCell(sanitiseForTerminal(text.replace(/\s+/g, ' ')));
}

/** Text of a schema, in which code stands between backticks. */
function ours(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 0 ? plain(part) : `\`${part}\``))
    .join('');
}

/** An entry of a vocabulary: its name or label, what it means, and its other names. */
export function describeEntry(entry: object): string {
  const { name, label, definition, kind, aliases, domains } = entry as Record<string, unknown>;
  const lists = [aliases, domains].filter(Array.isArray).flat() as unknown[];
  const lines = [
    heading(name ?? label),
    ...[definition, kind].filter((text) => typeof text === 'string').map(plain),
    lists.length === 0 ? '' : `Also: ${lists.map((one) => plain(String(one))).join(', ')}`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function heading(text: unknown): string {
  return typeof text === 'string' ? `**${plain(text)}**` : '';
}

/** A field as the schema describes it. `key` and the form of its mapping say whether it must be given. */
export function describeField({ schema }: Form, key: string, holder: Form | null): string {
  const { title, description, examples } = schema;
  const example = examples?.[0];
  const expected = schema['x-expected'] ?? schema.enum?.map(String).join(', ');
  const lines = [
    heading(title ?? key) + (holder && neededKeys(holder).has(key) ? ' (needed)' : ''),
    ours(description ?? ''),
    expected === undefined ? '' : `Expected: ${ours(expected)}`,
    example === undefined ? '' : `Example: ${plain(typeof example === 'string' ? example : JSON.stringify(example))}`,
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}
