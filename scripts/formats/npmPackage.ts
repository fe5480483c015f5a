// Head of a dataset → the files of an npm package that holds its data, but for the data.
import type { Settings } from '../citation/settings.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import { TABLES } from '../schemas/generated/tables.ts';
import { markdownCell } from '../values/markdown.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { omitEmpty } from './omitEmpty.ts';
import { renderPackageTypes } from './packageTypes.ts';

/** What the package speaks of. `licence` is the text of the data's licence, or null where the project has none. */
export interface PackageHead {
  settings: Settings;
  version: string;
  vocabulary: Vocabulary;
  licence: string | null;
}

/** Where the package has a JSON array for each table. */
export const DATA_FOLDER = 'data';

/** The files by path, without the data. */
export function renderPackage(head: PackageHead): Map<string, string> {
  const files = new Map<string, string>([
    ['package.json', renderPackageJson(head)],
    ['index.js', renderLoader(head.version)],
    ['index.d.ts', renderPackageTypes(head.vocabulary, head.settings.extra)],
    ['README.md', renderReadme(head)],
  ]);
  if (head.licence !== null) files.set('LICENSE', head.licence);
  const schemas = schemasWith(head.settings.extra);
  for (const path of listSchemas()) files.set(`schemas/${path}`, `${JSON.stringify(schemas[path], null, 2)}\n`);
  return files;
}

/** The schemas of the tables and all that they refer to, in the order of the registry. */
function listSchemas(): (keyof typeof SCHEMAS)[] {
  const paths = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];
  const needed = new Set<string>(TABLES.map(({ name }) => `tables/${name}.schema.json`));
  for (const path of needed) {
    const text = JSON.stringify(SCHEMAS[path as keyof typeof SCHEMAS]);
    for (const [, target = ''] of text.matchAll(/"\$ref":"([^"#]+)/g))
      needed.add(new URL(target, `schema:///${path}`).pathname.slice(1));
  }
  return paths.filter((path) => needed.has(path));
}

function renderPackageJson({ settings, version }: PackageHead): string {
  const [author, ...contributors] = settings.authors.map(({ name }) => ({ name }));
  const descriptor = omitEmpty({
    name: settings.name,
    version,
    description: settings.title,
    keywords: settings.keywords,
    homepage: settings.url,
    repository: settings.repository,
    license: settings.license,
    author,
    contributors,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=18' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './data/*.json': './data/*.json',
      './schemas/*.json': './schemas/*.json',
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: ['data', 'schemas', 'index.js', 'index.d.ts'],
  });
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function renderLoader(version: string): string {
  const names = TABLES.map(({ name }) => name);
  return `import { readFile } from 'node:fs/promises';

export const version = ${JSON.stringify(version)};

export const tables = Object.freeze(${JSON.stringify(names)});

export async function load(table) {
  if (!tables.includes(table)) throw new RangeError(\`There is no table \${table}. There are \${tables.join(', ')}.\`);
  return JSON.parse(await readFile(new URL(\`./data/\${table}.json\`, import.meta.url), 'utf8'));
}
`;
}

function renderReadme({ settings, version }: PackageHead): string {
  return `# ${markdownCell(settings.title)}

The data of version ${version} as JSON, with types and schemas. Licence: \`${settings.license}\`.

\`\`\`js
import { load } from '${settings.name}';

const claims = await load('claims');
\`\`\`

Tables: ${TABLES.map(({ name }) => `\`${name}\``).join(', ')}. Where there is no file system, import \`${settings.name}/data/claims.json\` with \`{ type: 'json' }\`.
`;
}
