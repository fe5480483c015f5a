// The page's packed blocks → claims, search and files, each unpacked when it is first needed.
import type { ArticleRow, ClaimRow } from '../../schemas/generated/types.ts';
import { writeDatasetFile } from '../datasetFiles.ts';
import { CHUNK, type CoreClaim, type PackedClaims, unpackClaim, unpackCore } from '../pageData.ts';
import { BLOCKS, type PageMeta } from '../pageMeta.ts';
import { type ClaimSearch, openIndex } from '../search/searchIndex.ts';
import { byId } from './dom.ts';

export interface Store {
  readonly meta: PageMeta;
  readonly claims: readonly CoreClaim[];
  readonly articles: ReadonlyMap<string, ArticleRow>;
  /** Place of a claim in the dataset by its id. */
  readonly places: ReadonlyMap<string, number>;
  readonly search: () => Promise<ClaimSearch>;
  /** The whole row of claims.jsonl. */
  readonly readClaim: (place: number) => Promise<ClaimRow>;
  /** The text of a file of the dataset, as it was released. */
  readonly readFile: (path: string) => Promise<string>;
}

type Details = readonly (readonly unknown[])[];

/** Opens the blocks that the first list needs. */
export async function openStore(): Promise<Store> {
  const meta = JSON.parse(byId('meta').textContent ?? '') as PageMeta;
  const core = await unpack<PackedClaims['core']>(BLOCKS.core);
  const { claims, articles } = unpackCore(core, meta.edition);
  const readDetails = keep((chunk: number) => unpack<Details>(BLOCKS.detail(chunk)));
  const readClaim = async (place: number): Promise<ClaimRow> => {
    const [claim, details] = [claims[place], await readDetails(Math.floor(place / CHUNK))];
    if (!claim) throw new Error(`There is no claim at ${place}.`);
    return unpackClaim(claim, details[place % CHUNK] ?? [], articles, meta.edition);
  };
  const openSearch = keep(async () => openIndex(await unpackText(BLOCKS.index), meta.spellings));
  return {
    meta,
    claims,
    articles,
    places: new Map(claims.map((claim, place) => [claim.claim_id, place])),
    search: () => openSearch(0),
    readClaim,
    readFile: async (path) => {
      const at = meta.files.findIndex((file) => file.path === path);
      if (meta.files[at]?.made === false) return unpackText(BLOCKS.file(at));
      const rows: ClaimRow[] = [];
      for (const place of claims.keys()) rows.push(await readClaim(place));
      return writeDatasetFile(path, rows, [...articles.values()], meta.edition) ?? '';
    },
  };
}

/** Remembers what a number gave. */
function keep<T>(make: (key: number) => Promise<T>): (key: number) => Promise<T> {
  const made = new Map<number, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

async function unpack<T>(id: string): Promise<T> {
  return JSON.parse(await unpackText(id)) as T;
}

async function unpackText(id: string): Promise<string> {
  const binary = atob(byId(id).textContent ?? '');
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
