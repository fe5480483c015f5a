// The page's packed blocks → claims, search and files, each unpacked when it is first needed.
import type { ArticleRow, ClaimRow } from '../../schemas/generated/types.ts';
import { CORE_COLUMNS, type Core, type CoreName, lengthenId, type Value } from '../data/columns.ts';
import { CHUNK, unpackArticle, unpackClaim, type Values } from '../data/packing.ts';
import { remember } from '../data/remember.ts';
import { writerOf } from '../datasetFiles.ts';
import { BLOCKS, type PageMeta } from '../pageMeta.ts';
import type { ListedClaim, Showing } from '../parts/showing.ts';
import { type ClaimSearch, openSearch } from '../search/claimSearch.ts';
import type { IndexPiece } from '../search/postingLog.ts';
import { formatView } from '../view/viewState.ts';
import { byId } from './dom.ts';

export type ListColumn = CoreName | 'publisher';

/** A claim as a row of the list shows it; what is not known of it is empty. */
export interface RowClaim extends ListedClaim {
  readonly quote: string | null;
  readonly claimant: string;
  readonly asserted_by: string;
  readonly claim_date: string;
  readonly claim_type: string;
  readonly source_language: string;
  readonly article: ArticleRow;
}

export interface Store extends Showing {
  readonly count: number;
  readonly core: Core;
  readonly search: ClaimSearch;
  /** Place of a claim in the dataset by its id; -1 where there is none. */
  readonly placeOf: (id: string) => number;
  readonly idAt: (place: number) => string;
  /** The value of a column; of a list its first. */
  readonly value: (place: number, column: CoreName) => Value;
  readonly readRows: (places: readonly number[]) => Promise<RowClaim[]>;
  /** The same without waiting; null where one of them has not been unpacked yet. */
  readonly rowsNow: (places: readonly number[]) => RowClaim[] | null;
  /** The whole row of claims.jsonl. */
  readonly readClaim: (place: number) => Promise<ClaimRow>;
  readonly readClaims: (places: readonly number[]) => Promise<ClaimRow[]>;
  readonly readDocument: (id: string) => Promise<string>;
  /** The text of a file of the dataset, as it was released, in parts. */
  readonly readFile: (path: string) => Promise<string[]>;
}

/** Opens the blocks that the first list needs. */
export async function openStore(): Promise<Store> {
  const meta = JSON.parse(byId('meta').textContent ?? '') as PageMeta;
  const [core, packed] = await Promise.all([unpack<Core>(BLOCKS.core), unpack<Values[]>(BLOCKS.articles)]);
  const articles = new Map(
    packed
      .map((values) => unpackArticle(values, meta.edition, meta.extra))
      .map((article) => [article.article_id, article]),
  );
  const read = (place: number, column: CoreName): Value | Value[] => {
    const { values, codes } = core.columns[column] ?? { values: [], codes: [] };
    const code = codes[place];
    return typeof code === 'object' ? code.map((one) => values[one] ?? null) : (values[code ?? -1] ?? null);
  };
  const value = (place: number, column: CoreName): Value => {
    const found = read(place, column);
    return Array.isArray(found) ? (found[0] ?? null) : found;
  };
  const idAt = (place: number): string => lengthenId(core.numbers[place] ?? '', String(value(place, 'article_id')));
  const places = lazily(() => new Map(core.numbers.map((_, place) => [idAt(place), place])));
  const texts = new Map<number, Values[]>();
  const readTexts = remember(async (chunk: number) => {
    const read = await unpack<Values[]>(BLOCKS.texts(chunk));
    texts.set(chunk, read);
    return read;
  });
  const readDetails = remember((chunk: number) => unpack<Values[]>(BLOCKS.details(chunk)), 40);
  const articleAt = (place: number): ArticleRow => {
    const article = articles.get(String(value(place, 'article_id')));
    if (!article) throw new Error(`There is no article of the claim at ${place}.`);
    return article;
  };
  const rowAt = (place: number, chunk: readonly Values[]): RowClaim => {
    const [claim, quote] = chunk[place % CHUNK] as [string, string | null];
    const article = articleAt(place);
    const text = (column: CoreName): string => String(value(place, column) ?? '');
    return {
      claim_id: idAt(place),
      article_id: article.article_id,
      claim,
      quote,
      article,
      source_language: article.language,
      verdict: text('verdict') || null,
      status: text('status'),
      claimant: text('claimant'),
      asserted_by: text('asserted_by'),
      claim_date: text('claim_date'),
      claim_type: text('claim_type'),
    };
  };
  const readClaim = async (place: number): Promise<ClaimRow> => {
    const chunk = Math.floor(place / CHUNK);
    const [own, details] = await Promise.all([readTexts(chunk), readDetails(chunk)]);
    const known: Record<string, unknown> = { claim_id: idAt(place) };
    for (const name of CORE_COLUMNS) known[name] = read(place, name as CoreName);
    const { edition, extra } = meta;
    return unpackClaim(known, own[place % CHUNK] ?? [], details[place % CHUNK] ?? [], articleAt(place), edition, extra);
  };
  // One after the other: a block is unpacked once for all its claims.
  const readClaims = async (wanted: readonly number[]): Promise<ClaimRow[]> => {
    const rows: ClaimRow[] = [];
    for (const place of wanted) rows.push(await readClaim(place));
    return rows;
  };
  return {
    meta,
    articles,
    core,
    count: core.numbers.length,
    link: formatView,
    address: (view) => {
      const web = /^https?:$/.test(location.protocol) && !/^(?:localhost|127\.|\[::1\])/.test(location.host);
      return web ? `${location.href.replace(/#.*$/, '')}${formatView(view)}` : null;
    },
    search: openSearch(
      meta.index,
      meta.spellings,
      remember((at) => unpack<IndexPiece>(BLOCKS.index(at))),
    ),
    placeOf: (id) => places().get(id) ?? -1,
    idAt,
    value,
    readRows: (wanted) =>
      Promise.all(wanted.map(async (place) => rowAt(place, await readTexts(Math.floor(place / CHUNK))))),
    rowsNow: (wanted) => {
      const rows = wanted.map((place) => {
        const chunk = texts.get(Math.floor(place / CHUNK));
        return chunk ? rowAt(place, chunk) : null;
      });
      return rows.every((row) => row !== null) ? rows : null;
    },
    readClaim,
    readClaims,
    readDocument: (id) => unpackText(BLOCKS.document(id)),
    readFile: async (path) => {
      const at = meta.files.findIndex((file) => file.path === path);
      if (meta.files[at]?.how === 'carried') return [await unpackText(BLOCKS.file(at))];
      const writer = writerOf(path, [...articles.values()], meta.edition, meta.extra);
      if (!writer || meta.files[at]?.how !== 'made') throw new Error(`${path} does not lie in this page.`);
      const parts = [writer.opening];
      for (let start = 0; start < core.numbers.length; start += CHUNK) {
        const chunk = core.numbers.slice(start, start + CHUNK).map((_, step) => start + step);
        parts.push(writer.add(await readClaims(chunk)));
      }
      return [...parts, writer.closing];
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function unpack<T>(id: string): Promise<T> {
  return JSON.parse(await unpackText(id)) as T;
}

/** A block out of the page, or from beside it where the page is hosted in pieces. */
async function unpackText(id: string): Promise<string> {
  const packed = document.getElementById(id);
  const bytes = packed ? fromBase64(packed.textContent ?? '') : await fetchBlock(id);
  // Written into the stream as they are: a blob of them would first go to another process and back.
  const gzip = new DecompressionStream('gzip');
  const writer = gzip.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [text] = await Promise.all([new Response(gzip.readable).text(), written]);
  return text;
}

async function fetchBlock(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`data/${id}.gz`);
  if (!answer.ok) throw new Error(`data/${id}.gz could not be fetched (${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** What newer browsers bring with them, and is several times as fast. */
const native = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
