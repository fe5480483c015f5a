// Labels → YAML as a careful person writes it: comments, quotation marks by habit, short lists on one line, long texts
// folded.
import type { Fields, Labels, Value } from './labels.ts';

/**
 * The front matter of an article. One long text in three is quoted, one plain, one folded; one claim in twelve has a
 * comment.
 */
export function writeByHand({ front, lots }: Labels): string {
  const { claims, ...about } = front;
  let used = 0;
  const draw = () => lots[used++] ?? 0;
  const lines: string[] = [];
  const push = (fields: Fields, first: string, pad: string) => {
    for (const [i, [key, value]] of Object.entries(fields).entries())
      pushField(lines, i === 0 ? first : pad, key, value, draw);
  };
  push(about, '', '');
  lines.push('claims:');
  for (const { annotations, evidence, same_as, revisions, withdrawn, ...claim } of claims) {
    if (draw() === 0) lines.push('  # Read twice; the figures are those of the second edition.');
    push(claim, '  - ', '    ');
    lines.push('    annotations:');
    for (const vote of annotations as Fields[]) lines.push(`      - ${onOneLine(vote)}`);
    lines.push('    evidence:');
    for (const item of evidence as Fields[]) push(item, '      - ', '        ');
    push({ same_as, revisions, withdrawn } as Fields, '    ', '    ');
  }
  return `${lines.join('\n')}\n`;
}

/** Texts that are quoted whatever they hold, and texts that may need more than a line. */
const [QUOTED, LONG] = [new Set(['title', 'quote']), new Set(['text', 'justification', 'shows'])];

function pushField(lines: string[], pad: string, key: string, value: Value, draw: () => number): void {
  const depth = ' '.repeat(pad.length);
  if (key === 'rights') {
    lines.push('rights:', ...Object.entries(value as Fields).map(([name, text]) => `  ${name}: ${text}`));
  } else if (key === 'published' && depth === '') {
    lines.push(`${key}: ${value} # as the page prints it`);
  } else if (LONG.has(key) && depth !== '') {
    lines.push(`${pad}${key}: ${long(value as string, `${depth}  `, draw())}`);
  } else if (QUOTED.has(key) && value !== null) {
    lines.push(`${pad}${key}: ${quoted(value as string)}`);
  } else {
    lines.push(`${pad}${key}: ${onOneLine(value)}`);
  }
}

/** In braces or brackets where it is a collection. Only digits need quotation marks here, not to be a number. */
function onOneLine(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${onOneLine(item)}`)
      .join(', ')} }`;
  return typeof value === 'string' && /^\d+$/.test(value) ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function long(text: string, pad: string, lot: number): string {
  if (lot === 0) return quoted(text);
  if (lot === 1) return text;
  return `>-\n${text.replace(/(.{50,90}) /gu, `$1\n`).replace(/^/gm, pad)}`;
}
