// raw/ and an annotator → a page on this machine on which they vote and settle, until it is stopped.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { serveGuarded } from '../platform/guardedServer.ts';
import type { Terminal } from '../platform/terminal.ts';
import { takeTurns } from '../platform/turns.ts';
import { UserError } from '../platform/userError.ts';
import { watchFolders } from '../platform/watching.ts';
import { toPath } from '../project/openProject.ts';
import { isAnnotator } from '../project/openVotes.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { buildPage, type ReviewCode } from '../review/buildPage.ts';
import { readAct } from '../review/readAct.ts';
import { ReviewSession } from '../review/session.ts';
import { listFolders, STILL } from './watch.ts';

export interface ReviewOptions {
  raw: string;
  captures?: string | undefined;
  as: string;
  blind: boolean;
  /** 0 for any that is free. */
  port: number;
  /** The day of an act. */
  day(): string;
  /** Whether nobody sits at this machine. */
  isCi: boolean;
  code: () => Promise<ReviewCode>;
}

/**
 * `npm run explore -- --review`: prints an address that holds the token. While it runs only the journal is written,
 * until the page asks to hand in. Ends at `stop`.
 * @throws UserError in CI, for what is no pseudonym, and when the port is taken
 */
export async function serveReview(options: ReviewOptions, terminal: Terminal, stop: AbortSignal): Promise<number> {
  const { raw, captures, as, blind, port, day } = options;
  if (options.isCi) throw new UserError('--review is for somebody at this machine: it does not run in CI.');
  if (!isAnnotator(as))
    throw new UserError(`\`${as}\` is no pseudonym: lower-case letters and digits, joined by hyphens.`);
  requireFolders(raw);
  const session = new ReviewSession({ raw, captures, annotator: as, blind, day });
  const say = (message: string) => terminal.err(`${sanitiseForTerminal(message)}\n`);
  // Acts wait for one another, and for what is read anew.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const nothing = { status: 404, body: { message: 'There is nothing of that name.' } };
  const server = await serveGuarded(
    {
      ...buildPage(await options.code()),
      read: (path) =>
        inTurn(() => {
          if (path === 'queue') return session.queue();
          if (path === 'state') return session.state();
          return path.startsWith('claims/') ? session.claim(decodeId(path.slice('claims/'.length))) : nothing;
        }),
      act: async (path, body) => {
        const act = path.startsWith('act/') ? readAct(path.slice('act/'.length), body) : null;
        if (act === null) return { status: 400, body: { message: 'There is no such act.' } };
        return inTurn(() => session.act(act));
      },
      failed: (error) => say(error instanceof Error ? error.message : String(error)),
    },
    port,
  );
  terminal.out(`${as} reviews ${toPath(raw)}/${blind ? ' blind' : ''} until Ctrl+C, at\n${server.url}\n`);
  terminal.out('Whoever has this address can vote as you: keep it to yourself.\n');
  const turns = takeTurns(say);
  const unwatch = watchFolders(
    listFolders(raw, captures),
    (paths) => {
      const changed = [...paths].map(toPath).filter(isOfLabels);
      if (changed.length > 0) turns.run(() => inTurn(() => session.reload(changed)));
    },
    STILL,
  );
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  });
  unwatch();
  await turns.end();
  await last;
  await server.close();
  return 0;
}

/** Not the journal's own folder, nor locks and what a command is just writing, whose names begin with a dot. */
function isOfLabels(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name !== 'private' && !name.startsWith('.');
}

function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
