// A claim that was wrong to include → the claim withdrawn.
import { Option } from 'commander';
import { withdraw } from '../labelling/withdraw.ts';
import type { DefineCommand } from './command.ts';
import { dateOption, type EditingOptions, need, parseIds, runEdit, withEditing } from './editing.ts';

interface WithdrawCommandOptions extends EditingOptions {
  reason?: string;
  date?: string;
  successors?: string[];
}

export const define: DefineCommand = (program, { terminal, today, done }) => {
  withEditing(
    program
      .command('withdraw')
      .description('take a claim out of the data; its number is never given again')
      .argument('[claim]', 'id of the claim'),
  )
    .option('-r, --reason <text>', 'why')
    .addOption(dateOption('the day'))
    .addOption(new Option('--successors <ids>', 'claims that say it better').argParser(parseIds))
    .action(async (claim: string | undefined, options: WithdrawCommandOptions) =>
      done(
        await runEdit('withdraw', options, terminal, (labels) =>
          withdraw(labels, need(claim, 'the claim'), {
            reason: need(options.reason, '--reason'),
            date: options.date ?? today(),
            successors: options.successors,
          }),
        ),
      ),
    );
};
