// A corpus that somebody reviews in the browser → how long it starts, what it holds, and what a vote costs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect } from '../tests/review/serve.ts';
import { makeCorpus } from './corpus.ts';
import { memoryOf, processorOf } from './running.ts';

const LAUNCH = resolve('scripts/launch.js');
const VOTES = 60;

/** A line of Markdown. Times are of the processor, but for the one that is called waiting. */
async function review(articles: number, blind: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  makeCorpus(folder, articles);
  const words = ['explore', '--review', '--as', 'a9', ...(blind ? ['--blind'] : [])];
  const child = spawn('node', [LAUNCH, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const client = connect(await printedAddress(child.stdout), async () => {});
    const pid = child.pid ?? 0;
    const [started, held] = [processorOf(pid), memoryOf(pid, 'VmRSS')];
    const { vote, verdicts } = await client.queue();
    const listed = processorOf(pid);
    const waits: number[] = [];
    let view = await client.claim(vote.rows[0]?.id ?? '');
    for (let i = 0; i < VOTES && view.next !== null; i++) {
      const pressed = performance.now();
      const verdict = verdicts[i % verdicts.length]?.id;
      const { digest, shown, next } = view;
      await client.act('vote', { claim: shown.id, digest, verdict, confidence: 'high', note: null });
      await client.ask('state');
      view = await client.claim(next as string);
      waits.push(performance.now() - pressed);
    }
    const voted = processorOf(pid);
    await client.act('hand-in', {});
    const handed = processorOf(pid);
    const middle = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)] ?? Number.NaN;
    const cells = [
      vote.all,
      blind ? 'blind' : 'open',
      ms(started),
      ms(listed - started),
      ms((voted - listed) / waits.length),
      ms(middle),
      ms(handed - voted),
      `${Math.round(held)} MB`,
      `${Math.round(memoryOf(pid, 'VmHWM'))} MB`,
    ];
    return `| ${cells.join(' | ')} |\n`;
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (time: number) => `${Math.round(time)} ms`;

function printedAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((done) => {
    let said = '';
    output.on('data', (chunk) => {
      said += String(chunk);
      const [address] = /http:\S+/.exec(said) ?? [];
      if (address !== undefined) done(address);
    });
  });
}

const HEAD = `| claims | judging | start | lists | a vote and the next claim | waiting for it, the middle of ${VOTES} | hand in | memory | at most |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`;

process.stdout.write(HEAD);
const sizes = process.argv.slice(2).map(Number);
for (const articles of sizes.length > 0 ? sizes : [100, 2000])
  for (const blind of [true, false]) process.stdout.write(await review(articles, blind));
