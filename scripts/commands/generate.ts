// schemas/ and the rules → everything that is derived from them and committed.

import { writeFileAtomic } from '../platform/files.ts';
import { listFiles, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { describeRules } from '../rules/engine/guide.ts';
import { RULES } from '../rules/index.ts';
import { deriveFieldGuide } from '../schemas/derive/fieldGuide.ts';
import { deriveRegistry } from '../schemas/derive/registry.ts';
import type { SchemaFile, SchemaNode } from '../schemas/derive/source.ts';
import { deriveTables } from '../schemas/derive/tables.ts';
import { deriveTypes } from '../schemas/derive/types.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('generate')
    .description('derive types, column lists and documentation from schemas/')
    .option('--check', 'write nothing; fail where a derived file has drifted')
    .action(async (options) => done(await generate(options, terminal)));
};

/** Derived files by path relative to the repository. */
export async function deriveFiles(files: readonly SchemaFile[]): Promise<Map<string, string>> {
  return new Map([
    ['scripts/schemas/generated/registry.ts', deriveRegistry(files)],
    ['scripts/schemas/generated/tables.ts', deriveTables(files)],
    ['scripts/schemas/generated/types.ts', await deriveTypes(files)],
    ['docs/fields.md', deriveFieldGuide(files)],
    ['docs/rules.md', describeRules(RULES, (file) => readTextIfAny(`examples/gazette/raw/${file}`))],
  ]);
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
