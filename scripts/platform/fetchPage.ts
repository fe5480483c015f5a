// A web address → the page that is there, within bounds of time and size.
import { UserError } from './userError.ts';

const LONGEST_WAIT = 30_000;
const LARGEST = 16 * 1024 * 1024;

export interface FetchedPage {
  bytes: Uint8Array;
  /** Where the page was in the end, after redirections. */
  address: string;
  /** The encoding that the server names, or null. */
  encoding: string | null;
}

/** Fetches over http or https; nothing of the page is run and nothing else is loaded. Throws a UserError that says what went wrong. */
export async function fetchPage(address: string): Promise<FetchedPage> {
  const fail = (reason: string) => new UserError(`${address} cannot be fetched: ${reason}.`);
  if (!/^https?:$/.test(protocolOf(address))) throw fail('only http and https are');
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(LONGEST_WAIT),
      headers: { accept: 'text/html, text/plain;q=0.5' },
    });
    if (!response.ok) throw fail(`the server answers ${response.status}`);
    const type = response.headers.get('content-type') ?? '';
    if (!/^(?:text\/|application\/xhtml\+xml|$)/i.test(type)) throw fail(`it is ${type.split(';')[0]}, no page`);
    const bytes = await readWithin(response, LARGEST);
    if (bytes === null) throw fail(`it is larger than ${LARGEST / 1024 / 1024} MiB`);
    return { bytes, address: response.url, encoding: /charset="?([\w-]+)/i.exec(type)?.[1] ?? null };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') throw fail('the server is too slow');
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw fail(cause instanceof Error ? cause.message : String(cause));
  }
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}

async function readWithin(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    // Leaving the loop ends the transfer.
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
