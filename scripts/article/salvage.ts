// What was written and what the schema refuses of it → the parts that can still be judged.

import { fillDefaults } from '../schemas/defaults.ts';
import type { RawArticle, RawArticleClaim } from '../schemas/generated/types.ts';
import type { SchemaProblem } from '../schemas/problems.ts';
import { fromPointer } from '../values/jsonPointer.ts';

/** A claim that has stand-ins for what the schema refuses. */
export interface DamagedClaim {
  claim: RawArticleClaim;
  pointer: string;
  brokenKeys: ReadonlySet<string>;
}

/**
 * What can be judged of an article. Claims that the schema accepts are in `article.claims`, at
 * `/claims/<claimIndexes[i]>` of the file.
 */
export interface Salvaged {
  article: RawArticle | null;
  claimIndexes: number[];
  brokenKeys: ReadonlySet<string>;
  damaged: DamagedClaim[];
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
}

/** Stands in for refused values that have no default, so that what is beside them can still be judged. */
const NEUTRAL: Partial<RawArticle> = {
  id: '',
  title: '',
  title_basis: 'page',
  published: '',
  published_basis: 'page',
  language: '',
  nature: 'original',
  rights: { license: '', holder: null },
  text: 'withheld',
  claims: [],
};

const NEUTRAL_CLAIM: Partial<RawArticleClaim> = {
  id: '',
  text: '',
  quote: '',
  claimant: 'article',
  claim_date: '',
  type: 'event',
  status: 'draft',
};

const NONE: Salvaged = { article: null, claimIndexes: [], brokenKeys: new Set(), damaged: [], lost: false };

/** Keeps what the schema accepts; of a claim with a mistake in it, everything but that. */
export function salvageArticle(value: unknown, problems: readonly SchemaProblem[]): Salvaged {
  if (!isMapping(value)) return NONE;
  if (problems.length === 0) {
    if (!Array.isArray(value['claims'])) return NONE;
    const article = wholeArticle(value);
    return { ...NONE, article, claimIndexes: article.claims.map((_, i) => i) };
  }
  const brokenKeys = new Set<string>();
  const broken = new Map<number, Set<string>>();
  for (const { pointer } of problems) {
    const [key = '', index, inner] = fromPointer(pointer);
    if (key !== 'claims' || index === undefined) brokenKeys.add(key);
    else {
      const keys = broken.get(Number(index)) ?? new Set();
      broken.set(Number(index), keys.add(inner ?? ''));
    }
  }
  if (brokenKeys.has('')) return NONE;
  const written = Array.isArray(value['claims']) && !brokenKeys.has('claims') ? (value['claims'] as unknown[]) : [];
  const indexes = written.map((_, i) => i);
  const claimIndexes = indexes.filter((i) => !broken.has(i));
  const claims = claimIndexes.map((i) => written[i]);
  const article = wholeArticle({ ...fill(NEUTRAL, value, brokenKeys), claims });
  const damaged = indexes.flatMap((i): DamagedClaim[] => {
    const keys = broken.get(i);
    const claim = written[i];
    if (!keys || keys.has('') || !isMapping(claim)) return [];
    return [{ claim: wholeClaim(fill(NEUTRAL_CLAIM, claim, keys)), pointer: `/claims/${i}`, brokenKeys: keys }];
  });
  const lost =
    brokenKeys.size > 0 ||
    claimIndexes.length + damaged.length < written.length ||
    damaged.some((claim) => claim.brokenKeys.has('id'));
  return { article, claimIndexes, brokenKeys, damaged, lost };
}

function wholeArticle(sound: object): RawArticle {
  return fillDefaults('raw/article.schema.json', sound) as RawArticle;
}

function wholeClaim(sound: object): RawArticleClaim {
  return fillDefaults('raw/article.schema.json', sound, 'claim') as RawArticleClaim;
}

function fill(neutral: object, written: Record<string, unknown>, brokenKeys: ReadonlySet<string>): object {
  const sound = Object.entries(written).filter(([key]) => !brokenKeys.has(key) && key !== '__proto__');
  return { ...neutral, ...Object.fromEntries(sound) };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
