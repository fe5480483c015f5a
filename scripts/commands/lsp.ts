// An editor that speaks the Language Server Protocol → what is wrong in raw/, and what may stand there, as it is typed.

import { dirname } from 'node:path/posix';
import { pathToFileURL } from 'node:url';
import { enterFolder, isOutside, listNames, readSource } from '../platform/reading.ts';
import { findAbove } from '../platform/templates.ts';
import { watchFolders } from '../platform/watching.ts';
import { toPath } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { beside } from '../project/sourceFiles.ts';
import { type DefineCommand, rawOption } from './command.ts';
import { listFolders, STILL } from './watch.ts';

const RULES = 'docs/rules.md';

/** Where pages are looked for that an editor offers, in the folder of a project; git ignores it. */
const PAGES = 'private/pages';

export const define: DefineCommand = (program, { streams, clock, today, cacheOf }) => {
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
        listPages,
        // What reads pages is loaded where there are some.
        readPage: async (path: string) => {
          const { readPage } = await import('./readPageInput.ts');
          return (await readPage({ from: path })).page;
        },
        cacheOf: (folder: string) => cacheOf({ cache: true, raw: folder }),
        enter: enterFolder,
        require: requireFolders,
        watch: (folder: string, onChange: (paths: ReadonlySet<string>) => void) =>
          watchFolders(listFolders(folder), (changed) => onChange(new Set([...changed].map(toPath))), STILL),
        today,
        clock,
      };
      serve(desk, input, output);
    });
};

function listPages(raw: string): string[] {
  const home = dirname(toPath(raw));
  const folder = beside({ home }, PAGES);
  return listNames(folder, '')
    .filter((name) => /\.(?:html?|mht(?:ml)?|txt)$/i.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !isOutside(path, home));
}
