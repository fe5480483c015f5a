// A dataset → build/explorer/index.html, opened or served where that is asked for.

import { dirname, join } from 'node:path';
import { renderDataset } from '../dataset/renderDataset.ts';
import { buildExplorer } from '../explorer/buildExplorer.ts';
import { type ExplorerDataset, readDataset } from '../explorer/dataset.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { bundlePage } from '../platform/bundlePage.ts';
import { ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { recoverFolder } from '../platform/folderSwap.ts';
import { servePage } from '../platform/loopbackServer.ts';
import { openOnDesktop } from '../platform/openFile.ts';
import { listFiles, readTextIfAny } from '../platform/reading.ts';
import { refusePublicPlace } from '../platform/repository.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { takeTurns } from '../platform/turns.ts';
import { UserError } from '../platform/userError.ts';
import { watchFolders } from '../platform/watching.ts';
import { openProject, type Project, toPath } from '../project/openProject.ts';
import { openJudged, requireFolders } from '../project/requireArticles.ts';
import { defaultOut } from './build.ts';
import { colourOptions, type DefineCommand, rawOption, withOptions } from './command.ts';
import { reportFindings } from './reporting.ts';

export interface ExploreOptions {
  raw: string;
  dataset?: string;
  out?: string;
  open?: boolean;
  serve?: string;
}

export const define: DefineCommand = (program, { terminal, untilStopped, done }) => {
  const command = program
    .command('explore')
    .description('build a page that shows the dataset in a browser')
    .addOption(rawOption())
    .option('--dataset <dir>', 'the dataset (default: dataset beside the raw folder)')
    .option('--out <file>', 'where the page is written (default: build/explorer/index.html)')
    .option('--open', 'open the page')
    .option('--serve <port>', 'show what raw/ yields on this machine, again after every change; 0 for any port');
  withOptions(command, ...colourOptions()).action(async (options) =>
    done(await explore(options, terminal, untilStopped())),
  );
};

const PAGE = 'scripts/explorer/page';

/**
 * `npm run explore`: writes the page of a dataset folder. With `serve` it shows what raw/ yields, on loopback, again after every
 * change, until `stop`; nothing is written then.
 * @throws UserError when there is no dataset, or when a private edition would lie where it could be published.
 */
export async function explore(options: ExploreOptions, terminal: Terminal, stop: AbortSignal): Promise<number> {
  if (options.serve !== undefined) return serve(options, options.serve, terminal, stop);
  requireFolders(options.raw);
  const project = openProject(options);
  const folder = options.dataset ?? defaultOut(project);
  await recoverFolder(folder);
  const files = readFolder(folder);
  if (!files.has('manifest.json'))
    throw new UserError(`There is no dataset in ${folder}: run \`npm run build:dataset\`.`);
  const dataset = readDataset(files, surroundings(project));
  const out = chooseOut(dataset, options.out);
  const page = buildExplorer(dataset, await bundlePage(PAGE));
  await ensureFolder(dirname(out));
  await writeFileAtomic(out, page);
  terminal.out(`${toPath(out)}: ${dataset.claims.length} claims, ${(Buffer.byteLength(page) / 1000).toFixed(0)} kB\n`);
  if (options.open && !(await openOnDesktop(out))) terminal.err('There is no program here that opens the page.\n');
  return 0;
}

/** A page with other people's text may not lie in build/, which a release packs. */
function chooseOut({ edition }: ExplorerDataset, asked: string | undefined): string {
  if (edition === 'public') return asked ?? 'build/explorer/index.html';
  const out = asked ?? 'private/explorer/index.html';
  refusePublicPlace(dirname(out));
  return out;
}

function readFolder(folder: string): Map<string, string> {
  return new Map(listFiles(folder, '*').map((path) => [path, readTextIfAny(join(folder, path)) ?? '']));
}

function surroundings({ vocabulary, spellings, settings }: Project) {
  return { verdicts: vocabulary.lists.verdicts, topics: vocabulary.lists.topics, spellings, settings };
}

async function serve(options: ExploreOptions, port: string, terminal: Terminal, stop: AbortSignal): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UserError(`${port} is no port: 0 to 65535.`);
  if (options.dataset !== undefined || options.out !== undefined)
    throw new UserError('--serve shows what raw/ yields; it takes neither --dataset nor --out.');
  const code = await bundlePage(PAGE);
  const build = async (): Promise<string | null> => {
    const project = openJudged(options);
    return withScratchFolder(async (folder) => {
      const { check, dataset } = await renderDataset(project, folder);
      if (check.findings.length > 0)
        terminal.out(await reportFindings(check.findings, check.summary, 'text', readTextIfAny, terminal.colour));
      return dataset && buildExplorer(readDataset(readFolder(folder), surroundings(project)), code, true);
    });
  };
  let page = await build();
  if (page === null) return 1;
  const server = await servePage(() => page ?? '', Number(port));
  terminal.out(`${server.url} shows ${toPath(options.raw)}/ until Ctrl+C.\n`);
  if (options.open && !(await openOnDesktop(server.url))) terminal.err('There is no browser here to open.\n');
  const folders = ['', 'articles', 'vocabulary'].map((name) => join(options.raw, name));
  // A build that began later never ends before one that began earlier, and none ends the server.
  const turns = takeTurns((message) => terminal.err(`${sanitiseForTerminal(message)}\nThe page stays as it was.\n`));
  const rebuild = async () => {
    const next = await build();
    if (next === null) terminal.out('The page stays as it was until the errors are put right.\n');
    else if (next !== page) {
      page = next;
      server.announce();
      terminal.out('Shown again.\n');
    }
  };
  const unwatch = watchFolders(folders, () => turns.run(rebuild));
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  });
  unwatch();
  await turns.end();
  await server.close();
  return 0;
}
