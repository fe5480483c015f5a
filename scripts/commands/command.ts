// What commands share → how a command is defined: its name, its options, and what it is given of the outside.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Somebody } from '../platform/ask.ts';
import type { Terminal } from '../platform/terminal.ts';
import { isDay } from '../values/edtf.ts';
import { shellWord } from '../values/shellWord.ts';

/** What the program gives its commands. */
export interface Outside {
  terminal: Terminal;
  /** Whoever sits at the terminal; null where nobody does. */
  somebody(): Somebody | null;
  /** What another program writes to this one, and reads from it. */
  streams(): { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };
  /** Milliseconds since some moment. */
  clock(): number;
  /** The day in UTC, or the one that SOURCE_DATE_EPOCH gives. */
  today(): string;
  env(name: string): string | undefined;
  /** Where results are kept from run to run; undefined with `--no-cache`. */
  cacheOf(options: { cache: boolean; raw: string }): { folder: string; program: string } | undefined;
  /** Aborted when somebody ends the program. */
  untilStopped(): AbortSignal;
  /** Runs the program once more with the same arguments; gives its exit code. */
  again(): Promise<number>;
  /** Takes the exit code. */
  done(exitCode: number): void;
}

/** Adds a command to the program. Each module of commands/ exports one as `define`. */
export type DefineCommand = (program: Command, outside: Outside) => void;

export const rawOption = (): Option =>
  new Option('--raw <dir>', 'the folder of articles/, vocabulary/, captures/ and expectations.yml').default('raw');

/** A command on the same labels, as it is typed. */
export const sayCommand = (name: string, raw: string): string =>
  `npm run ${name}${raw === 'raw' ? '' : ` -- --raw ${shellWord(raw)}`}`;

export const capturesOption = (): Option =>
  new Option('--captures <dir>', 'a folder that holds the capture of every withheld article');

export const emptyOption = (): Option => new Option('--allow-empty', 'accept a project that holds no article yet');

export const jobsOption = (): Option =>
  new Option('--jobs <n>', 'threads (default: as many as help)').argParser((text) => {
    if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.');
    return Number(text);
  });

export const cacheOption = (): Option => new Option('--no-cache', 'find everything anew, and keep nothing');

/** `--color` and `--no-color`; the program reads them itself, before any command runs. */
export const colourOptions = (): [Option, Option] => [
  new Option('--color', 'colour the report even where it goes to a file'),
  new Option('--no-color', 'never colour it (as does the variable NO_COLOR)'),
];

/** Adds several options, in order. */
export function withOptions(command: Command, ...options: Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

/** Codes of rules or families, separated by commas. */
export function parseCodes(text: string): string[] {
  return text
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');
}

/** @throws InvalidArgumentError for anything but a whole number */
export function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

/** @throws InvalidArgumentError for anything but a day as YYYY-MM-DD */
export function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day as YYYY-MM-DD is needed.');
  return text;
}
