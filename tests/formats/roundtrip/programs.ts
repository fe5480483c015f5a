// A script in another language → what it prints.
import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

const COMMANDS = {
  python: { command: '/usr/bin/python3', run: '-c', probe: 'import csv' },
  pandas: { command: '/usr/bin/python3', run: '-c', probe: 'import pandas' },
  pyarrow: { command: '/usr/bin/python3', run: '-c', probe: 'import pyarrow.dataset' },
  openpyxl: { command: '/usr/bin/python3', run: '-c', probe: 'import openpyxl' },
  R: { command: 'Rscript', run: '-e', probe: 'TRUE' },
} as const;

export type Program = keyof typeof COMMANDS;

/** Runs a script in a folder; gives what it prints, and throws with its complaint where it fails. */
export function runProgram(program: Program, script: string, folder: string): string {
  const { command, run } = COMMANDS[program];
  const result = spawnSync(command, [run, script], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'America/St_Johns' },
  });
  if (result.status !== 0) throw new Error(`${command}: ${result.error?.message ?? result.stderr}`);
  return result.stdout;
}

/** No package of Debian: nothing installs it. */
const NOT_INSTALLED: readonly Program[] = ['pyarrow'];

/** A test that needs a program: skipped by name where it is not installed, but not in CI, where it must be. */
export function testWith(program: Program): typeof test {
  const { command, run, probe } = COMMANDS[program];
  const isRequired = process.env['CI'] && !NOT_INSTALLED.includes(program);
  const present = isRequired || spawnSync(command, [run, probe]).status === 0;
  return (present ? test : test.skip) as typeof test;
}
