// What somebody types at a terminal → what the commands that edit labels make of it.
import { Command, CommanderError } from 'commander';
import type { DefineCommand } from '../../scripts/commands/command.ts';
import { define as defineNew } from '../../scripts/commands/new.ts';
import { define as defineRevise } from '../../scripts/commands/revise.ts';
import { define as defineSameAs } from '../../scripts/commands/sameAs.ts';
import { define as defineSettle } from '../../scripts/commands/settle.ts';
import { define as defineVote } from '../../scripts/commands/vote.ts';
import { define as defineWithdraw } from '../../scripts/commands/withdraw.ts';
import { type Outcome, record, type Workspace } from '../workspace.ts';
import { typeLines } from './typeLines.ts';

const DEFINES: readonly DefineCommand[] = [
  defineNew,
  defineVote,
  defineSettle,
  defineRevise,
  defineWithdraw,
  defineSameAs,
];

/** The day on which everything in these tests is typed. */
export const TODAY = '2024-06-01';

/**
 * Runs a command on a workspace. `answers` are lines that somebody types when asked; without them nobody is there. A
 * problem that the program would show is given in `err`, with exit code 2.
 */
export async function type(
  workspace: Workspace,
  words: readonly string[],
  answers?: readonly string[],
): Promise<Outcome> {
  return record(async (terminal) => {
    let exitCode = -1;
    const program = new Command().exitOverride().enablePositionalOptions();
    program.configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
    const outside = {
      terminal,
      somebody: () => (answers ? typeLines(answers) : null),

      today: () => TODAY,
      done: (code: number) => {
        exitCode = code;
      },
    };
    for (const define of DEFINES) define(program, outside as unknown as Parameters<DefineCommand>[1]);
    const at = words[0] === 'new' && (words[1] === 'claim' || words[1] === 'evidence') ? 2 : 1;
    const argv = [...words.slice(0, at), '--raw', workspace.path('raw'), ...words.slice(at)];
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) terminal.err((error as Error).message);
      return 2;
    }
    return exitCode;
  });
}
