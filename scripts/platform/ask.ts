// A question → what somebody types.
import { createInterface } from 'node:readline/promises';
import { UserError } from './userError.ts';

/** Asks one question, with what an empty line stands for. */
export type Ask = (question: string, fallback: string | null) => Promise<string>;

/** Where somebody reads and types. */
export interface Somebody {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** Runs `work` with somebody to ask. Throws a UserError where the input ends before the answers. */
export async function withSomebody<T>(somebody: Somebody, work: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface(somebody);
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  const ask: Ask = async (question, fallback) => {
    const shown = fallback === null ? question : `${question} [${fallback}]`;
    try {
      const typed = await lines.question(`${shown}: `, { signal: ended.signal });
      return typed.trim() === '' && fallback !== null ? fallback : typed;
    } catch (error) {
      if (!ended.signal.aborted) throw error;
      throw new UserError('The questions were not answered to the end: nothing more was written.');
    }
  };
  try {
    return await work(ask);
  } finally {
    lines.close();
  }
}
