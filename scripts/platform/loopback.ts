// A server and a port → the server listening on this machine alone, and the names by which it may be called.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSystemError, UserError } from './userError.ts';

/** @throws UserError when the port is taken. */
export function listenOnLoopback(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = isSystemError(error, 'EADDRINUSE', 'EACCES');
      reject(taken ? new UserError(`Port ${port} cannot be used: choose another.`, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** What `Host` may say for these names; a web site that rebinds its own name says that name. */
export function hostsOf(server: Server, names: readonly string[]): string[] {
  const port = portOf(server);
  // A browser leaves out the port that http has without one.
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** Ends the server and every connection to it. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
