// Questions and acts → the server's answers. The token is held here and nowhere else.
import type { ClaimView } from '../claimView.ts';
import type { HandedIn } from '../handIn.ts';
import type { Pending, Queue } from '../queue.ts';

export interface Verdict {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
}

export interface QueueAnswer extends Queue {
  readonly annotator: string;
  readonly blind: boolean;
  readonly generation: number;
  readonly verdicts: readonly Verdict[];
}

/** What an act comes to: done, not as shown (with the claim as it is now), or refused in words. */
export type Outcome =
  | { readonly kind: 'done'; readonly pending: Pending }
  | { readonly kind: 'changed'; readonly now: ClaimView }
  | { readonly kind: 'refused'; readonly message: string };

export interface Api {
  queue(): Promise<QueueAnswer>;
  /** Grows with every change of what the page may have shown. */
  generation(): Promise<number>;
  /** null for a claim that is not there any more. */
  claim(id: string): Promise<ClaimView | null>;
  act(name: 'vote' | 'settle' | 'undo' | 'fix', body: object): Promise<Outcome>;
  handIn(): Promise<(HandedIn & { readonly pending: Pending }) | { readonly message: string }>;
}

export function openApi(token: string): Api {
  const ask = async (path: string, body?: object) => {
    const headers: Record<string, string> = { 'x-veritable-token': token };
    if (body) headers['content-type'] = 'application/json';
    const method = body ? 'POST' : 'GET';
    const response = await fetch(`/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const refused = (status: number, body: { message?: string }) => ({
    message: body.message ?? `The server says ${status}.`,
  });
  return {
    queue: async () => {
      const { status, body } = await ask('queue');
      if (status !== 200) throw new Error(refused(status, body).message);
      return body;
    },
    generation: async () => (await ask('state')).body.generation,
    claim: async (id) => {
      const { status, body } = await ask(`claims/${encodeURIComponent(id)}`);
      return status === 200 ? body : null;
    },
    act: async (name, wanted) => {
      const { status, body } = await ask(`act/${name}`, wanted);
      if (status === 200) return { kind: 'done', ...body };
      return body.now ? { kind: 'changed', now: body.now } : { kind: 'refused', ...refused(status, body) };
    },
    handIn: async () => {
      const { status, body } = await ask('act/hand-in', {});
      return status === 200 ? body : refused(status, body);
    },
  };
}
