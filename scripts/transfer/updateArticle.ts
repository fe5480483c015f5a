// An imported article as it is, and the label that a newer source gives → the article as it becomes.
import type { RawArticle } from '../schemas/generated/types.ts';
import { flattenLabel } from './flatten.ts';
import type { ImportedLabel } from './label.ts';
import { readLabel } from './readLabel.ts';
import { toArticle } from './toArticle.ts';

/** What a reader of releases must be told of: a change of one of these is a revision. */
const TOLD = ['verdict', 'text', 'claimant', 'claim_date'] as const;

export interface Occasion {
  /** Day of the change. */
  date: string;
  /** SHA-256 of the source. */
  sha256: string;
  /** Claims that the newest release has. */
  released: ReadonlySet<string>;
}

/**
 * `unchanged`, the new article, or `kept`: its claim has been judged or withdrawn by the project, so that the source
 * decides nothing of it any more. What the project has added beside the source's own values stays.
 */
export function updateArticle(
  current: RawArticle,
  label: ImportedLabel,
  { date, sha256, released }: Occasion,
): object | 'unchanged' | 'kept' {
  const at = current.claims.findIndex(({ id }) => id === label.claim.id);
  if (at < 0) return 'kept';
  const [was, is] = [flattenLabel(readLabel(current, at)), flattenLabel(label)];
  const places = [...new Set([...was.keys(), ...is.keys()])];
  if (places.every((place) => was.get(place) === is.get(place))) return 'unchanged';
  const claim = current.claims[at] as unknown as Record<string, unknown> & { revisions?: object[] };
  if (claim['status'] !== 'imported' && claim['status'] !== 'draft') return 'kept';
  const { claims, ...article } = toArticle(label) as { claims: [Record<string, unknown>] };
  const revisions = TOLD.filter((field) => was.get(`claim/${field}`) !== is.get(`claim/${field}`)).map((field) => ({
    date,
    field,
    from: was.get(`claim/${field}`) ?? null,
    to: is.get(`claim/${field}`) ?? null,
    reason: `source ${sha256}`,
  }));
  const changed = {
    ...claim,
    extra: null,
    ...claims[0],
    revisions: [...(claim.revisions ?? []), ...(released.has(label.claim.id) ? revisions : [])],
  };
  return { ...current, ...article, claims: current.claims.map((one, i) => (i === at ? changed : one)) };
}

/** The article with its claims withdrawn, for a reason that a person must write; null where that is done already. */
export function withdrawArticle(current: RawArticle, name: string, { date, sha256 }: Occasion): object | null {
  const isLive = (claim: object) =>
    (claim as { source?: { name: string } | null }).source?.name === name &&
    (claim as { status: string }).status !== 'withdrawn';
  if (!current.claims.some(isLive)) return null;
  const withdrawn = { date, reason: `todo: the row is no longer in the source ${sha256}` };
  return {
    ...current,
    claims: current.claims.map((claim) => (isLive(claim) ? { ...claim, status: 'withdrawn', withdrawn } : claim)),
  };
}
