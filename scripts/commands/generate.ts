// schemas/ and the rules → everything that is derived from them and committed.

import { writeFileAtomic } from '../platform/files.ts';
import { listFiles, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { describeRules } from '../rules/engine/guide.ts';
import { RULES } from '../rules/index.ts';
import { deriveFieldGuide } from '../schemas/derive/fieldGuide.ts';
import { deriveLanguageSubtags, type RegistryEntry } from '../schemas/derive/languageSubtags.ts';
import { deriveRegistry } from '../schemas/derive/registry.ts';
import type { SchemaFile, SchemaNode } from '../schemas/derive/source.ts';
import { deriveTables } from '../schemas/derive/tables.ts';
import { deriveTypes } from '../schemas/derive/types.ts';

/** Derived files by path relative to the repository. */
export async function deriveFiles(files: readonly SchemaFile[]): Promise<Map<string, string>> {
  return new Map([
    ['scripts/schemas/generated/registry.ts', deriveRegistry(files)],
    ['scripts/schemas/generated/tables.ts', deriveTables(files)],
    ['scripts/schemas/generated/types.ts', await deriveTypes(files)],
    ['scripts/values/generated/languageSubtags.ts', deriveLanguageSubtags(...readLanguageRegistry())],
    ['docs/fields.md', deriveFieldGuide(files)],
    ['docs/rules.md', describeRules(RULES, (file) => readTextIfAny(`examples/gazette/raw/${file}`))],
  ]);
}

/** The registry of language subtags, and its day, as a package keeps it. */
function readLanguageRegistry(): [RegistryEntry[], string] {
  const read = (name: string): unknown =>
    JSON.parse(readTextIfAny(`node_modules/language-subtag-registry/data/json/${name}.json`) ?? 'null');
  return [read('registry') as RegistryEntry[], (read('meta') as { 'File-Date': string })['File-Date']];
}

/** `npm run generate [-- --check]`: writes the derived files, or says which have drifted. Exit code 1 on drift. */
export async function generate(options: { check?: boolean }, terminal: Terminal): Promise<number> {
  const files = listFiles('schemas', '**/*.schema.json').map(
    (path): SchemaFile => ({ path, schema: JSON.parse(readTextIfAny(`schemas/${path}`) ?? 'null') as SchemaNode }),
  );
  const derived = await deriveFiles(files);
  const drifted = [...derived].filter(([path, text]) => readTextIfAny(path) !== text).map(([path]) => path);
  if (options.check) {
    for (const path of drifted)
      terminal.out(`${path} is not what schemas/ and rules say. Run \`npm run generate\` and commit the result.\n`);
    return drifted.length > 0 ? 1 : 0;
  }
  for (const path of drifted) writeFileAtomic(path, derived.get(path) ?? '');
  terminal.out(drifted.length > 0 ? `Written: ${drifted.join(', ')}\n` : 'Nothing has changed.\n');
  return 0;
}
