// A page that reads and acts → an address on this machine at which nobody else can read or act.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, hostsOf, listenOnLoopback, portOf } from './loopback.ts';

/** What the page is told; `body` is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What is served. None of it may throw for what it is asked. */
export interface Guarded {
  /** The page, which holds nothing that needs a token. */
  readonly page: string;
  /** The page's Content-Security-Policy. */
  readonly policy: string;
  /** Answers `GET /<path>`. */
  read(path: string): Promise<Answer>;
  /** Answers `POST /<path>` with a body that was JSON. */
  act(path: string, body: unknown): Promise<Answer>;
  /** Told of an error that nobody foresaw; the page is answered 500. */
  failed(error: unknown): void;
}

export interface GuardedServer {
  /** The address with the token in its fragment, which no browser sends anywhere. */
  readonly url: string;
  close(): Promise<void>;
}

/** The header that carries the token: a page of another origin may not send it without asking first, and is refused. */
export const TOKEN_HEADER = 'x-veritable-token';

/** Bytes of the largest body. */
const LARGEST = 64 * 1024;

const HEAD = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Nothing of an answer is ever shown as a page. */
const BARE = "default-src 'none'; frame-ancestors 'none'";

/**
 * Serves the page at `/`, and everything else only to whoever sends the token of 128 bits that is made here. Besides,
 * a request must name this host and come from this very page, and an act must be JSON of 64 kB at most.
 * @param port 0 for any that is free.
 * @throws UserError when the port is taken.
 */
export async function serveGuarded(guarded: Guarded, port: number): Promise<GuardedServer> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    const origins = hostsOf(server, ['127.0.0.1']).map((host) => `http://${host}`);
    answer(guarded, { token, origins }, request, response).catch((error: unknown) => {
      guarded.failed(error);
      end(response, 500);
    });
  });
  await listenOnLoopback(server, port);
  return { url: `http://127.0.0.1:${portOf(server)}/#token=${token}`, close: () => closeServer(server) };
}

interface Guards {
  token: string;
  /** Its own address, however a browser may spell it. */
  origins: readonly string[];
}

async function answer(
  guarded: Guarded,
  { token, origins }: Guards,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method, url = '' } = request;
  if (!origins.includes(`http://${headers.host}`)) return end(response, 403);
  if (method !== 'GET' && method !== 'POST') return end(response, 405, { Allow: 'GET, POST' });
  if (method === 'GET' && url === '/') {
    const head = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': guarded.policy };
    response.writeHead(200, { ...HEAD, ...head }).end(guarded.page);
    return;
  }
  const { origin, [TOKEN_HEADER]: sent, 'sec-fetch-site': site } = headers;
  // A browser names the origin of every act, but not of what is only read.
  const isOwn = origin === undefined ? method === 'GET' : origins.includes(origin);
  if (!isOwn || site !== 'same-origin' || !isToken(sent, token)) return end(response, 403);
  const path = url.slice(1);
  if (method === 'GET') return send(response, await guarded.read(path));
  if (headers['content-type'] !== 'application/json') return end(response, 415);
  const text = await readBody(request);
  if (text === null) return end(response, 413, { Connection: 'close' });
  const body = parseJson(text);
  return body === undefined ? end(response, 400) : send(response, await guarded.act(path, body));
}

function isToken(sent: string | string[] | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(String(sent)), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The text of a body; null for one that is too large, of which no more is read. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > LARGEST) return null;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const head = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Security-Policy': BARE };
  response.writeHead(status, { ...HEAD, ...head }).end(JSON.stringify(body));
}

function end(response: ServerResponse, status: number, head: Record<string, string> = {}): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { ...HEAD, 'Content-Security-Policy': BARE, ...head }).end();
}
