// One work → its result, on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { startYoungSmall } from './heap.ts';
import { type Answer, describeError, openThread, USUAL_MEMORY } from './workers.ts';

/**
 * Does one work on a thread of its own, where {@link serveOnce} does it. What passes between threads is plain data.
 */
export function runApart<Data, Result>(entry: URL, data: Data): Promise<Result> {
  const { maxYoungGenerationSizeMb } = USUAL_MEMORY;
  return new Promise((resolve, reject) => {
    const worker = openThread(entry, data, { maxYoungGenerationSizeMb });
    worker.on('message', (answer: Answer<Result>) => {
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer.result);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('A thread ended before its work was done.')));
  });
}

/** A thread's end of {@link runApart}. */
export async function serveOnce<Data, Result>(work: (data: Data) => Promise<Result>): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This module runs on a thread of its own.');
  startYoungSmall();
  try {
    port.postMessage({ result: await work(workerData as Data) } satisfies Answer<Result>);
  } catch (error) {
    port.postMessage({ error: describeError(error) } satisfies Answer<Result>);
  }
}
