// Head of a release → dataset-metadata.json (Kaggle's API, "Dataset metadata").
import { type ColumnFacts, listTableFacts } from '../columnFacts.ts';
import { type DepositHead, describe, toJson } from './depositHead.ts';

/** Licences by Kaggle's names, which for these are the SPDX ids; any other is `other`. */
const LICENCES = new Set([
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
  ...['CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0', 'ODbL-1.0', 'CDLA-Permissive-1.0', 'CDLA-Sharing-1.0'],
]);
const [LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_SLUG] = [50, 80, 50];
const TYPES: Partial<Record<ColumnFacts['type'], string>> = { date: 'datetime', list: 'string' };

/** The description of a folder that holds the dataset. Keywords are left out: Kaggle takes only tags of its own. */
export function renderKaggle({ settings, files }: DepositHead, owner: string): string {
  const tables = listTableFacts(settings.extra).map(({ name, description, columns }) => ({
    path: `${name}.csv`,
    description,
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        description: column.description,
        type: TYPES[column.type] ?? column.type,
      })),
    },
  }));
  return toJson({
    title: shorten(settings.title, LONGEST_TITLE),
    subtitle: shorten(`Claims with verdicts and evidence: ${settings.title}`, LONGEST_SUBTITLE),
    description: describe(settings),
    id: `${owner}/${settings.name.slice(0, LONGEST_SLUG).replace(/-+$/, '')}`,
    licenses: [{ name: LICENCES.has(settings.license) ? settings.license : 'other' }],
    resources: tables.filter(({ path }) => files.some((file) => file.path === path)),
  });
}

/** A text of at most so many characters, cut at a word. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
