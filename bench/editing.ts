// A corpus that an editor has open → how long it waits after a keystroke, what that costs, and what the server holds.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Editor } from '../tests/lsp/editor.ts';
import { makeCorpus } from './corpus.ts';
import { memoryOf, processorOf } from './running.ts';

const LAUNCH = resolve('scripts/launch.js');
const KEYSTROKES = 12;

interface Editing {
  articles: number;
  /** Milliseconds from opening an article, with the start of the server, until it is told of. */
  opening: number;
  /** Milliseconds of processor until everything has been judged. */
  judging: number;
  /** Milliseconds from a keystroke until its article is told of: the middle one, and the longest. */
  waiting: [number, number];
  /** Milliseconds of processor for a keystroke and all that follows of it, in the middle. */
  processor: number;
  /** Memory in megabytes at the end, and at most. */
  megabytes: [number, number];
}

async function edit(folder: string, articles: number): Promise<Editing> {
  const began = performance.now();
  const editor = await new Editor(folder, ['node', LAUNCH, 'lsp', '--stdio']).begin();
  const names = readdirSync(join(folder, 'raw/articles'));
  const file = `raw/articles/${names[Math.floor(names.length / 2)]}`;
  const pid = editor.server.pid ?? 0;
  await editor.open(file, readFileSync(join(folder, file), 'utf8'));
  const opening = performance.now() - began;
  const judging = await rest(pid);
  const waits: number[] = [];
  const costs: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const before = processorOf(pid);
    const pressed = performance.now();
    const text = editor.text(file);
    await editor.change(file, text.replace('    text: ', '    text: a'));
    waits.push(performance.now() - pressed);
    costs.push((await rest(pid)) - before);
  }
  const megabytes: [number, number] = [memoryOf(pid, 'VmRSS'), memoryOf(pid, 'VmHWM')];
  await editor.end();
  return {
    articles,
    opening,
    judging,
    waiting: [middle(waits), Math.max(...waits)],
    processor: middle(costs),
    megabytes,
  };
}

/** Waits until a process works no more; gives the milliseconds of processor that it has used. */
async function rest(pid: number): Promise<number> {
  for (let before = -1, still = 0; ; ) {
    const now = processorOf(pid);
    still = now === before ? still + 1 : 0;
    if (still === 8) return now;
    before = now;
    await new Promise((done) => setTimeout(done, 100));
  }
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

/** A table of Markdown, of corpora of some sizes: without results of earlier runs, and with them. */
export async function tabulateEditing(sizes: readonly number[]): Promise<string> {
  const lines = [
    '| articles | earlier results | first answer | all judged, processor | keystroke to its findings | longest | processor per keystroke | memory | at most |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const articles of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
    try {
      makeCorpus(folder, articles);
      for (const earlier of ['none', 'of validate']) {
        if (earlier !== 'none') spawnSync('node', [LAUNCH, 'validate'], { cwd: folder });
        const { opening, judging, waiting, processor, megabytes } = await edit(folder, articles);
        const times = [opening, judging, ...waiting, processor].map((ms) => `${Math.round(ms)} ms`);
        const sizes = megabytes.map((mb) => `${Math.round(mb)} MB`);
        lines.push(`| ${[articles, earlier, ...times, ...sizes].join(' | ')} |`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('editing.ts')) {
  const sizes = process.argv.slice(2).map(Number);
  process.stdout.write(await tabulateEditing(sizes.length > 0 ? sizes : [5, 1000, 10_000]));
}
