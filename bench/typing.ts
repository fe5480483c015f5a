// Commands as somebody types them → the labels that they make, and what was typed.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { DefineCommand } from '../scripts/commands/command.ts';
import { define as defineNew } from '../scripts/commands/new.ts';
import { validate } from '../scripts/commands/validate.ts';
import { define as defineVote } from '../scripts/commands/vote.ts';
import type { Terminal } from '../scripts/platform/terminal.ts';
import { shellWord } from '../scripts/values/shellWord.ts';
import { typeLines } from '../tests/labelling/typeLines.ts';
import { addUp, decide, type Effort, press, say, take } from './keyModel.ts';
import { pagesOf, type Sample } from './samples.ts';

/** Words of one's own, words that stand on a page, or what is chosen. */
export type Said = { own: string } | { page: string } | { chosen: string };

/** A command as the words behind `npm run`, then its options, and the lines that are answered. */
export interface Step {
  words: readonly string[];
  options?: readonly (readonly [flag: string, said: Said])[];
  answers?: readonly Said[];
}

/** Id of the article that every sample gives. */
export const ID = 'the-gazette-2024-05-02';

const wordOf = (said: Said) => ('own' in said ? said.own : 'page' in said ? said.page : said.chosen);

/** What typing a step takes. The name of the command is one thought, and so is each option. */
export function effortOf({ words: [name = '', ...rest], options = [], answers = [] }: Step): Effort {
  const isPart = rest[0] === 'claim' || rest[0] === 'evidence';
  const [part, files] = isPart ? [` ${rest[0]}`, rest.slice(1)] : ['', rest];
  const command = decide(`npm run ${name}${options.length > 0 ? ' --' : ''}${part}`);
  const named = files.map((file) => press(` ${shellWord(file)}`));
  const optional = options.map(([flag, said]) => addUp(decide(` ${flag} `), writeValue(said)));
  return addUp(command, ...named, ...optional, decide(1), ...answers.map(answered));
}

function writeValue(said: Said): Effort {
  const written = shellWord(wordOf(said));
  if ('chosen' in said) return decide(written);
  const marks = written.length - wordOf(said).length;
  return 'own' in said ? press(written) : addUp(take(said.page), press(marks));
}

/** A choice is ended by a key that needs no thought; an empty line takes what is offered. */
function answered(said: Said): Effort {
  if ('chosen' in said) return decide(`${said.chosen}\n`);
  return 'own' in said ? say(said.own) : addUp(take(said.page), decide(1));
}

/** Carries out steps on the example; gives the text of the article, in which nothing is wrong. */
export async function label(sample: Sample, steps: readonly Step[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  try {
    cpSync('examples/gazette', folder, { recursive: true });
    const pages = pagesOf(sample);
    for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
    for (const step of steps) await carryOut(folder, Object.keys(pages), step);
    const text = readFileSync(join(folder, `raw/articles/${ID}.md`), 'utf8');
    await requireAccepted(folder);
    return text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function carryOut(
  folder: string,
  pages: readonly string[],
  { words, options = [], answers }: Step,
): Promise<void> {
  let shown = '';
  const take = (text: string) => {
    shown += text;
  };
  const terminal: Terminal = { out: take, err: take, colour: false, interactive: false };
  let exitCode = -1;
  const outside = {
    terminal,
    somebody: () => (answers ? typeLines(answers.map(wordOf)) : null),
    today: () => '2024-06-01',
    done: (code: number) => {
      exitCode = code;
    },
  };
  const program = new Command().exitOverride().enablePositionalOptions();
  for (const define of [defineNew, defineVote]) define(program, outside as unknown as Parameters<DefineCommand>[1]);
  const at = /^(?:claim|evidence)$/.test(words[1] ?? '') ? 2 : 1;
  const typed = [...words, ...options.flatMap(([flag, said]) => [flag, wordOf(said)])];
  const files = typed.map((word) => (pages.includes(word) ? join(folder, word) : word));
  await program.parseAsync([...files.slice(0, at), '--raw', join(folder, 'raw'), ...files.slice(at)], { from: 'user' });
  if (exitCode !== 0) throw new Error(`${words.join(' ')}\n${shown}`);
}

/** Throws where the project that somebody labelled has an error, or a claim that is not published. */
export async function requireAccepted(folder: string): Promise<void> {
  let report = '';
  const raw = join(folder, 'raw');
  await validate(
    { raw, format: 'json' },
    { out: (text) => (report += text), err: () => {}, colour: false, interactive: false },
  );
  const { findings } = JSON.parse(report) as { findings: { severity: string }[] };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const text = readFileSync(join(raw, `articles/${ID}.md`), 'utf8');
  if (errors.length > 0 || !/^ {4}status: labelled$/m.test(text))
    throw new Error(`${JSON.stringify(errors, null, 2)}\n${text}`);
}
