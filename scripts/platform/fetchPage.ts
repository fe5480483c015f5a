// A web address → the page that is there, within bounds of time and size.
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { UserError } from './userError.ts';

const LONGEST_WAIT = 30_000;
const LARGEST = 16 * 1024 * 1024;
const MOST_REDIRECTIONS = 10;

export interface FetchedPage {
  bytes: Uint8Array;
  /** Where the page was in the end, after redirections. */
  address: string;
  /** The encoding that the server names, or null. */
  encoding: string | null;
}

/**
 * Fetches over http or https; nothing of the page is run and nothing else is loaded. A redirection is followed within
 * the host alone, since a page could else send the program to addresses that only this machine can reach. Throws a
 * UserError that says what went wrong.
 */
export async function fetchPage(address: string): Promise<FetchedPage> {
  const fail = (reason: string) => new UserError(`${address} cannot be fetched: ${reason}.`);
  const first = parse(address);
  if (first === null || !isWeb(first)) throw fail('only http and https are');
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  try {
    let url = first;
    for (let count = 0; ; count++) {
      const response = await ask(url, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        const next = parse(headers.location, url);
        if (next === null || !isWeb(next)) throw fail('it redirects to what is no web address');
        if (!isSameSite(first, next))
          throw fail(`it redirects to another host; if that is where the article is, give ${next.href} itself`);
        if (count === MOST_REDIRECTIONS) throw fail('its redirections have no end');
        url = next;
        continue;
      }
      if (statusCode < 200 || statusCode > 299) {
        response.destroy();
        throw fail(`the server answers ${statusCode}`);
      }
      const type = headers['content-type'] ?? '';
      if (!/^(?:text\/|application\/xhtml\+xml|multipart\/related|$)/i.test(type)) {
        response.destroy();
        throw fail(`it is ${type.split(';')[0]}, no page`);
      }
      const packed = await readWithin(response, LARGEST);
      const bytes = packed === null ? null : await unpack(packed, headers['content-encoding'] ?? 'identity');
      if (bytes === null) throw fail(`it is larger than ${LARGEST / 1024 / 1024} MiB`);
      return { bytes, address: url.href, encoding: /charset="?([\w-]+)/i.exec(type)?.[1] ?? null };
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (signal.aborted) throw fail('the server is too slow');
    throw fail(error instanceof Error ? error.message : String(error));
  }
}

function parse(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** Whether two addresses are on one host and port; `www.` and the step from http to https make no other one. */
function isSameSite(a: URL, b: URL): boolean {
  const name = ({ hostname }: URL) => hostname.replace(/^www\./, '');
  const isUpgrade = a.protocol === 'http:' && b.protocol === 'https:' && a.port === '' && b.port === '';
  return name(a) === name(b) && a.port === b.port && (a.protocol === b.protocol || isUpgrade);
}

async function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { get } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const headers = { accept: 'text/html, text/plain;q=0.5', 'accept-encoding': 'gzip', 'user-agent': 'veritable' };
  return await new Promise((resolve, reject) => {
    get(url, { headers, signal }, resolve).on('error', reject);
  });
}

/** Ends with an error where the server stops before it has sent all. */
async function readWithin(response: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop ends the transfer.
    if (size > most) return null;
    parts.push(part);
  }
  if (!response.complete) throw new Error('the server stopped in the middle');
  return Buffer.concat(parts);
}

/** null where it is too large unpacked. */
async function unpack(bytes: Buffer, encoding: string): Promise<Buffer | null> {
  if (encoding === 'identity' || encoding === '') return bytes;
  if (!/^(?:x-)?gzip$/i.test(encoding)) throw new Error(`it is packed as ${encoding}, which was not asked for`);
  const { gunzip } = await import('node:zlib');
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw new Error('what the server sent was cut short or damaged');
  }
}
