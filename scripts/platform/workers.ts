// Tasks → results, on threads of their own.
import { availableParallelism } from 'node:os';
import { parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { limitYoung, startYoungSmall } from './heap.ts';

/** How many threads the machine can run side by side. */
export function countCores(): number {
  return availableParallelism();
}

/** What a thread answers. */
export type Answer<Result> = { result: Result } | { error: string };

/** What a thread is sent: something to do, or something to know for all that comes after. */
type Message<Task, Note> = { task: Task; spare?: ArrayBuffer | undefined } | { note: Note };

/**
 * A thread's end of a pool: `prepare` is given the pool's data once, and makes the function that does each task, in
 * memory that is not needed elsewhere, and the one that is told notes. `listMemory` names the memory of a result that
 * is handed over with it.
 */
export function serveTasks<Data, Task, Note, Result>(
  prepare: (data: Data) => { run(task: Task, spare?: ArrayBuffer): Result; hear(note: Note): void },
  listMemory: (result: Result) => ArrayBuffer[],
): void {
  const port = parentPort;
  if (!port) throw new Error('This module runs on a thread of its own.');
  startYoungSmall();
  const { run, hear } = prepare(workerData as Data);
  port.on('message', (message: Message<Task, Note>) => {
    if ('note' in message) return hear(message.note);
    try {
      const result = run(message.task, message.spare);
      port.postMessage({ result } satisfies Answer<Result>, listMemory(result));
    } catch (error) {
      port.postMessage({ error: describeError(error) } satisfies Answer<Result>);
    }
  });
}

/**
 * What a thread may hold, in megabytes: enough for what is usual, little enough that it does not put off clearing away
 * what it no longer needs.
 */
export const USUAL_MEMORY = { maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 24 };

/** The module that a thread begins with: the sources run as they are, or compiled into one folder. */
export function entryOf(name: 'worker' | 'compressor' | 'parquetWriter'): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../${name}.ts` : `./${name}.js`, import.meta.url);
}

/** Starts a thread. It does not inherit the loader that reads TypeScript. */
export function openThread(entry: URL, workerData: unknown, limits: ResourceLimits): Worker {
  const resourceLimits = limitYoung(limits);
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { workerData, resourceLimits });
  const [loader, module] = [import.meta.resolve('tsx/esm/api'), entry.href].map((url) => JSON.stringify(url));
  return new Worker(`import(${loader}).then(({ register }) => (register(), import(${module})))`, {
    eval: true,
    workerData,
    resourceLimits,
  });
}

/** An error as a thread tells of it: with its stack. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface Job<Task, Result> {
  task: Task;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

/**
 * A thread has the task that it does and the next, so that it need not wait until somebody has looked at its answer.
 */
const AT_ONCE = 2;

/** Threads that do tasks of one kind, each one task at a time, in the order in which they were asked for. */
export class Pool<Task, Note, Result> {
  private readonly waiting: Job<Task, Result>[] = [];
  /** The tasks that each thread has been given, in their order. */
  private readonly given = new Map<Worker, Job<Task, Result>[]>();
  private readonly entry: URL;
  private readonly data: unknown;
  private note: { note: Note } | null = null;
  private readonly spare: ArrayBuffer[] = [];

  /** @param entry a module that calls {@link serveTasks}; TypeScript is run through tsx. */
  constructor(entry: URL, size: number, data: unknown) {
    this.entry = entry;
    this.data = data;
    for (let i = 0; i < size; i++) this.open(USUAL_MEMORY);
  }

  /** Tells every thread something that all later tasks depend on. */
  tell(note: Note): void {
    this.note = { note };
    for (const worker of this.given.keys()) worker.postMessage(this.note);
  }

  private open(limits: ResourceLimits): Worker {
    const worker = openThread(this.entry, this.data, limits);
    worker.on('message', (answer: Answer<Result>) => this.settle(worker, answer));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('A worker thread ended before its work was done.')));
    if (this.note) worker.postMessage(this.note);
    this.given.set(worker, []);
    return worker;
  }

  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      this.next();
    });
  }

  /**
   * Takes back the memory of results, to be used for others: memory that is new to a process costs time, and what
   * nobody needs any more is found late.
   */
  reuse(memory: readonly ArrayBuffer[]): void {
    this.spare.push(...memory);
  }

  async close(): Promise<void> {
    const workers = [...this.given.keys()];
    for (const worker of workers) worker.removeAllListeners('exit');
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private next(): void {
    for (let load = 0; load < AT_ONCE; load++)
      for (const [worker, jobs] of this.given)
        if (jobs.length === load && this.waiting.length > 0)
          this.give(worker, this.waiting.shift() as Job<Task, Result>);
  }

  private give(worker: Worker, job: Job<Task, Result>): void {
    this.given.get(worker)?.push(job);
    const spare = this.spare.pop();
    worker.postMessage({ task: job.task, spare }, spare ? [spare] : []);
  }

  private settle(worker: Worker, answer: Answer<Result>): void {
    const job = this.given.get(worker)?.shift();
    if ('error' in answer) job?.reject(new Error(answer.error));
    else job?.resolve(answer.result);
    this.next();
  }

  private fail(worker: Worker, error: Error & { code?: string }): void {
    const jobs = this.given.get(worker);
    if (!this.given.delete(worker) || !jobs) return;
    if (jobs.length > 0 && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      // A task of unusual size gets a thread that may take what the machine has.
      const other = this.open({});
      for (const job of jobs) this.give(other, job);
      return;
    }
    for (const { reject } of [...jobs, ...this.waiting.splice(0)]) reject(error);
  }
}

/**
 * Does tasks with at most `ahead` of them begun and not yet taken, and yields their results in the order of the tasks.
 */
export async function* inOrder<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  ahead: number,
  run: (task: Task) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const task of tasks) {
    const result = run(task);
    // The reader hears of a failure when it comes to this result, or has stopped at an earlier one.
    result.catch(() => {});
    begun.push(result);
    if (begun.length >= ahead) yield await (begun.shift() as Promise<Result>);
  }
  while (begun.length > 0) yield await (begun.shift() as Promise<Result>);
}
