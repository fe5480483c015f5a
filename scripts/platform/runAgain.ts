// The program's own arguments → the program, run once more.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs Node with the arguments, in this terminal; gives the exit code, 2 where a signal ended it. */
export async function runAgain(argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, argv, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 2;
}
