// Rules of an audit → their pages, as a terminal and as docs/rules.md show them.
import pc from 'picocolors';
import { type AuditExample, type AuditRule, USUAL_MAPPING } from './rule.ts';

/** The pages of some rules: what, why, and examples as files with their mapping. */
export function explainAuditRules(rules: readonly AuditRule[], colour: boolean): string {
  const paint = pc.createColors(colour);
  const pages = rules.map(({ code, title, severity, scope, rationale, examples }) => {
    const parts = [`${paint.bold(`${code}  ${title}`)}\n${severity}, judged by ${scope}\n\n${rationale}`];
    for (const example of examples.bad) parts.push(`${paint.red('Refused')}${renderExample(example)}`);
    for (const example of examples.good) parts.push(`${paint.green('Accepted')}${renderExample(example)}`);
    return `${parts.join('\n\n')}\n`;
  });
  return pages.join('\n');
}

function renderExample({ why, mapping = USUAL_MAPPING, files }: AuditExample): string {
  const shown = [['mapping', mapping] as const, ...Object.entries(files)];
  const body = shown.map(([name, text]) => `  # ${name}\n${indent(text)}`).join('\n');
  return `${why === undefined ? '' : `: ${why}`}\n${body}`;
}

function indent(text: string): string {
  return showSigns(text)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: showing them is the purpose.
const INVISIBLE = /[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g;

function showSigns(text: string): string {
  return text.replace(INVISIBLE, (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** The section of docs/rules.md. */
export function describeAuditRules(rules: readonly AuditRule[]): string {
  const rows = rules.map(
    ({ code, title, severity }) =>
      `| [${code}](#${code.toLowerCase()}) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  );
  const parts = [
    `## F: Data that somebody else made\n\nWhat \`npm run audit\` reports of a dataset that was not written here ([audit.md](audit.md)).`,
    `| code | severity | rule |\n| --- | --- | --- |\n${rows.join('\n')}`,
  ];
  for (const { code, title, severity, scope, rationale, examples } of rules) {
    parts.push(`### ${code}\n\n**${title}** (${severity}, judged by ${scope})\n\n${rationale}`);
    for (const example of examples.bad) parts.push(describeExample('Refused', example));
    for (const example of examples.good) parts.push(describeExample('Accepted', example));
  }
  return `${parts.join('\n\n')}\n`;
}

function describeExample(label: string, { why, mapping = USUAL_MAPPING, files }: AuditExample): string {
  const shown = [['mapping', mapping] as const, ...Object.entries(files)];
  const body = shown.map(([name, text]) => `# ${name}\n${showSigns(text).replace(/\n$/, '')}`).join('\n');
  return `${label}${why === undefined ? '' : `: ${why}`}\n\n\`\`\`text\n${body}\n\`\`\``;
}
