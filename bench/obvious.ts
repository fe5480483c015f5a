// A folder of articles → two files, as anybody would write it in an afternoon: what this project is measured against.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { stringify } from 'csv-stringify/sync';
import { globSync } from 'glob';
import matter from 'gray-matter';
import { formats, keywords } from '../scripts/schemas/formats.ts';

const [raw = 'raw', out = 'out'] = process.argv.slice(2);

interface Claim {
  id: string;
  evidence: Record<string, unknown>[];
  [key: string]: unknown;
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
for (const keyword of Object.keys(keywords)) ajv.addKeyword(keyword);
for (const path of globSync('schemas/**/*.schema.json'))
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')), path.replaceAll('\\', '/').replace(/^schemas\//, ''));
const validate = ajv.getSchema('raw/article.schema.json');

const claims: Record<string, unknown>[] = [];
for (const file of globSync(join(raw, 'articles/*.md')).sort()) {
  const { data } = matter(readFileSync(file, 'utf8'));
  // gray-matter's YAML makes dates of days; the schema wants text.
  const article = JSON.parse(
    JSON.stringify(data, (_, value) => (/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/.test(value) ? value.slice(0, 10) : value)),
  );
  if (!validate?.(article)) {
    console.error(file, ajv.errorsText(validate?.errors));
    process.exitCode = 1;
    continue;
  }
  const { claims: made, ...about } = article as { claims: Claim[] };
  for (const claim of made) claims.push({ ...claim, article: about });
}
mkdirSync(out, { recursive: true });
const columns = Object.keys(claims[0] ?? {}).filter((key) => typeof claims[0]?.[key] !== 'object');
writeFileSync(join(out, 'claims.csv'), stringify(claims, { header: true, columns }));
writeFileSync(join(out, 'claims.json'), JSON.stringify(claims, null, 2));
