// Claims → for every site and origin the claims whose evidence it is, without what their pages do not show.
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { hostOf } from '../../values/webHost.ts';
import { PieceList } from '../data/pieceList.ts';
import type { ExplorerDataset } from '../dataset.ts';
import type { SourceClaim } from '../parts/sources.ts';

/** Claims of one source that its page lists. */
const LISTED = 500;

/** Room for a claim; one that is longer gets room of its own. */
const MEMORY = 1 << 16;

/** The claims of a source, read when they are asked for: those of all sources may be all claims there are. */
export type SourceClaims = (kind: 'origin' | 'site', id: string) => SourceClaim[];

export function collectSources({ claims, scratch }: ExplorerDataset): SourceClaims {
  const places = { origin: new Map<string, number[]>(), site: new Map<string, number[]>() };
  const pieces = new PieceList();
  for (const claim of claims()) {
    const lists = [
      ...listsOf(
        places.origin,
        claim.evidence.map(({ origin }) => origin),
      ),
      ...listsOf(
        places.site,
        claim.evidence.map(({ url }) => hostOf(url ?? '')),
      ),
    ];
    if (lists.length === 0) continue;
    const place = pieces.size;
    pieces.set(place, scratch.add(Buffer.from(JSON.stringify(trim(claim)))));
    for (const list of lists) list.push(place);
  }
  const memory = new Uint8Array(MEMORY);
  return (kind, id) =>
    (places[kind].get(id) ?? []).map((place) => {
      const { buffer, byteOffset, byteLength } = scratch.read(pieces.at(place), memory);
      return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as SourceClaim;
    });
}

/** The lists of some sources that have room for a claim. */
function listsOf(lists: Map<string, number[]>, ids: readonly (string | null)[]): number[][] {
  return [...new Set(ids)].flatMap((id) => {
    if (id === null || id === '') return [];
    const list = lists.get(id) ?? [];
    lists.set(id, list);
    return list.length < LISTED ? [list] : [];
  });
}

function trim({ claim_id, article_id, claim, verdict, status, evidence }: ClaimRow): SourceClaim {
  const kept = evidence.map(({ url, title, title_basis, publisher, published, archive_url, origin }) => ({
    url,
    title,
    title_basis,
    publisher,
    published,
    archive_url,
    origin,
  }));
  return { claim_id, article_id, claim, verdict, status, evidence: kept };
}
