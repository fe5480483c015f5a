// What somebody has found wrong in a claim → the corrected claim, with a revision where it was released.
import { Option } from 'commander';
import { type ReviseOptions, revise } from '../labelling/revise.ts';
import { type DefineCommand, parseCount } from './command.ts';
import { asOption, confidenceOption, dateOption, type EditingOptions, need, runEdit, withEditing } from './editing.ts';
import { CLAIM_TYPES } from './newClaim.ts';

type ReviseCommandOptions = EditingOptions & Partial<ReviseOptions>;

export const define: DefineCommand = (program, { terminal, today, done }) => {
  withEditing(
    program
      .command('revise')
      .description('correct a claim; of a released one `revisions` then says what and why')
      .argument('[claim]', 'id of the claim'),
  )
    .option('-r, --reason <text>', 'what was wrong')
    .addOption(asOption('id of the annotator, who puts their own vote right with the verdict'))
    .addOption(dateOption('the day'))
    .option('-v, --verdict <id>', 'the verdict')
    .addOption(confidenceOption())
    .option('-t, --text <claim>', 'the claim')
    .option('-q, --quote <words>', 'the quotation; its place is looked up')
    .addOption(new Option('--place <n>', 'which place of the quotation, from 1').argParser(parseCount))
    .option('--claimant <id>', 'who says it')
    .option('--claim-date <date>', 'when it was said, EDTF')
    .option('--event-date <date>', 'the time that it speaks of, EDTF')
    .addOption(new Option('--type <type>', 'what kind of claim it is').choices(CLAIM_TYPES))
    .option('-j, --justification <text>', 'why it has its verdict')
    .action(async (claim: string | undefined, options: ReviseCommandOptions) =>
      done(
        await runEdit('revise', options, terminal, (labels) =>
          revise(labels, need(claim, 'the claim'), {
            ...options,
            reason: need(options.reason, '--reason'),
            date: options.date ?? today(),
          }),
        ),
      ),
    );
};
