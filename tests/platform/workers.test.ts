// Threads do what they are asked for, also after one of them has failed.
import { afterEach, expect, test, vi } from 'vitest';
import { runApart } from '../../scripts/platform/apart.ts';
import { inOrder, Pool } from '../../scripts/platform/workers.ts';

vi.setConfig({ testTimeout: 60_000 });

type Result = { text: string; memory: ArrayBuffer };
const ENTRY = new URL('./pooledThread.ts', import.meta.url);

let pool: Pool<string, string, Result> | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

function open(size: number): Pool<string, string, Result> {
  const opened = new Pool<string, string, Result>(ENTRY, size, 'data');
  pool = opened;
  return opened;
}

test('results come in the order of the tasks, with what was told before each', async () => {
  const pool = open(3);
  pool.tell('first');
  const tasks = Array.from({ length: 40 }, (_, i) => String(i));
  const texts: string[] = [];
  for await (const { text } of inOrder(tasks, 9, (task) => pool.run(task))) texts.push(text);
  expect(texts).toEqual(tasks.map((task) => `data first ${task} 0 0`));
  pool.tell('second');
  expect((await pool.run('last')).text).toBe('data second last 0 0');
});

test('memory that is given back is used again', async () => {
  const pool = open(1);
  const { memory } = await pool.run('a');
  pool.reuse([memory]);
  expect(memory.byteLength).toBe(8);
  const again = await pool.run('b');
  expect(again.text).toBe('data nothing b 0 8');
  expect(memory.byteLength).toBe(0);
});

test('a task that fails takes no other with it', async () => {
  const pool = open(1);
  const results = await Promise.allSettled(['a', 'fail', 'b'].map((task) => pool.run(task)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { message: expect.stringContaining('This task cannot be done.') } });
});

test('a task that needs more memory than is usual is done all the same, and so is what waits behind it', async () => {
  const pool = open(1);
  pool.tell('all');
  const texts = await Promise.all(['a', 'hog', 'b', 'c', 'd'].map(async (task) => (await pool.run(task)).text));
  expect(texts).toEqual(['a 0', 'hog 6000000', 'b 0', 'c 0', 'd 0'].map((end) => `data all ${end} 0`));
});

test('a thread of its own does one work, and says why it could not', async () => {
  const apart = new URL('./apartThread.ts', import.meta.url);
  expect(await runApart(apart, 'this')).toBe('this is done');
  await expect(runApart(apart, 'fail')).rejects.toThrow('This work cannot be done.');
  await expect(runApart(apart, 'end')).rejects.toThrow('A thread ended before its work was done.');
});
