// Claims → for every site and origin the claims whose evidence it is, without what their pages do not show.
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { hostOf } from '../../values/webHost.ts';
import type { ExplorerDataset } from '../dataset.ts';
import type { SourceClaim } from '../parts/sources.ts';

/** Claims of one source that its page lists. */
const LISTED = 500;

export function collectSources(
  dataset: ExplorerDataset,
): Record<'origin' | 'site', ReadonlyMap<string, readonly SourceClaim[]>> {
  const origin = new Map<string, SourceClaim[]>();
  const site = new Map<string, SourceClaim[]>();
  for (const claim of dataset.claims()) {
    const kept = trim(claim);
    for (const id of new Set(claim.evidence.flatMap((item) => item.origin ?? []))) add(origin, id, kept);
    for (const id of new Set(claim.evidence.map((item) => hostOf(item.url ?? '')))) if (id !== '') add(site, id, kept);
  }
  return { origin, site };
}

function add(map: Map<string, SourceClaim[]>, id: string, claim: SourceClaim): void {
  const list = map.get(id);
  if (!list) map.set(id, [claim]);
  else if (list.length < LISTED) list.push(claim);
}

function trim({ claim_id, article_id, claim, verdict, status, evidence }: ClaimRow): SourceClaim {
  const kept = evidence.map(({ url, title, publisher, published, archive_url, origin }) => ({
    url,
    title,
    publisher,
    published,
    archive_url,
    origin,
  }));
  return { claim_id, article_id, claim, verdict, status, evidence: kept };
}
