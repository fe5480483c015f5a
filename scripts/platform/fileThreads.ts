// Files to be written → their measures, on threads of their own.
import { parentPort, type Worker } from 'node:worker_threads';
import { type GrowingFile, type Measure, MeasuredFile } from './measuredFile.ts';
import { openThread } from './workers.ts';

/** What becomes of a file; each file is written by one thread, in the order of its messages. */
type Message = { id: number } & (
  | { open: string }
  | { write: string | Uint8Array }
  | { copy: [source: string, from: number, to: number] }
  | { close: true }
);

/** What a closed file is, or what went wrong with it first: an error's own fields do not pass between threads. */
type Answer = { id: number } & (
  | { measure: Measure }
  | { message: string; fields: { code?: string; syscall?: string } }
);

/** A thread's end: writes the files that it is sent. */
export function serveFiles(): void {
  const port = parentPort;
  if (!port) throw new Error('This module runs on a thread of its own.');
  const files = new Map<number, MeasuredFile>();
  const failures = new Map<number, NodeJS.ErrnoException>();
  port.on('message', async (message: Message) => {
    const { id } = message;
    const file = files.get(id);
    try {
      if ('open' in message) files.set(id, new MeasuredFile(message.open));
      // After a failure the rest is let go: only the failure is told.
      else if ('write' in message && !failures.has(id)) file?.write(message.write);
      else if ('copy' in message && !failures.has(id)) file?.copy(...message.copy);
    } catch (error) {
      failures.set(id, error as NodeJS.ErrnoException);
    }
    if (!('close' in message)) return;
    const measure = await file?.close();
    const { message: text = 'A file was closed that was never opened.', code, syscall } = failures.get(id) ?? {};
    const failure = { id, message: text, fields: code === undefined ? {} : { code, syscall } } as Answer;
    port.postMessage(measure && !failures.has(id) ? ({ id, measure } satisfies Answer) : failure);
  });
}

interface Waiting {
  resolve(measure: Measure): void;
  reject(error: Error): void;
}

/** Threads that digest and write files side by side. */
export class FileThreads {
  private readonly workers: Worker[];
  private readonly loads: number[];
  private readonly waiting = new Map<number, Waiting>();
  private lost: Error | null = null;
  private opened = 0;

  /** @param entry a module that calls {@link serveFiles}. */
  constructor(entry: URL, size: number) {
    this.workers = Array.from({ length: size }, () => openThread(entry, null, {}));
    this.loads = this.workers.map(() => 0);
    for (const worker of this.workers) {
      worker.on('message', (answer: Answer) => this.settle(answer));
      worker.on('error', (error) => this.fail(error));
    }
  }

  /** Begins a file, on the thread that has the least to do. @param size about how large it will be */
  open(path: string, size: number): GrowingFile {
    const least = this.loads.indexOf(Math.min(...this.loads));
    this.loads[least] = (this.loads[least] ?? 0) + size;
    const worker = this.workers[least] as Worker;
    const id = this.opened++;
    const post = (message: Message, memory: ArrayBuffer[] = []) => worker.postMessage(message, memory);
    post({ id, open: path });
    return {
      write: (part) => {
        if (typeof part === 'string') return post({ id, write: part });
        // A message takes along all memory that a part stands in.
        const own = new Uint8Array(part);
        post({ id, write: own }, [own.buffer]);
      },
      copy: (...piece) => post({ id, copy: piece }),
      close: () =>
        new Promise((resolve, reject) => {
          if (this.lost) return reject(this.lost);
          this.waiting.set(id, { resolve, reject });
          post({ id, close: true });
        }),
    };
  }

  /** Ends the threads; files that are not closed stay as they are. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('measure' in answer) waiting?.resolve(answer.measure);
    else waiting?.reject(Object.assign(new Error(answer.message), answer.fields));
  }

  private fail(error: Error): void {
    this.lost = error;
    for (const { reject } of this.waiting.values()) reject(error);
  }
}
