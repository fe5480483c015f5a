// schemas/ and the rules → everything that is derived from them and committed.

import { describeAuditRules } from '../audit/explain.ts';
import { RULES as AUDIT_RULES } from '../audit/index.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { listFiles, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { deriveRuleCodes, deriveRuleIndex, listRuleFiles } from '../rules/engine/deriveIndex.ts';
import { describeRules } from '../rules/engine/guide.ts';
import { RULES } from '../rules/index.ts';
import { listSchemaProblems } from '../schemas/checkSchemas.ts';
import { deriveFieldGuide } from '../schemas/derive/fieldGuide.ts';
import { deriveLanguageSubtags, type RegistryEntry } from '../schemas/derive/languageSubtags.ts';
import { deriveRegistry } from '../schemas/derive/registry.ts';
import type { SchemaFile, SchemaNode } from '../schemas/derive/source.ts';
import { deriveTables } from '../schemas/derive/tables.ts';
import { deriveTypes } from '../schemas/derive/types.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (program, { terminal, again, done }) => {
  program
    .command('generate')
    .description('derive types, lists and documentation from schemas/ and rules')
    .option('--check', 'write nothing; fail where a derived file has drifted')
    .action(async (options) => done(await generate(options, terminal, again)));
};

/** What lists the rules, by path; the program is made of it. */
export function deriveRuleLists(ruleFiles: readonly string[]): Map<string, string> {
  const of = (folder: string) => listRuleFiles(ruleFiles.filter((path) => path.startsWith(folder)));
  const [own, foreign] = [of('scripts/rules/'), of('scripts/audit/')];
  return new Map([
    ['scripts/findings/generated/ruleCode.ts', deriveRuleCodes([...own, ...foreign])],
    ['scripts/rules/index.ts', deriveRuleIndex(own, 'Rule', './engine/rule.ts')],
    ['scripts/audit/index.ts', deriveRuleIndex(foreign, 'AuditRule', './rule.ts')],
  ]);
}

/** All other derived files, by path. */
export async function deriveFiles(files: readonly SchemaFile[]): Promise<Map<string, string>> {
  return new Map([
    ['scripts/schemas/generated/registry.ts', deriveRegistry(files)],
    ['scripts/schemas/generated/tables.ts', deriveTables(files)],
    ['scripts/schemas/generated/types.ts', await deriveTypes(files)],
    ['scripts/values/generated/languageSubtags.ts', deriveLanguageSubtags(...readLanguageRegistry())],
    ['docs/fields.md', deriveFieldGuide(files)],
    [
      'docs/rules.md',
      `${describeRules(RULES, (file) => readTextIfAny(`examples/gazette/raw/${file}`))}\n${describeAuditRules(AUDIT_RULES)}`,
    ],
  ]);
}

/** The registry of language subtags, and its day, as a package keeps it. */
function readLanguageRegistry(): [RegistryEntry[], string] {
  const read = (name: string): unknown =>
    JSON.parse(readTextIfAny(`node_modules/language-subtag-registry/data/json/${name}.json`) ?? 'null');
  return [read('registry') as RegistryEntry[], (read('meta') as { 'File-Date': string })['File-Date']];
}

/**
 * `npm run generate [-- --check]`: writes the derived files, or says which have drifted (exit code 1). Where the list
 * of rules is another, the program begins `again`, since what follows is derived by the rules themselves.
 */
export async function generate(
  options: { check?: boolean },
  terminal: Terminal,
  again: () => Promise<number>,
): Promise<number> {
  const lists = deriveRuleLists(
    ['scripts/rules', 'scripts/audit'].flatMap((folder) =>
      listFiles(folder, '*.ts').map((path) => `${folder}/${path}`),
    ),
  );
  const stale = listDrifted(lists);
  if (stale.length > 0 && !options.check) {
    await write(stale, lists);
    terminal.out(`Written: ${stale.join(', ')}\n`);
    return again();
  }
  const files = listFiles('schemas', '**/*.schema.json').map(readSchema);
  // A file that the program does not know yet was not looked at when it was compiled.
  const problems = listSchemaProblems(Object.fromEntries(files.map(({ path, schema }) => [path, schema])));
  if (problems.length > 0) throw new UserError(['These schemas are none:', ...problems].join('\n- '));
  const derived = await deriveFiles(files);
  const drifted = listDrifted(derived);
  if (options.check) {
    for (const path of [...stale, ...drifted])
      terminal.out(`${path} is not what schemas/ and rules say. Run \`npm run generate\` and commit the result.\n`);
    return stale.length + drifted.length > 0 ? 1 : 0;
  }
  await write(drifted, derived);
  terminal.out(drifted.length > 0 ? `Written: ${drifted.join(', ')}\n` : 'Nothing has changed.\n');
  return 0;
}

function readSchema(path: string): SchemaFile {
  try {
    return { path, schema: JSON.parse(readTextIfAny(`schemas/${path}`) ?? 'null') as SchemaNode };
  } catch (error) {
    throw new UserError(`schemas/${path}: ${(error as Error).message}`);
  }
}

function listDrifted(derived: ReadonlyMap<string, string>): string[] {
  return [...derived].filter(([path, text]) => readTextIfAny(path) !== text).map(([path]) => path);
}

async function write(paths: readonly string[], derived: ReadonlyMap<string, string>): Promise<void> {
  for (const path of paths) await writeFileAtomic(path, derived.get(path) ?? '');
}
