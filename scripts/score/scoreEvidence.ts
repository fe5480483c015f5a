// Judged claims with predicted evidence → every score of evidence that the dataset and the predictions allow.
import { pageOf } from '../values/webPage.ts';
import { type FeverScores, scoreFever } from './feverScore.ts';
import { type ItemScores, scoreAllItems } from './itemScore.ts';
import type { JudgedClaim } from './joinPredictions.ts';
import { type PageScores, scorePages } from './pageScore.ts';
import type { PairScores } from './pairs.ts';
import { tokenF1 } from './tokenF1.ts';

export interface EvidenceScores {
  fever: FeverScores | null;
  pages: PageScores | null;
  items: (ItemScores & { similarity: string }) | null;
}

/**
 * Null where nothing is predicted that could be scored. `pairs` takes the place of the built-in similarity of texts,
 * and is called so in the result.
 */
export function scoreEvidence(
  claims: readonly JudgedClaim[],
  pairs: { name: string; scores: PairScores } | null,
): EvidenceScores | null {
  const predicted = claims.flatMap(({ evidence }) => evidence ?? []);
  const gold = claims.flatMap(({ claim }) => claim.evidence);
  const has = (list: readonly object[], key: string) =>
    list.some((item) => (item as Record<string, unknown>)[key] !== null);
  const isRight = ({ gold, predicted }: JudgedClaim) => gold === predicted;
  const fever = has(gold, 'sentence') && has(predicted, 'sentence');
  const pages = has(gold, 'page') && has(predicted, 'url');
  const texts = has(gold, 'text') && has(predicted, 'text');
  if (!fever && !pages && !texts && pairs === null) return null;
  const similarity = pairs?.name ?? TOKEN_F1;
  const items = scoreAllItems(
    claims.map((judged) => ({
      isRight: isRight(judged),
      ...(pairs ? pairsOf(judged, pairs.scores) : compareTexts(judged)),
    })),
  );
  return {
    fever: fever
      ? scoreFever(
          claims.map((judged) => ({
            isRight: isRight(judged),
            groups: groupsOf(judged),
            predicted: (judged.evidence ?? []).flatMap(({ sentence }) => sentence ?? []),
          })),
        )
      : null,
    pages: pages
      ? scorePages(
          claims.map(({ claim, evidence }) => ({
            gold: claim.evidence.flatMap(({ page }) => page ?? []),
            predicted: (evidence ?? []).flatMap(({ url }) => (url === null ? [] : pageOf(url))),
          })),
        )
      : null,
    items: items && (texts || pairs) ? { ...items, similarity } : null,
  };
}

/** The name of the built-in similarity, as signatures have it. */
export const TOKEN_F1 = 'token-f1';

/** Sentences by group; evidence without one is a group of its own. */
function groupsOf({ claim }: JudgedClaim): string[][] {
  const groups = new Map<string, string[]>();
  for (const [i, { group, sentence }] of claim.evidence.entries()) {
    if (sentence === null) continue;
    const name = group ?? `\0${i}`;
    groups.set(name, [...(groups.get(name) ?? []), sentence]);
  }
  return [...groups.values()];
}

function pairsOf({ claim }: JudgedClaim, pairs: PairScores) {
  const scores = pairs.get(claim.id) ?? [];
  return { scores, goldItems: scores[0]?.length ?? claim.evidence.length };
}

function compareTexts({ claim, evidence }: JudgedClaim) {
  const gold = claim.evidence.flatMap(({ text }) => text ?? []);
  const predicted = (evidence ?? []).flatMap(({ text }) => text ?? []);
  return { goldItems: gold.length, scores: predicted.map((text) => gold.map((other) => tokenF1(text, other))) };
}
