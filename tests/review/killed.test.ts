// Handing in is killed with -9 at any moment: no vote is lost, every file is the old or the new one.
// `KILLS=500 npx vitest run tests/review/killed.test.ts` kills more often; `PROPERTY_SEED=n` at other moments.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handIn } from '../../scripts/review/handIn.ts';
import { type Entry, readJournal, renderEntry } from '../../scripts/review/journal.ts';
import { ReviewSession } from '../../scripts/review/session.ts';
import fc from '../property.ts';
import { GAZETTE, type Workspace } from '../workspace.ts';
import { idOf, judgementOf, openMany } from './manyClaims.ts';
import { DAY } from './serve.ts';

const KILLS = Number(process.env['KILLS'] ?? 6);
const CLAIMS = 12;
const SETTLED = idOf(1);
const VOTES = 'raw/votes/a9.jsonl';
const JOURNAL = 'private/review/a9.jsonl';

/** In the repository, where the packages are found. */
mkdirSync('node_modules/.cache', { recursive: true });
const scratch = mkdtempSync(resolve('node_modules/.cache/review-killed-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Compiled, the child begins in a tenth of the time. */
let child = '';
beforeAll(async () => {
  child = join(scratch, 'child.mjs');
  await build({
    entryPoints: ['tests/review/handInChild.ts'],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    banner: {
      js: `import { createRequire as r } from 'node:module'; const require = r(${JSON.stringify(resolve('package.json'))});`,
    },
  });
}, 60_000);

/** Claims with differing votes on the first, and a journal of votes on the others and a settlement of it. */
async function prepare(): Promise<Workspace> {
  const workspace = openMany(CLAIMS);
  const line = `{"claim":"${SETTLED}","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n`;
  workspace.file('raw/votes/a2.jsonl', line);
  const session = new ReviewSession({ raw: workspace.path('raw'), annotator: 'a9', blind: false, day: () => DAY });
  const read = (id: string) => session.claim(id).body as { digest: string; open: { digest: string } };
  const entries: Entry[] = [
    {
      act: 'settle',
      claim: SETTLED,
      digest: read(SETTLED).open.digest,
      settle: { verdict: 'refuted', reason: 'The log decides.', date: DAY, justification: null },
    },
  ];
  for (let number = 2; number <= CLAIMS; number += 1) {
    const [verdict, confidence, note] = judgementOf(number);
    const vote = { verdict, confidence: confidence as 'high', date: DAY, guideline: '1', note };
    entries.push({ act: 'vote', claim: idOf(number), digest: read(idOf(number)).digest, vote });
  }
  return workspace.file(JOURNAL, entries.map(renderEntry).join(''));
}

/** Milliseconds from the order to hand in to the end; null where it was killed `after` so many. */
async function run(workspace: Workspace, after: number | null): Promise<number | null> {
  const started = spawn(process.execPath, [child, workspace.path('raw'), 'a9'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => started.on('close', () => done()));
  let said = '';
  await new Promise<void>((ready, fail) => {
    started.on('close', () => fail(new Error('The child ended before it was ready.')));
    started.stdout.on('data', (text) => {
      said += text;
      if (said.includes('ready')) ready();
    });
  });
  const began = performance.now();
  started.stdin.write('go\n');
  if (after !== null) {
    await sleep(after);
    started.kill('SIGKILL');
  }
  await ended;
  return said.includes('done') ? performance.now() - began : null;
}

const finish = (workspace: Workspace) =>
  handIn({ raw: workspace.path('raw') }, readJournal(workspace.read(JOURNAL).split('\n')), 'a9');

const readIfAny = (workspace: Workspace, name: string): string => {
  try {
    return readFileSync(workspace.path(name), 'utf8');
  } catch {
    return '';
  }
};

test('killed at random moments', async () => {
  const workspace = await prepare();
  const journal = workspace.read(JOURNAL);
  const article = [workspace.read(GAZETTE)];
  const usual = (await run(workspace, null)) ?? 0;
  expect(usual).toBeGreaterThan(0);
  article.push(workspace.read(GAZETTE));
  const votes = ['', workspace.read(VOTES)];
  expect(votes[1]?.split('\n')).toHaveLength(CLAIMS);
  const counts = { before: 0, between: 0, after: 0 };
  // Even over the whole: a double is drawn by its bits, and would nearly always be next to nothing.
  for (const at of fc.sample(fc.noBias(fc.integer({ min: 0, max: 1100 })), KILLS)) {
    workspace.remove(VOTES).file(GAZETTE, article[0] ?? '');
    await run(workspace, (at / 1000) * usual);
    const [cast, settled] = [votes.indexOf(readIfAny(workspace, VOTES)), article.indexOf(workspace.read(GAZETTE))];
    expect([cast, settled].every((state) => state >= 0)).toBe(true);
    expect(workspace.read(JOURNAL)).toBe(journal);
    counts[cast + settled === 2 ? 'after' : cast + settled === 1 ? 'between' : 'before'] += 1;
    expect((await finish(workspace)).refused).toEqual([]);
    expect([workspace.read(VOTES), workspace.read(GAZETTE)]).toEqual([votes[1], article[1]]);
    expect(await finish(workspace)).toMatchObject({ votes: 0, settlements: 0 });
    expect([workspace.read(VOTES), workspace.read(GAZETTE)]).toEqual([votes[1], article[1]]);
    // What a kill may leave beside the files is hidden, and no label.
    for (const name of readdirSync(workspace.path('raw/votes')))
      expect(name).toMatch(/^(?:a[29]\.jsonl|\..*\.veritable-.*)$/);
  }
  if (process.env['KILLS']) console.info(`${KILLS} kills: ${JSON.stringify(counts)}`);
}, 3_600_000);
