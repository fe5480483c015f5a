// Claims and votes on them, by sheets that are blind.
import { type DefineCommand, parseDay, rawOption } from './command.ts';
import { voteSheets, withSheets } from './voteSheets.ts';

export const define: DefineCommand = (program, { terminal, today, done }) => {
  const command = program
    .command('vote')
    .description('write a sheet of claims to judge without seeing other votes, and read it back')
    .addOption(rawOption())
    .requiredOption('--as <id>', 'the pseudonym of who votes')
    .option('--guideline <version>', 'of the guidelines, for a sheet (default: that of the newest vote, else 1)')
    .option('--date <day>', 'the day of votes whose sheet gives none (default: today in UTC)', parseDay);
  withSheets(command).action(async (options) => done(await voteSheets(options, terminal, today())));
};
