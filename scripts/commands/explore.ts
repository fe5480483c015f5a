// A dataset → build/explorer/index.html, or a site of static pages; opened or served where that is asked for.
import { dirname, join } from 'node:path';
import { buildExplorer, renderPackedPage } from '../explorer/buildExplorer.ts';
import { buildSite } from '../explorer/buildSite.ts';
import { type ExplorerDataset, readDataset } from '../explorer/dataset.ts';
import { fitsOnePage, sayNoPage } from '../formats/onePage.ts';
import { bundlePage } from '../platform/bundlePage.ts';
import { ensureFolder, writeFileAtomic, writeFileBelow } from '../platform/files.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { openOnDesktop } from '../platform/openFile.ts';
import { openFolder } from '../platform/reading.ts';
import { refusePublicPlace } from '../platform/repository.ts';
import { withScratchFile } from '../platform/scratchFile.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, toPath } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { readSurroundings } from '../project/surroundings.ts';
import { packBlocks } from '../publish/compress.ts';
import { isWebAddress } from '../values/webAddress.ts';
import { defaultOut } from './build.ts';
import { capturesOption, colourOptions, type DefineCommand, rawOption, withOptions } from './command.ts';
import { asOption, dateOption } from './editing.ts';
import { servePreview } from './servePreview.ts';
import { serveReview } from './serveReview.ts';

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
  review?: boolean;
  /** Id of the annotator who reviews. */
  as?: string;
  blind?: boolean;
  /** The day of votes that are cast in review. */
  date?: string;
  captures?: string;
}

export const define: DefineCommand = (program, { terminal, untilStopped, today, env, done }) => {
  const command = program
    .command('explore')
    .description('build a page, or a site, that shows the dataset in a browser')
    .addOption(rawOption())
    .option('--dataset <dir>', 'the dataset (default: dataset beside the raw folder)')
    .option('--out <file>', 'where the page is written (default: build/explorer/index.html)')
    .option('--site <dir>', 'write a folder instead, with a static page for every claim and article, to be published')
    .option('--base <url>', 'the address at which the site will lie (default: url of CITATION.cff)')
    .option('--open', 'open the page')
    .option('--serve <port>', 'show what raw/ yields on this machine, again after every change; 0 for any port')
    .option('--review', 'vote on claims and settle them in a browser on this machine (with --as; --serve names a port)')
    .addOption(asOption('id of the annotator who reviews'))
    .option('--blind', 'show nothing of how others judged a claim before the own vote on it is handed in')
    .addOption(dateOption('the day of what is voted in review'))
    .addOption(capturesOption());
  withOptions(command, ...colourOptions()).action(async (options) =>
    done(await explore(options, terminal, untilStopped(), { today, isCi: env('CI') !== undefined })),
  );
};

const PAGE = 'scripts/explorer/page';
const REVIEW_PAGE = 'scripts/review/page';

/** What only a review asks of the outside. */
interface Surrounding {
  today(): string;
  isCi: boolean;
}

/**
 * `npm run explore`: writes the page of a dataset folder, or with `site` a folder of static pages beside it. With
 * `serve` it shows what raw/ yields, on loopback, as it changes, until `stop`; nothing is written then.
 * @throws UserError when there is no dataset, or when a private edition would lie where it could be published.
 */
export async function explore(
  options: ExploreOptions,
  terminal: Terminal,
  stop: AbortSignal,
  surrounding?: Surrounding,
): Promise<number> {
  if (options.serve !== undefined && (!/^\d{1,5}$/.test(options.serve) || Number(options.serve) > 65535))
    throw new UserError(`${options.serve} is no port: 0 to 65535.`);
  if (options.review) return review(options, terminal, stop, surrounding);
  if ([options.as, options.blind, options.date, options.captures].some((said) => said !== undefined))
    throw new UserError('--as, --blind, --date and --captures go with --review.');
  if (options.serve !== undefined) {
    if (options.dataset !== undefined || options.out !== undefined || options.site !== undefined)
      throw new UserError('--serve shows what raw/ yields; it takes neither --dataset nor --out nor --site.');
    return servePreview(
      { ...options, port: Number(options.serve), code: () => bundlePage(PAGE, true) },
      terminal,
      stop,
    );
  }
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
  const out = await withScratchFile(async (scratch) => {
    const dataset = readDataset(files, readSurroundings(project), scratch);
    const { claims } = dataset.manifest.counts;
    if (options.site === undefined && !fitsOnePage(claims)) throw new UserError(sayNoPage(claims));
    const code = await bundlePage(PAGE);
    const path =
      options.site === undefined
        ? await writePage(dataset, code, options.out)
        : await writeSite(dataset, code, options.site, options.base);
    terminal.out(`${toPath(path)}: ${claims} claims
`);
    return path;
  });
  if (options.open && !(await openOnDesktop(out))) terminal.err('There is no program here that opens the page.\n');
  return 0;
}

/** `--review`: the address is printed and not opened, since whoever sees which programs run would read the token. */
function review(
  options: ExploreOptions,
  terminal: Terminal,
  stop: AbortSignal,
  surrounding: Surrounding | undefined,
): Promise<number> {
  const { raw, captures, as, blind = false, date, serve = '0', dataset, out, site, base, open } = options;
  if (as === undefined) throw new UserError('--review needs --as, the id of the annotator.');
  if ([dataset, out, site, base, open].some((said) => said !== undefined))
    throw new UserError(
      '--review works on raw/; it takes neither --dataset nor --out nor --site nor --base nor --open.',
    );
  if (surrounding === undefined && date === undefined) throw new Error('A review needs a day.');
  return serveReview(
    {
      raw,
      captures,
      as,
      blind,
      port: Number(serve),
      day: () => date ?? surrounding?.today() ?? '',
      isCi: surrounding?.isCi ?? false,
      code: () => bundlePage(REVIEW_PAGE),
    },
    terminal,
    stop,
  );
}

/** A page with other people's text may not lie in build/, which a release packs. */
function chooseOut({ edition }: ExplorerDataset, asked: string | undefined): string {
  if (edition === 'public') return asked ?? 'build/explorer/index.html';
  const out = asked ?? 'private/explorer/index.html';
  refusePublicPlace(dirname(out));
  return out;
}

async function writePage(
  dataset: ExplorerDataset,
  code: Awaited<ReturnType<typeof bundlePage>>,
  asked: string | undefined,
): Promise<string> {
  const out = chooseOut(dataset, asked);
  await ensureFolder(dirname(out));
  await writeFileAtomic(out, renderPackedPage(buildExplorer(dataset, code), packBlocks));
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
