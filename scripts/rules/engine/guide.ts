// Rules → docs/rules.md, the catalogue with a section for every rule.
import type { Example, Rule } from './rule.ts';

const FAMILIES: Record<string, string> = {
  A: 'The form of a file',
  V: 'Vocabularies',
  C: 'A claim and its votes',
  E: 'Evidence',
  Q: 'Quotations and rights',
  D: 'The dataset as a whole',
  S: 'Splits',
  R: 'Releases',
};

const OPENING = `<!-- Derived from scripts/rules/ by \`npm run generate\`. Do not edit by hand. -->

# Rules

What \`npm run validate\` reports. A code is never given to another rule. An **error** must be put right before anything is built; a **warning** asks for a second
look, and may be accepted in the article's file, for the article or for one of its claims, with the reason:

\`\`\`yaml
suppress:
  - { code: E07, claim: gazette-2024-05-02-c12, reason: Only one office measures the water level. }
\`\`\`

The examples change the files of \`examples/gazette/raw/\`; the tests apply every one of them.`;

/**
 * The catalogue as Markdown. `read` gives the text of a file below the example's `raw/`, or null where the example
 * makes the file.
 */
export function describeRules(rules: readonly Rule[], read: (file: string) => string | null): string {
  const parts = [OPENING, renderContents(rules)];
  let family = '';
  for (const rule of rules) {
    const letter = rule.code.charAt(0);
    if (letter !== family) parts.push(`## ${letter}: ${FAMILIES[letter]}`);
    family = letter;
    parts.push(renderRule(rule, read));
  }
  return `${parts.join('\n\n')}\n`;
}

function renderContents(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, title, severity }) =>
      `| [${code}](#${code.toLowerCase()}) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  );
  return `| code | severity | rule |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function renderRule(
  { code, title, severity, rationale, examples }: Rule,
  read: (file: string) => string | null,
): string {
  const parts = [`### ${code}\n\n**${title}** (${severity})\n\n${rationale}`];
  for (const example of examples.bad) parts.push(renderExample('Refused', example, read));
  for (const example of examples.good)
    if (example.edits.length > 0) parts.push(renderExample('Accepted', example, read));
  return parts.join('\n\n');
}

const ARTICLE = 'articles/gazette-2024-05-02.md';

function renderExample(label: string, { why, edits }: Example, read: (file: string) => string | null): string {
  const hunks = edits.map((edit) => {
    const file = edit.file ?? ARTICLE;
    return `# ${file}\n${renderHunk(read(file), edit)}`;
  });
  const body = hunks.join('\n');
  // A fence longer than any in the text, so that no example ends it.
  const fence = '`'.repeat(Math.max(3, ...Array.from(body.matchAll(/`+/g), ([run]) => run.length + 1)));
  return `${label}${why === undefined ? '' : `: ${why}`}\n\n${fence}diff\n${body}\n${fence}`;
}

/** The lines that an edit touches, before and after. */
function renderHunk(text: string | null, { replace, by }: Example['edits'][number]): string {
  if (text === null || replace === '') return compareLines([], by.replace(/\n$/, '').split('\n'));
  const at = text.indexOf(replace);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at + replace.length - (replace.endsWith('\n') ? 1 : 0));
  const end = stop < 0 ? text.length : stop;
  const before = text.slice(start, end);
  const after = text.slice(start, at) + by + text.slice(at + replace.length, Math.max(end, at + replace.length));
  return compareLines(before.split('\n'), after === '' ? [] : after.replace(/\n$/, '').split('\n'));
}

/** Lines that both begin or end with stand once, as context. */
function compareLines(before: readonly string[], after: readonly string[]): string {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    ...before.slice(0, head).map((line) => ` ${line}`),
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
    ...before.slice(before.length - tail).map((line) => ` ${line}`),
  ]
    .map(show)
    .join('\n');
}

// What nobody sees in a page is written as its code point.
const INVISIBLE = /[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

function show(line: string): string {
  return line.replace(
    INVISIBLE,
    (char) => `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
