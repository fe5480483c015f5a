// A file → the program that the desktop opens it with.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
};

/** Opens a file or an address; resolves to false where the desktop has no way to. */
export function openOnDesktop(target: string): Promise<boolean> {
  const [command = 'xdg-open', ...rest] = OPENERS[process.platform] ?? ['xdg-open'];
  const what = /^https?:/.test(target) ? target : resolve(target);
  return new Promise((done) => {
    const child = spawn(command, [...rest, what], { stdio: 'ignore', detached: true });
    child.on('error', () => done(false));
    child.on('spawn', () => {
      child.unref();
      done(true);
    });
  });
}
