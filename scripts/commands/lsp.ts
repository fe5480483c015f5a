// An editor that speaks the Language Server Protocol → what is wrong in raw/, and what may stand there, as it is typed.
import { pathToFileURL } from 'node:url';
import { enterFolder, readSource } from '../platform/reading.ts';
import { findAbove } from '../platform/templates.ts';
import { watchFolders } from '../platform/watching.ts';
import { toPath } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { type DefineCommand, rawOption } from './command.ts';
import { listFolders, STILL } from './watch.ts';

const RULES = 'docs/rules.md';

export const define: DefineCommand = (program, { streams, clock, cacheOf }) => {
  program
    .command('lsp')
    .description('answer an editor over standard input and output (Language Server Protocol)')
    .addOption(rawOption())
    .option('--stdio', 'what editors say for standard input and output, which are used in any case')
    .action(async ({ raw }: { raw: string }) => {
      const { serve } = await import('../lsp/connection.ts');
      const { input, output } = streams();
      const desk = {
        raw,
        rules: pathToFileURL(`${findAbove(RULES)}/${RULES}`).href,
        disk: readSource,
        cacheOf: (folder: string) => cacheOf({ cache: true, raw: folder }),
        enter: enterFolder,
        require: requireFolders,
        watch: (folder: string, onChange: (paths: ReadonlySet<string>) => void) =>
          watchFolders(listFolders(folder), (changed) => onChange(new Set([...changed].map(toPath))), STILL),
        clock,
      };
      serve(desk, input, output);
    });
};
