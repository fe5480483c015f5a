// A page that may change → an address on this machine where it is shown and loads itself again.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSystemError, UserError } from './userError.ts';

export interface PageServer {
  readonly url: string;
  /** Tells every open page to load itself again, or what to say instead. */
  announce(words?: string): void;
  close(): Promise<void>;
}

/**
 * Serves `page()` at `/` and news of it at `/changes` (server-sent events), on loopback alone.
 * A request that names another host is refused, so that no web site can read the page by rebinding its own name.
 * @param port 0 for any that is free.
 * @throws UserError when the port is taken.
 */
export async function servePage(page: () => string, port: number): Promise<PageServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const hosts = ['127.0.0.1', 'localhost'].flatMap((name) =>
      // A browser leaves out the port that http has without one.
      portOf(server) === 80 ? [name, `${name}:80`] : [`${name}:${portOf(server)}`],
    );
    if (!hosts.includes(request.headers.host ?? '')) return void response.writeHead(403).end();
    if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end();
    const path = request.url?.replace(/\?.*$/, '');
    const head = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
    if (path === '/') response.writeHead(200, { ...head, 'Content-Type': 'text/html; charset=utf-8' }).end(page());
    else if (path === '/changes') {
      response.writeHead(200, { ...head, 'Content-Type': 'text/event-stream' }).flushHeaders();
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else response.writeHead(404).end();
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    announce: (words) => {
      const data = words === undefined ? 'changed' : JSON.stringify(words);
      for (const listener of listeners) listener.write(`data: ${data}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = isSystemError(error, 'EADDRINUSE', 'EACCES');
      reject(taken ? new UserError(`Port ${port} cannot be used: choose another.`, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
