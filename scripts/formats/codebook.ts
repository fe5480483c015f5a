// Schemas of tables and the verdict scale → codebook.md.
import type { Settings } from '../citation/settings.ts';
import { listTables, type SchemaFile } from '../schemas/derive/source.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import { type Edition, publishedTable } from '../schemas/published.ts';
import { markdownCell, markdownCodeCell } from '../values/markdown.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { hasPairs, PAIRS, PAIRS_FACTS } from './pairs.ts';

const FORMS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  date: 'day, `YYYY-MM-DD`',
  // In a table a bar ends the cell, also inside of code.
  list: 'list, joined by `\\|`',
};

/** What every column and every verdict means. Private columns are described only in a private edition. */
export function renderCodebook(
  { title, extra }: Pick<Settings, 'title' | 'extra'>,
  vocabulary: Vocabulary,
  edition: Edition,
): string {
  const files = Object.entries(schemasWith(extra)).map(([path, schema]): SchemaFile => ({ path, schema }));
  const parts = [
    `# Codebook of ${markdownCell(title)}\n\nEvery table is a CSV file and a JSON Lines file with the same columns. An empty cell is a missing value; in a list column it is the empty list.\n`,
  ];
  for (const { name, schema } of listTables(files)) {
    const table = schema['x-table'];
    const references = Object.entries(table?.references ?? {}).map(
      ([column, target]) => `\`${column}\` → \`${target}\``,
    );
    const rows = publishedTable(name, edition, extra).columns.map(({ name: column, type }) => {
      const body = schema.properties?.[column] ?? {};
      const example = body.examples?.[0];
      const shown = Array.isArray(example) ? example.join('|') : String(example);
      return `| \`${column}\` | ${markdownCodeCell(body.description ?? '')} | ${FORMS[type]} | \`${shown.replaceAll('|', '\\|')}\` |`;
    });
    parts.push(
      `## ${name}\n\n${schema.description}\n\nKey: ${(table?.key ?? []).map((key) => `\`${key}\``).join(', ')}.${references.length > 0 ? ` References: ${references.join(', ')}.` : ''}\n\n| column | meaning | form | example |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
    );
  }
  const verdicts = vocabulary.lists.verdicts.map(
    ({ id, label, definition, averitec, fever }) =>
      `| \`${id}\` | ${markdownCell(label)} | ${markdownCell(definition)} | ${mapping(averitec)} | ${mapping(fever)} |`,
  );
  parts.push(
    `## Verdicts\n\n| id | label | when it is given | AVeriTeC | FEVER |\n| --- | --- | --- | --- | --- |\n${verdicts.join('\n')}\n\n≈ marks a mapping that loses something; — marks a class without a counterpart.\n`,
  );
  if (hasPairs(vocabulary)) {
    parts.push(describeDistortions(vocabulary));
    if (edition === 'public') parts.push(describePairs());
  }
  return parts.join('\n');
}

function describeDistortions({ lists }: Vocabulary): string {
  const rows = lists.distortions.map(
    ({ id, label, definition }) => `| \`${id}\` | ${markdownCell(label)} | ${markdownCell(definition)} |`,
  );
  return `## Distortions\n\nWhat a text did to a claim.\n\n| id | label | when it is given |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function describePairs(): string {
  const rows = PAIRS_FACTS.fields.map(
    ({ name, description, example }) =>
      `| \`${name}\` | ${markdownCodeCell(description)} | \`${markdownCell(String(example))}\` |`,
  );
  return `## ${PAIRS.path}\n\n${PAIRS_FACTS.description}\n\n| key | meaning | example |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function mapping(to: { label: string; lossy: boolean } | null): string {
  return to === null ? '—' : `${to.lossy ? '≈ ' : ''}${markdownCell(to.label)}`;
}
