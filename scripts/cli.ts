// Arguments, environment and terminal → one command and its exit code.
import { Command, CommanderError } from 'commander';
import type { DefineCommand, Outside } from './commands/command.ts';
import { sanitiseForTerminal } from './findings/sanitise.ts';
import { findCache } from './platform/cacheFolder.ts';
import { keepHeapSmall } from './platform/heap.ts';
import { optimiseLater } from './platform/optimiser.ts';
import { runAgain } from './platform/runAgain.ts';
import { type Terminal, wantsColour } from './platform/terminal.ts';
import { isSystemError, reasonOf, UserError } from './platform/userError.ts';
import { TOOL } from './values/tool.ts';

/** Every command, in the order of the help. Only the one that is called is loaded. */
const COMMANDS: Record<string, () => Promise<{ define: DefineCommand }>> = {
  init: () => import('./commands/init.ts'),
  new: () => import('./commands/new.ts'),
  settle: () => import('./commands/settle.ts'),
  revise: () => import('./commands/revise.ts'),
  withdraw: () => import('./commands/withdraw.ts'),
  'same-as': () => import('./commands/sameAs.ts'),
  import: () => import('./commands/import.ts'),
  validate: () => import('./commands/validate.ts'),
  fix: () => import('./commands/fix.ts'),
  vote: () => import('./commands/vote.ts'),
  stats: () => import('./commands/stats.ts'),
  build: () => import('./commands/build.ts'),
  shard: () => import('./commands/shard.ts'),
  merge: () => import('./commands/merge.ts'),
  explore: () => import('./commands/explore.ts'),
  export: () => import('./commands/export.ts'),
  splits: () => import('./commands/splits.ts'),
  score: () => import('./commands/score.ts'),
  diff: () => import('./commands/diff.ts'),
  audit: () => import('./commands/audit.ts'),
  release: () => import('./commands/release.ts'),
  verify: () => import('./commands/verify.ts'),
  generate: () => import('./commands/generate.ts'),
  lsp: () => import('./commands/lsp.ts'),
  'new-rule': () => import('./commands/newRule.ts'),
  completion: () => import('./commands/completion.ts'),
};

/** Commands that read a whole release or write all of it again: they may run where memory is dear. */
const LARGE = new Set(['release', 'verify', 'diff', 'export', 'explore', 'merge']);

function openTerminal(): Terminal {
  // A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') endUnwritten(error);
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: wantsColour(process.argv, process.env, process.stdout.isTTY === true),
    interactive: process.stderr.isTTY === true,
  };
}

let isUnwritten = false;

/** Says once that the output cannot be written, and ends with 2 whatever the command found. */
function endUnwritten(error: Error): void {
  if (isUnwritten) return;
  isUnwritten = true;
  process.once('exit', () => {
    process.exitCode = 2;
  });
  process.stderr.write(`cannot write the output: ${reasonOf(error)}\n`);
}

/**
 * The day in UTC that SOURCE_DATE_EPOCH gives (https://reproducible-builds.org/specs/source-date-epoch/), else today.
 */
function readToday(): string {
  const { SOURCE_DATE_EPOCH } = process.env;
  if (SOURCE_DATE_EPOCH === undefined || SOURCE_DATE_EPOCH === '') return new Date().toISOString().slice(0, 10);
  if (!/^\d{1,11}$/.test(SOURCE_DATE_EPOCH)) throw new UserError('SOURCE_DATE_EPOCH is not a number of seconds.');
  return new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString().slice(0, 10);
}

function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

async function createProgram(terminal: Terminal, [name]: readonly string[]): Promise<Command> {
  const program = new Command('veritable')
    .description('Fact-check datasets as code.')
    .exitOverride()
    // Options behind a command are the command's, whatever those above it are called.
    .enablePositionalOptions()
    .version(TOOL.version, '--version', 'show the version of the program')
    .showHelpAfterError('`--help` tells what there is; behind `npm run …`, options stand after `--`.');
  program.configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const outside: Outside = {
    terminal,
    somebody: () =>
      process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr } : null,
    streams: () => ({ input: process.stdin, output: process.stdout }),
    clock: () => performance.now(),
    today: readToday,
    env: (name) => process.env[name] || undefined,
    cacheOf: ({ cache, raw }) =>
      cache ? findCache(import.meta.url, raw, process.env['XDG_CACHE_HOME'] || undefined) : undefined,
    untilStopped,
    again: () => runAgain(process.argv.slice(1)),
    done: (exitCode) => {
      process.exitCode = exitCode;
    },
  };
  if (LARGE.has(name ?? '')) keepHeapSmall();
  const called = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  // Completion speaks of all commands.
  const needed = called && name !== 'completion' ? [called] : name === '--version' ? [] : Object.values(COMMANDS);
  for (const load of needed) (await load()).define(program, outside);
  for (const command of program.commands) answerVersion(command);
  return program;
}

/** `--version` behind a command is the program's too; the help of each command need not say so. */
function answerVersion(command: Command): void {
  command.version(TOOL.version, '--version');
  for (const option of command.options) if (option.long === '--version') option.hideHelp();
}

/** Exit codes: 0 no error; 1 an error or a drift was found; 2 wrong usage or an internal error. */
async function main(): Promise<void> {
  optimiseLater();
  const terminal = openTerminal();
  try {
    await (await createProgram(terminal, process.argv.slice(2))).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    // Never a stack trace: whoever wants one sets VERITABLE_DEBUG.
    const message = isSystemError(error) ? explainSystemError(error) : error instanceof Error ? error.message : error;
    terminal.err(
      `${process.env['VERITABLE_DEBUG'] && error instanceof Error ? error.stack : sanitiseLines(String(message))}\n`,
    );
  }
}

/**
 * A list keeps its lines, each behind its dash; any other line end is shown as a sign, for a line of somebody else's
 * words might be an order to whoever reads the output, such as a runner of GitHub.
 */
function sanitiseLines(message: string): string {
  return message
    .split(/\n(?=- )/)
    .map(sanitiseForTerminal)
    .join('\n');
}

/** What the system refused somewhere where nobody said what it was for: the file and the reason. */
function explainSystemError(error: NodeJS.ErrnoException): string {
  return error.path === undefined ? reasonOf(error) : `${error.path}: ${reasonOf(error)}`;
}

await main();
