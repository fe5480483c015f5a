// Committed labels → a release: ledger, dataset, changelog, citation and archive.
import { Option } from 'commander';
import { fitsOnePage, sayNoPage } from '../formats/onePage.ts';
import { recoverFolder } from '../platform/folderSwap.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { beside } from '../project/openProject.ts';
import { openJudged, requireFolders } from '../project/requireArticles.ts';
import { listNextSteps } from '../publish/nextSteps.ts';
import { planRelease } from '../publish/planRelease.ts';
import { requireInputs } from '../publish/requireInputs.ts';
import { makeScratch } from '../publish/scratch.ts';
import { listForeign, type ReleaseStep, refuseUncommitted, writeRelease } from '../publish/writeRelease.ts';
import type { Bump } from '../release/bump.ts';
import { renderDifference } from '../release/renderDifference.ts';
import { type DefineCommand, parseDay, rawOption } from './command.ts';
import { reportFindings } from './reporting.ts';

export interface ReleaseOptions {
  raw: string;
  out?: string;
  date?: string;
  atLeast?: Bump;
  dryRun?: boolean;
  allowDisputed?: boolean;
}

export const define: DefineCommand = (program, { terminal, today, done }) => {
  program
    .command('release')
    .description('make a release of what is committed: ledger, dataset, changelog, citation and archive')
    .addOption(rawOption())
    .option('--out <dir>', 'where the archive is written (default: build beside the raw folder)')
    .option('--date <day>', 'the day of the release (default: SOURCE_DATE_EPOCH, else today in UTC)', parseDay)
    .addOption(
      new Option('--at-least <part>', 'raise the version at least so far').choices(['patch', 'minor', 'major']),
    )
    .option('--allow-disputed', 'release claims too on which votes differ and nobody has settled it')
    .option('--dry-run', 'say what would be released, and write nothing')
    .action(async (options) => done(await release(options, terminal, today())));
};

/**
 * `npm run release`: validates, builds, compares with the newest ledger and writes everything that a release consists
 * of. Neither commits nor tags. Exit code 1 where the labels have errors, or an open difference that is not allowed.
 * Where nothing has changed since the newest release that one is made again, to the same bytes.
 * @param today the day (YYYY-MM-DD) that a new release gets where neither `date` nor an interrupted attempt gives one
 */
export async function release(
  options: ReleaseOptions,
  terminal: Terminal,
  today: string,
  onStep: (step: ReleaseStep) => void = () => {},
): Promise<number> {
  requireFolders(options.raw);
  const project = openJudged(options);
  // Examining takes minutes: what needs no examination is said before it, all at once.
  requireInputs(project, options.dryRun ? [] : listForeign(project, options.out ?? beside(project, 'build')));
  await recoverFolder(beside(project, 'dataset'));
  const wishes = { date: options.date ?? null, today, atLeast: options.atLeast ?? null };
  return withScratchFolder(async (folder) => {
    const scratch = await makeScratch(folder);
    const { check, planned } = await planRelease(project, wishes, scratch);
    if (check.findings.length > 0)
      terminal.out(await reportFindings(check.findings, check.summary, 'text', readTextIfAny, terminal.colour));
    if (planned === null) {
      terminal.out('Nothing was released: errors must be put right first.\n');
      return 1;
    }
    const open = check.tally.byStatus.get('disputed') ?? 0;
    if (open > 0 && !options.allowDisputed) {
      const claims = open === 1 ? '1 claim is' : `${open} claims are`;
      terminal.out(`Nothing was released: ${claims} disputed. Settle what is open, or say --allow-disputed.\n`);
      return 1;
    }
    const { version, bump, reasons, date } = planned;
    const out = options.out ?? beside(planned.project, 'build');
    if (!options.dryRun) refuseUncommitted(planned, out);
    if (project.settings.url === null)
      terminal.err(
        `warning: ${project.citationFile} has no url, so the claim reviews have no address, which search engines ask for.\n`,
      );
    if (bump === null) terminal.out(`Nothing has changed since version ${version} of ${date}; it is made again.\n`);
    else terminal.out(`Version ${version} of ${date}, a ${bump} release: ${reasons.join('; ')}.\n`);
    if (options.dryRun) {
      if (project.history.ledgers.length > 0)
        terminal.out(renderDifference(planned.compare(), { bump, reasons }, 'text'));
      terminal.out('Nothing was written.\n');
      return 0;
    }
    const { archive, bytes, sha256 } = await writeRelease(planned, out, scratch.parts, onStep);
    terminal.out(`${archive}\n  ${bytes} bytes\n  sha256 ${sha256}\n`);
    const { claims } = check.summary;
    if (!fitsOnePage(claims)) terminal.out(`It holds no explorer.html: ${sayNoPage(claims)}\n`);
    const next = listNextSteps(planned.project.home, version);
    if (next.length > 0)
      terminal.out(`Next, once you have looked at the changes:\n${next.map((step) => `  ${step}\n`).join('')}`);
    return 0;
  });
}
