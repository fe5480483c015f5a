// A workspace → review mode over it, and a client that asks as the page does.
import { request } from 'node:http';
import { expect, onTestFinished } from 'vitest';
import { serveReview } from '../../scripts/commands/serveReview.ts';
import type { ClaimView } from '../../scripts/review/claimView.ts';
import type { Queue } from '../../scripts/review/queue.ts';
import type { Workspace } from '../workspace.ts';

export const DAY = '2024-06-01';

/** An answer to the letter. */
export interface Reply {
  status: number;
  text: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Client {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** Everything that was answered so far, heads and bodies. */
  readonly sent: string[];
  /** Asks as the page does, but for what `change` says; a header that is null is left out. */
  ask(path: string, body?: unknown, change?: Change): Promise<Reply>;
  queue(): Promise<Queue & { verdicts: { id: string }[] }>;
  claim(id: string): Promise<ClaimView>;
  act(name: string, body: object): Promise<{ status: number; body: never }>;
  vote(id: string, verdict: string, confidence?: string, note?: string | null): Promise<number>;
  stop(): Promise<void>;
}

export interface Change {
  method?: string;
  /** Sent as it is, in place of JSON. */
  raw?: string;
  headers?: Record<string, string | null>;
}

export interface Reviewing {
  as?: string;
  blind?: boolean;
}

/** Serves until the test has ended. */
export async function review(workspace: Workspace, { as = 'a9', blind = true }: Reviewing = {}): Promise<Client> {
  const stop = new AbortController();
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const terminal = { out: hear, err: hear, colour: false, interactive: false };
  const code = async () => ({ script: '', style: '', notice: '' });
  const options = { raw: workspace.path('raw'), as, blind, port: 0, day: () => DAY, isCi: false, code };
  const running = serveReview(options, terminal, stop.signal);
  const end = async () => {
    stop.abort();
    await running;
  };
  onTestFinished(end);
  running.catch(() => undefined);
  await expect.poll(() => said, { timeout: 30_000 }).toContain('#token=');
  return connect(/http:\S+/.exec(said)?.[0] ?? '', end);
}

/** @param url the printed address */
export function connect(url: string, stop: () => Promise<void>): Client {
  const [, port = '', token = ''] = /:(\d+)\/#token=([0-9a-f]{32})$/.exec(url) ?? [];
  const sent: string[] = [];
  const ask: Client['ask'] = (path, body, { method, raw, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const isAct = body !== undefined || raw !== undefined;
      const origin = `http://127.0.0.1:${port}`;
      const own: Record<string, string | null> = {
        host: `127.0.0.1:${port}`,
        'x-veritable-token': token,
        'sec-fetch-site': 'same-origin',
        ...(isAct && { origin, 'content-type': 'application/json' }),
        ...headers,
      };
      const kept = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== null);
      const call = request(
        {
          agent: false,
          host: '127.0.0.1',
          port,
          path: `/${path}`,
          method: method ?? (isAct ? 'POST' : 'GET'),
          headers: Object.fromEntries(kept),
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            sent.push(`${JSON.stringify({ ...response.headers, date: undefined })}\n${text}`);
            resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
          });
        },
      );
      call.on('error', reject);
      call.end(raw ?? (body === undefined ? undefined : JSON.stringify(body)));
    });
  const read = async (path: string) => JSON.parse((await ask(path)).text);
  const act: Client['act'] = async (name, body) => {
    const { status, text } = await ask(`act/${name}`, body);
    return { status, body: (text === '' ? {} : JSON.parse(text)) as never };
  };
  return {
    url,
    port: Number(port),
    token,
    sent,
    ask,
    stop,
    act,
    queue: () => read('queue'),
    claim: (id) => read(`claims/${id}`),
    vote: async (id, verdict, confidence = 'high', note = null) => {
      const { digest } = await read(`claims/${id}`);
      return (await act('vote', { claim: id, digest, verdict, confidence, note })).status;
    },
  };
}
