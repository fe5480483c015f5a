// A code and a name → the file of a new rule, to be filled in.
import { writeNewFiles } from '../platform/files.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { isRuleCode } from '../rules/engine/catalogue.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('new-rule')
    .description('begin a rule in a checkout of the toolchain')
    .argument('<code>', 'a free code of the right family, as C90')
    .argument('<name>', 'lower-case words joined by hyphens, as short-justification')
    .action(async (code, name) => done(await createRule(code, name, terminal)));
};

/** `npm run new-rule -- C90 short-justification`. Throws a UserError where code or name cannot be taken. */
export async function createRule(code: string, name: string, terminal: Terminal): Promise<number> {
  if (!/^[A-Z]\d\d$/.test(code))
    throw new UserError(`\`${code}\` is no code: a capital letter and two digits are needed.`);
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name))
    throw new UserError(`\`${name}\` is no name: lower-case words joined by hyphens.`);
  if (isRuleCode(code)) throw new UserError(`There is a rule ${code} already.`);
  const path = `scripts/rules/${code}-${name}.ts`;
  const taken = await writeNewFiles([[path, renderRule(code, name)]]);
  if (taken !== null) throw new UserError(`${taken} exists already.`);
  terminal.out(`${path} is written. Fill it in, then run \`npm run generate\`.\n`);
  return 0;
}

function renderRule(code: string, name: string): string {
  const variable = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `// todo: what is right, in a sentence.
import type { Rule } from './engine/rule.ts';

export const ${variable}: Rule = {
  code: '${code}',
  title: 'todo: what is right, in a sentence.',
  severity: 'warning',
  scope: 'claim',
  rationale: 'todo: why it matters to a reader of the dataset.',
  examples: {
    good: [],
    bad: [{ edits: [{ replace: 'todo: text of examples/gazette', by: 'todo' }], at: 'todo: what the finding points at' }],
  },
  check({ claim, pointer }, report) {
    if (claim.text !== '') return;
    report({ pointer: \`\${pointer}/text\`, expected: 'todo', found: claim.text, hint: 'todo: what to do' });
  },
};
`;
}
