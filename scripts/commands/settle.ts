// A decision on a claim whose votes differ → its verdict, and how it was settled.
import { settle } from '../labelling/settle.ts';
import type { DefineCommand } from './command.ts';
import { asOption, dateOption, type EditingOptions, need, runEdit, withEditing } from './editing.ts';

interface SettleCommandOptions extends EditingOptions {
  verdict?: string;
  reason?: string;
  as?: string;
  date?: string;
  justification?: string;
}

export const define: DefineCommand = (program, { terminal, today, done }) => {
  withEditing(
    program.command('settle').description('settle a claim whose votes differ').argument('[claim]', 'id of the claim'),
  )
    .option('-v, --verdict <id>', 'the verdict that it gets')
    .option('-r, --reason <text>', 'what decided')
    .addOption(asOption('id of the annotator who settles it'))
    .addOption(dateOption('the day'))
    .option('-j, --justification <text>', 'why the claim has its verdict, in place of what stands there')
    .action(async (claim: string | undefined, options: SettleCommandOptions) =>
      done(
        await runEdit('settle', options, terminal, (labels) =>
          settle(labels, need(claim, 'the claim'), {
            ...options,
            verdict: need(options.verdict, '--verdict'),
            reason: need(options.reason, '--reason'),
            as: need(options.as, '--as'),
            date: options.date ?? today(),
          }),
        ),
      ),
    );
};
