// The files of rules → the module that lists them, and the codes that a finding may have.
import { basename } from 'node:path';

/** `Q01-quotation-place.ts`: a rule's file carries its code, and its words name what it exports. */
const RULE_FILE = /^([A-Z]\d\d)-([a-z]+(?:-[a-z]+)*)\.ts$/;

const NOTICE = '// Derived from the names of files by `npm run generate`. Do not edit by hand.\n';

interface RuleFile {
  path: string;
  code: string;
  name: string;
}

/** Those of the files that hold a rule, by code. @throws Error where two have one code */
export function listRuleFiles(paths: readonly string[]): RuleFile[] {
  const files = paths.flatMap((path): RuleFile[] => {
    const [, code, words] = RULE_FILE.exec(basename(path)) ?? [];
    return code && words ? [{ path, code, name: words.replace(/-(.)/g, (_, letter) => letter.toUpperCase()) }] : [];
  });
  files.sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const [i, { code, path }] of files.entries())
    if (files[i - 1]?.code === code) throw new Error(`${files[i - 1]?.path} and ${path} have one code.`);
  return files;
}

/**
 * The module that lists the rules of one folder in the order of their codes. `type` is the shape of a rule, imported
 * from `from`.
 */
export function deriveRuleIndex(files: readonly RuleFile[], type: string, from: string): string {
  const imports = files.map(({ path, name }) => `import { ${name} } from './${basename(path)}';\n`).join('');
  const list = files.map(({ name }) => `  ${name},\n`).join('');
  return `${NOTICE}${imports}import type { ${type} } from '${from}';\n\nexport const RULES: readonly ${type}[] = [\n${list}];\n`;
}

/** The type of the codes that there are. */
export function deriveRuleCodes(files: readonly RuleFile[]): string {
  return `${NOTICE}export type RuleCode =\n${files.map(({ code }) => `  | '${code}'`).join('\n')};\n`;
}
