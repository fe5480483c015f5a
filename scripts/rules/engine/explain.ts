// Rules → the catalogue and a rule's page, as a terminal shows them.
import pc from 'picocolors';
import type { RuleText } from '../../findings/finding.ts';
import type { Example, Rule } from './rule.ts';

/** One line a rule, by code. */
export function listRules(rules: readonly RuleText[], colour: boolean): string {
  const paint = pc.createColors(colour);
  const lines = rules.map(({ code, severity, title }) => `${paint.bold(code)}  ${severity.padEnd(7)}  ${title}`);
  return `${lines.join('\n')}\n\n--explain CODE shows a rule with its reason and its examples.\n`;
}

/** The pages of some rules: what, why, and examples as changes of a correct file. */
export function explainRules(rules: readonly Rule[], colour: boolean): string {
  return rules.map((rule) => explainRule(rule, colour)).join('\n');
}

function explainRule({ code, title, severity, scope, rationale, examples }: Rule, colour: boolean): string {
  const paint = pc.createColors(colour);
  const parts = [`${paint.bold(`${code}  ${title}`)}\n${severity}, judged by ${scope}\n\n${rationale}`];
  for (const example of examples.bad) parts.push(`${paint.red('Refused')}${renderExample(example, paint)}`);
  for (const example of examples.good) parts.push(`${paint.green('Accepted')}${renderExample(example, paint)}`);
  return `${parts.join('\n\n')}\n`;
}

function renderExample({ why, edits }: Example, paint: ReturnType<typeof pc.createColors>): string {
  const lines = edits.flatMap(({ file, replace, by }) => [
    ...(file === undefined ? [] : [`  in ${file}`]),
    ...split(replace).map((line) => paint.dim(`  - ${line}`)),
    ...split(by).map((line) => `  + ${line}`),
  ]);
  return `${why === undefined ? '' : `: ${why}`}\n${lines.join('\n')}`;
}

function split(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
