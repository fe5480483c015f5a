// A page that may change → an address on this machine where it is shown, and told of what is new in it.
import { createServer, type ServerResponse } from 'node:http';
import { closeServer, hostsOf, listenOnLoopback, portOf } from './loopback.ts';

export interface PageServer {
  readonly url: string;
  /** Tells every open page the news. */
  announce(): void;
  close(): Promise<void>;
}

/** What is served, as it is when it is asked for. */
export interface Served {
  page(): string;
  /** A part of the page by its name; null where there is none of that name any more. */
  part(name: string): string | null;
  /** One line that says which parts there are. */
  news(): string;
}

/** Nothing of it is kept, and no other page may show or read it. */
const HEAD = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves the page at `/`, its parts at `/parts/NAME` and the news at `/changes` (server-sent events: one at once, since
 * whoever comes back may have missed some), on loopback alone.
 * A request that names another host is refused, so that no web site can read the page by rebinding its own name.
 * @param port 0 for any that is free.
 * @throws UserError when the port is taken.
 */
export async function servePage(served: Served, port: number): Promise<PageServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!hostsOf(server, ['127.0.0.1', 'localhost']).includes(request.headers.host ?? ''))
      return void response.writeHead(403).end();
    if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end();
    const path = request.url?.replace(/\?.*$/, '');
    const part = path?.startsWith('/parts/') ? served.part(path.slice('/parts/'.length)) : null;
    if (path === '/')
      response.writeHead(200, { ...HEAD, 'Content-Type': 'text/html; charset=utf-8' }).end(served.page());
    else if (typeof part === 'string')
      response.writeHead(200, { ...HEAD, 'Content-Type': 'text/plain; charset=utf-8' }).end(part);
    else if (path === '/changes') {
      response.writeHead(200, { ...HEAD, 'Content-Type': 'text/event-stream' });
      response.write(`data: ${served.news()}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else response.writeHead(404).end();
  });
  await listenOnLoopback(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    announce: () => {
      for (const listener of listeners) listener.write(`data: ${served.news()}\n\n`);
    },
    close: () => closeServer(server),
  };
}
