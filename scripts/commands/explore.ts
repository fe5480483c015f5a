// A dataset → build/explorer/index.html, or a site of static pages; opened or served where that is asked for.
import { dirname, join } from 'node:path';
import { renderDataset } from '../dataset/renderDataset.ts';
import { buildExplorer, renderPage } from '../explorer/buildExplorer.ts';
import { buildSite } from '../explorer/buildSite.ts';
import { type ExplorerDataset, readDataset } from '../explorer/dataset.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { bundlePage } from '../platform/bundlePage.ts';
import { ensureFolder, writeFileAtomic, writeFileBelow } from '../platform/files.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { servePage } from '../platform/loopbackServer.ts';
import { openOnDesktop } from '../platform/openFile.ts';
import { openFolder, readTextIfAny } from '../platform/reading.ts';
import { refusePublicPlace } from '../platform/repository.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { takeTurns } from '../platform/turns.ts';
import { UserError } from '../platform/userError.ts';
import { watchFolders } from '../platform/watching.ts';
import { openProject, toPath } from '../project/openProject.ts';
import { openJudged, requireFolders } from '../project/requireArticles.ts';
import { readSurroundings } from '../project/surroundings.ts';
import { isWebAddress } from '../values/webAddress.ts';
import { defaultOut } from './build.ts';
import { colourOptions, type DefineCommand, rawOption, withOptions } from './command.ts';
import { reportFindings } from './reporting.ts';

export interface ExploreOptions {
  raw: string;
  dataset?: string;
  out?: string;
  open?: boolean;
  serve?: string;
  /** The folder of the site. */
  site?: string;
  /** The address at which the site will lie. */
  base?: string;
}

export const define: DefineCommand = (program, { terminal, untilStopped, done }) => {
  const command = program
    .command('explore')
    .description('build a page, or a site, that shows the dataset in a browser')
    .addOption(rawOption())
    .option('--dataset <dir>', 'the dataset (default: dataset beside the raw folder)')
    .option('--out <file>', 'where the page is written (default: build/explorer/index.html)')
    .option('--site <dir>', 'write a folder instead, with a static page for every claim and article, to be published')
    .option('--base <url>', 'the address at which the site will lie (default: url of CITATION.cff)')
    .option('--open', 'open the page')
    .option('--serve <port>', 'show what raw/ yields on this machine, again after every change; 0 for any port');
  withOptions(command, ...colourOptions()).action(async (options) =>
    done(await explore(options, terminal, untilStopped())),
  );
};

const PAGE = 'scripts/explorer/page';

/**
 * `npm run explore`: writes the page of a dataset folder, or with `site` a folder of static pages beside it. With
 * `serve` it shows what raw/ yields, on loopback, again after every change, until `stop`; nothing is written then.
 * @throws UserError when there is no dataset, or when a private edition would lie where it could be published.
 */
export async function explore(options: ExploreOptions, terminal: Terminal, stop: AbortSignal): Promise<number> {
  if (options.serve !== undefined) return serve(options, options.serve, terminal, stop);
  if (options.site !== undefined && options.out !== undefined)
    throw new UserError('--site names its own folder; it does not take --out.');
  if (options.base !== undefined && options.site === undefined)
    throw new UserError('--base is the address of a site: it needs --site.');
  requireFolders(options.raw);
  const project = openProject(options);
  const folder = options.dataset ?? defaultOut(project);
  await recoverFolder(folder);
  const files = openFolder(folder);
  if (!files.has('manifest.json'))
    throw new UserError(`There is no dataset in ${folder}: run \`npm run build:dataset\`.`);
  const dataset = readDataset(files, readSurroundings(project));
  const code = await bundlePage(PAGE);
  const out =
    options.site === undefined
      ? chooseOut(dataset, options.out)
      : await writeSite(dataset, code, options.site, options.base);
  if (options.site === undefined) {
    await ensureFolder(dirname(out));
    await writeFileAtomic(out, renderPage(buildExplorer(dataset, code)));
  }
  terminal.out(`${toPath(out)}: ${dataset.manifest.counts.claims} claims\n`);
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

/** What a site of this command is made of; anything else in its folder is somebody's own. */
const SITE =
  /^(?:(?:index|charts|changes|sources)\.html|(?:claims|articles|documents|origins|sites)\/[^/]+\.html|data\/[^/]+\.gz|style\.css|robots\.txt|sitemap(?:-\d+)?\.xml)$/;

async function writeSite(
  dataset: ExplorerDataset,
  code: Awaited<ReturnType<typeof bundlePage>>,
  folder: string,
  asked: string | undefined,
): Promise<string> {
  if (dataset.edition === 'private') refusePublicPlace(folder);
  const base = asked ?? dataset.citation.url;
  if (base !== null && !isWebAddress(base)) throw new UserError(`${base} is no web address.`);
  const home = base === null || base.endsWith('/') ? base : `${base}/`;
  const write = async (staging: string): Promise<void> => {
    for (const { path, content } of buildSite(dataset, code, home)) await writeFileBelow(staging, path, content);
  };
  await replaceFolder(folder, write, { owned: (path) => SITE.test(path) });
  return join(folder, 'index.html');
}

async function serve(options: ExploreOptions, port: string, terminal: Terminal, stop: AbortSignal): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UserError(`${port} is no port: 0 to 65535.`);
  if (options.dataset !== undefined || options.out !== undefined || options.site !== undefined)
    throw new UserError('--serve shows what raw/ yields; it takes neither --dataset nor --out nor --site.');
  const code = await bundlePage(PAGE);
  let wrong = '';
  const build = async (): Promise<string | null> => {
    const project = openJudged(options);
    return withScratchFolder(async (folder) => {
      const { check, dataset } = await renderDataset(project, folder);
      const report = (colour: boolean): Promise<string> =>
        reportFindings(check.findings, check.summary, 'text', readTextIfAny, colour);
      if (check.findings.length > 0) terminal.out(await report(terminal.colour));
      if (!dataset) {
        wrong = await report(false);
        return null;
      }
      return [
        ...renderPage(buildExplorer(readDataset(openFolder(folder), readSurroundings(project)), code, { live: true })),
      ].join('');
    });
  };
  let page = await build();
  if (page === null) return 1;
  const server = await servePage(() => page ?? '', Number(port));
  terminal.out(`${server.url} shows ${toPath(options.raw)}/ until Ctrl+C.\n`);
  if (options.open && !(await openOnDesktop(server.url))) terminal.err('There is no browser here to open.\n');
  const folders = ['', 'articles', 'vocabulary', 'votes'].map((name) => join(options.raw, name));
  // A build that began later never ends before one that began earlier, and none ends the server.
  const turns = takeTurns((message) => {
    wrong = message;
    server.announce(`Shown is the state before the last change:\n\n${wrong}`);
    terminal.err(`${sanitiseForTerminal(message)}\nThe page stays as it was.\n`);
  });
  const rebuild = async () => {
    const next = await build();
    if (next === null) {
      server.announce(`Shown is the state before the last change, which has errors:\n\n${wrong}`);
      terminal.out('The page stays as it was until the errors are put right.\n');
    } else if (next !== page || wrong !== '') {
      page = next;
      wrong = '';
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
