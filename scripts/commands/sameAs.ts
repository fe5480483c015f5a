// Two claims that say the same thing → a link from each to the other.
import { linkClaims } from '../labelling/linkClaims.ts';
import type { DefineCommand } from './command.ts';
import { type EditingOptions, need, runEdit, withEditing } from './editing.ts';

export const define: DefineCommand = (program, { terminal, done }) => {
  withEditing(
    program
      .command('same-as')
      .description('say that two claims say the same thing')
      .argument('[first]', 'id of a claim')
      .argument('[second]', 'id of the other'),
  ).action(async (first: string | undefined, second: string | undefined, options: EditingOptions) =>
    done(
      await runEdit('same-as', options, terminal, (labels) =>
        linkClaims(labels, need(first, 'the first claim'), need(second, 'the second claim')),
      ),
    ),
  );
};
