// The name and the body of a request → one of the five acts, or nothing: what is not listed here cannot be asked for.
import type { RawArticleAnnotation } from '../schemas/generated/types.ts';
import { findRefusedSign } from '../values/refusedSigns.ts';

/** Acts name claims, verdicts and rules by their ids, never files. */
export type ReviewAct =
  | {
      name: 'vote';
      claim: string;
      digest: string;
      verdict: string;
      confidence: RawArticleAnnotation['confidence'];
      note: string | null;
    }
  | { name: 'settle'; claim: string; digest: string; verdict: string; reason: string; justification: string | null }
  | { name: 'undo'; claim: string; of: 'vote' | 'settle' | 'fix' }
  | { name: 'fix'; claim: string; digest: string; code: string }
  | { name: 'hand-in' };

export type ActOf<N extends ReviewAct['name']> = Extract<ReviewAct, { name: N }>;

type Test = (value: unknown) => boolean;

/** Characters of the longest note or reason. */
const LONGEST = 10_000;

/** Of any length, as in labels: the size of a body is bounded. */
const isId: Test = (value) => typeof value === 'string' && /^[\p{L}\p{M}\p{N}_-]+$/u.test(value);
const isDigest: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isOneOf =
  (...words: string[]): Test =>
  (value) =>
    typeof value === 'string' && words.includes(value);
/** Visible text in its own order, as labels ask for. */
const isText: Test = (value) =>
  typeof value === 'string' && value.length <= LONGEST && value.trim() !== '' && findRefusedSign(value) === null;
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);

const ACTS = new Map<string, ReadonlyMap<string, Test>>(
  Object.entries({
    vote: {
      claim: isId,
      digest: isDigest,
      verdict: isId,
      confidence: isOneOf('high', 'medium', 'low'),
      note: orNull(isText),
    },
    settle: { claim: isId, digest: isDigest, verdict: isId, reason: isText, justification: orNull(isText) },
    undo: { claim: isId, of: isOneOf('vote', 'settle', 'fix') },
    fix: { claim: isId, digest: isDigest, code: isId },
    'hand-in': {},
  } satisfies Record<ReviewAct['name'], Record<string, Test>>).map(([name, keys]) => [
    name,
    new Map<string, Test>(Object.entries(keys)),
  ]),
);

/** null for an act that there is not, a key too many or too few, and any value that is not what its key asks for. */
export function readAct(name: string, body: unknown): ReviewAct | null {
  const keys = ACTS.get(name);
  if (!keys || body === null || typeof body !== 'object' || Array.isArray(body)) return null;
  const entries = Object.entries(body);
  if (entries.length !== keys.size || !entries.every(([key, value]) => keys.get(key)?.(value) === true)) return null;
  return { name, ...body } as ReviewAct;
}
