// One claim with two pieces of evidence, from a saved page on → what is typed for it by commands, by answers and by hand.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { Command } from 'commander';
import { tidyLabels } from '../scripts/article/tidy.ts';
import type { DefineCommand } from '../scripts/commands/command.ts';
import { define as defineNew } from '../scripts/commands/new.ts';
import { validate } from '../scripts/commands/validate.ts';
import { define as defineVote } from '../scripts/commands/vote.ts';
import type { Terminal } from '../scripts/platform/terminal.ts';
import { shellWord } from '../scripts/values/shellWord.ts';
import { splitFrontMatter } from '../scripts/yaml/frontMatter.ts';

const page = (title: string, site: string, host: string, day: string, text: string) =>
  `<!doctype html><html lang="uk"><head><title>${title}</title><meta property="og:site_name" content="${site}">
<link rel="canonical" href="https://${host}/2024/05/${day}/news"><meta property="article:published_time" content="2024-05-${day}">
</head><body><article><h1>${title}</h1>${text}</article></body></html>`;
const PAGES = {
  'page.html': page(
    'Міст у Річкограді закрили на одинадцять днів',
    'The Gazette',
    'gazette.example.org',
    '02',
    '<p>Міст через річку в Річкограді був закритий одинадцять днів, поки водолази шукали тріщини в третій опорі.</p>'.repeat(
      1,
    ) +
      '<p>Поромники перевозили щодня вдвічі більше людей, ніж у звичайному квітні, повідомила міська рада у четвер.</p>',
  ),
  'log.html': page(
    'Журнал закриттів мосту, квітень 2024',
    'Портове управління',
    'harbour.example.org',
    '03',
    `<p>${'Міст закрито з 9 до 11 квітня. '.repeat(9)}</p>`,
  ),
  'works.html': page(
    'Звіт водолазів про третю опору',
    'Служба мостів',
    'bridges.example.org',
    '04',
    `<p>${'Огляд опори тривав три дні. '.repeat(9)}</p>`,
  ),
};

/** What a person has to say in any case. */
const SAID = {
  synopsis: 'Газета розповідає, що міст стояв закритий, а пороми мали вдвічі більше людей.',
  quote: 'закритий одинадцять днів',
  text: 'Міст у Річкограді був закритий одинадцять днів у квітні 2024 року.',
  justification: 'Журнал порту і звіт водолазів називають три дні.',
  shows: ['Порт записав закриття на три дні.', 'Водолази працювали три дні.'],
};
const ID = 'the-gazette-2024-05-02';
const CLAIM = `${ID}-c01`;
const ARTICLE = ['--nature', 'original', '--licence', 'LicenseRef-all-rights-reserved', '--synopsis', SAID.synopsis];

/** A command as words behind its name, and the lines that are answered. */
interface Step {
  words: readonly string[];
  answers?: readonly string[];
}

const BY_OPTIONS: readonly Step[] = [
  { words: ['new', '--from', 'page.html', ...ARTICLE] },
  {
    words: [
      ...['new', 'claim', '-q', SAID.quote, '-t', SAID.text, '--claimant', 'article', '--type', 'numerical'],
      ...['-j', SAID.justification],
    ],
  },
  { words: ['new', 'evidence', CLAIM, '-f', 'log.html', '-s', 'refutes', '-w', SAID.shows[0] ?? ''] },
  { words: ['new', 'evidence', CLAIM, '-f', 'works.html', '-s', 'refutes', '-w', SAID.shows[1] ?? ''] },
  { words: ['vote', CLAIM, '-v', 'refuted', '-c', 'high', '--as', 'a1'] },
];
const BY_ANSWERS: readonly Step[] = [
  { words: ['new', '--from', 'page.html', ...ARTICLE] },
  { words: ['new', 'claim', '-j', SAID.justification], answers: [SAID.quote, SAID.text, '', '', '3', ''] },
  { words: ['new', 'evidence', '-f', 'log.html'], answers: ['', '2', SAID.shows[0] ?? '', ''] },
  { words: ['new', 'evidence', '-f', 'works.html'], answers: ['', '2', SAID.shows[1] ?? '', ''] },
  { words: ['vote'], answers: ['', '2', '1', 'a1'] },
];

/** Characters of a step as it is typed, each line with its Enter. */
function countTyped({ words: [name = '', ...rest], answers = [] }: Step): number {
  const line = `npm run ${name}${rest.length === 0 ? '' : ' -- '}${rest.map(shellWord).join(' ')}`;
  return [line, ...answers].reduce((sum, text) => sum + [...text].length + 1, 0);
}

async function carryOut(folder: string, { words, answers }: Step): Promise<void> {
  let shown = '';
  const take = (text: string) => {
    shown += text;
  };
  const terminal: Terminal = { out: take, err: take, colour: false, interactive: false };
  let exitCode = -1;
  const outside = {
    terminal,
    somebody: () => (answers ? typeLines(answers) : null),
    today: () => '2024-06-01',
    done: (code: number) => {
      exitCode = code;
    },
  };
  const program = new Command().exitOverride().enablePositionalOptions();
  for (const define of [defineNew, defineVote]) define(program, outside as unknown as Parameters<DefineCommand>[1]);
  const at = /^(?:claim|evidence)$/.test(words[1] ?? '') ? 2 : 1;
  const files = words.map((word) => (word in PAGES ? join(folder, word) : word));
  await program.parseAsync([...files.slice(0, at), '--raw', join(folder, 'raw'), ...files.slice(at)], { from: 'user' });
  if (exitCode !== 0) throw new Error(`${words.join(' ')}\n${shown}`);
}

/** Each line comes when it is asked for. */
function typeLines(lines: readonly string[]) {
  const input = new PassThrough();
  let next = 0;
  const output = new Writable({
    write(chunk, _, done) {
      done();
      if (String(chunk).endsWith(': ')) input.write(`${lines[next++] ?? ''}\n`);
    },
  });
  return { input, output };
}

/** Carries out the steps on the example; gives the text of the article, in which nothing is wrong. */
async function label(steps: readonly Step[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  try {
    cpSync('examples/gazette', folder, { recursive: true });
    for (const [name, html] of Object.entries(PAGES)) writeFileSync(join(folder, name), html);
    for (const step of steps) await carryOut(folder, step);
    let report = '';
    const raw = join(folder, 'raw');
    await validate(
      { raw, format: 'json' },
      { out: (text) => (report += text), err: () => {}, colour: false, interactive: false },
    );
    const file = join(raw, `articles/${ID}.md`);
    const { findings } = JSON.parse(report) as { findings: { file: string; severity: string; message: string }[] };
    const errors = findings.filter((finding) => finding.file.endsWith(`${ID}.md`) && finding.severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const frontMatter = (text: string) => {
  const parts = splitFrontMatter(text);
  if ('message' in parts) throw new Error(parts.message);
  return parts;
};
/** Characters without the indentation, which an editor types, and without the anchor, which `fix` writes. */
const countYaml = (yaml: string) =>
  yaml
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('anchor:'))
    .reduce((total, line) => total + [...line.trimStart()].length + 1, -1);
const sum = (steps: readonly Step[]) => steps.reduce((total, step) => total + countTyped(step), 0);
const claims = (yaml: string) => yaml.slice(yaml.indexOf('claims:'));

/** A table of Markdown: what is typed by hand, by options and by answers, in characters. */
export async function countKeystrokes(): Promise<string> {
  const text = await label(BY_OPTIONS);
  if (text !== (await label(BY_ANSWERS))) throw new Error('Options and answers give different labels.');
  const { yaml, body } = frontMatter(text);
  const full = tidyLabels(yaml, 'full');
  const [options, answers] = [sum(BY_OPTIONS), sum(BY_ANSWERS)];
  const [article, ...others] = BY_OPTIONS;
  const begun = article ? countTyped(article) : 0;
  const rows: [string, number, number, number][] = [
    ['article and claim, every field written', countYaml(full) + [...body].length, options, answers],
    ['article and claim, short labels', countYaml(yaml) + [...body].length, options, answers],
    ['the claim alone, every field written', countYaml(claims(full)), sum(others), answers - begun],
    ['the claim alone, short labels', countYaml(claims(yaml)), sum(others), answers - begun],
  ];
  return [
    '| what is typed | by hand | options | share | answers | share |\n| --- | ---: | ---: | ---: | ---: | ---: |\n',
    ...rows.map(
      ([what, hand, by, asked]) =>
        `| ${what} | ${hand} | ${by} | ${(by / hand).toFixed(2)} | ${asked} | ${(asked / hand).toFixed(2)} |\n`,
    ),
  ].join('');
}

if (process.argv[1]?.endsWith('keystrokes.ts')) process.stdout.write(await countKeystrokes());
