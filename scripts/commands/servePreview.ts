// raw/ while it is edited → a page on this machine that shows it, and what is wrong with it, change after change.
import { joinDataset } from '../dataset/renderDataset.ts';
import type { Check } from '../examine/check.ts';
import { WatchedProject } from '../examine/watchedProject.ts';
import type { PageCode } from '../explorer/buildExplorer.ts';
import { readDataset } from '../explorer/dataset.ts';
import { buildPreview, digestPart, type Preview } from '../explorer/preview/buildPreview.ts';
import { listFindings } from '../explorer/preview/listFindings.ts';
import { PARTS, type ShownFindings } from '../explorer/preview/news.ts';
import { locateFindings } from '../findings/locate.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { servePage } from '../platform/loopbackServer.ts';
import { openOnDesktop } from '../platform/openFile.ts';
import { openFolder, readSourceText } from '../platform/reading.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { takeTurns } from '../platform/turns.ts';
import { watchFolders } from '../platform/watching.ts';
import { type Project, toPath } from '../project/openProject.ts';
import { requireArticles, requireFolders } from '../project/requireArticles.ts';
import { readSurroundings } from '../project/surroundings.ts';
import { renderReport } from './reporting.ts';
import { listFolders, STILL, touchedBy } from './watch.ts';

export interface PreviewOptions {
  raw: string;
  /** 0 for any that is free. */
  port: number;
  /** The page's code, with what a preview needs. */
  code: () => Promise<PageCode>;
  open?: boolean;
}

const ERRORS = 'Shown is the state before the last change, which has errors.';

/**
 * `npm run explore -- --serve`: an open page takes in what has changed, and shows findings at their claims. While there
 * are errors it shows the last state without any, and the errors. Ends at `stop`; exit code 1 where the labels have
 * errors from the beginning.
 * @throws UserError when the port is taken
 */
export async function servePreview(options: PreviewOptions, terminal: Terminal, stop: AbortSignal): Promise<number> {
  const { raw, port, open } = options;
  const code = await options.code();
  const kept = new WatchedProject({ raw }, { rows: 'rendered' });
  /** Judges the labels and shows what they yield; gives null for a preview where there is an error. */
  const look = async (isTouched: (file: string) => boolean) => {
    requireFolders(raw);
    const { project, check } = kept.check(isTouched);
    requireArticles(project);
    const located = locateFindings(check.findings, readSourceText);
    if (located.length > 0)
      terminal.out(await renderReport(located, check.summary, 'text', readSourceText, terminal.colour));
    const isWrong = check.summary.errors > 0;
    const findings = listFindings(located, kept.facts);
    return { findings, preview: isWrong ? null : await build(project, check) };
  };
  const build = (project: Project, check: Check): Promise<Preview> =>
    withScratchFolder(async (folder) => {
      await joinDataset(project, kept.parts, check, folder);
      return buildPreview(readDataset(openFolder(folder), readSurroundings(project)), code);
    });

  const first = await look(() => false);
  if (first.preview === null) return 1;
  let preview = first.preview;
  let shown: ShownFindings = { findings: first.findings, behind: null };
  let findings = packFindings(shown);
  const server = await servePage(
    {
      page: () => preview.page,
      part: (name) => (name === findings.name ? findings.text : (preview.parts.get(name) ?? null)),
      news: () => JSON.stringify({ ...preview.table, [PARTS.findings]: findings.name }),
    },
    port,
  );
  terminal.out(`${server.url} shows ${toPath(raw)}/ until Ctrl+C.\n`);
  if (open && !(await openOnDesktop(server.url))) terminal.err('There is no browser here to open.\n');

  /** Whether that is news. */
  const show = (nextPreview: Preview, next: ShownFindings): boolean => {
    const before = [preview.page, findings.name];
    preview = nextPreview;
    shown = next;
    findings = packFindings(next);
    if (before[0] === preview.page && before[1] === findings.name) return false;
    server.announce();
    return true;
  };
  // A round that began later never ends before one that began earlier, and none ends the server.
  let missed = false;
  const turns = takeTurns((message) => {
    missed = true;
    show(preview, { ...shown, behind: `Shown is the state before the last change. ${message}` });
    terminal.err(`${sanitiseForTerminal(message)}\nThe page stays as it was.\n`);
  });
  const again = async (isTouched: (file: string) => boolean) => {
    // Nobody knows whether a round that failed saw what had changed before it.
    const next = await look(missed ? () => true : isTouched);
    missed = false;
    const isNews = show(next.preview ?? preview, {
      findings: next.findings,
      behind: next.preview === null ? ERRORS : null,
    });
    if (next.preview === null) terminal.out('The page stays as it was until the errors are put right.\n');
    else if (isNews) terminal.out('Shown again.\n');
  };
  const unwatch = watchFolders(listFolders(raw), (paths) => turns.run(() => again(touchedBy(raw, paths))), STILL);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  });
  unwatch();
  await turns.end();
  await server.close();
  return 0;
}

function packFindings(shown: ShownFindings): { name: string; text: string } {
  const text = JSON.stringify(shown);
  return { name: digestPart(text), text };
}
