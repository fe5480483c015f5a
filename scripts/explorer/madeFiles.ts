// Claims, some at a time → which files of the dataset can be made of them again, byte for byte.
import { createHash } from 'node:crypto';
import { listTableWriters } from '../formats/bytes/fastWriters.ts';
import { TableCells, type TableRows } from '../formats/bytes/tableCells.ts';
import type { RowFormat } from '../formats/rowFormat.ts';
import { lineSeparator } from '../formats/separateLines.ts';
import { listTableFormats } from '../formats/tableFormats.ts';
import type { ArticleRow, ClaimRow } from '../schemas/generated/types.ts';
import type { ArticleTable } from './data/articleTable.ts';
import type { ExplorerDataset } from './dataset.ts';
import { isMade } from './datasetFiles.ts';

export interface MadeFiles {
  /** The next claims. */
  readonly add: (claims: readonly ClaimRow[]) => void;
  /** Paths of the files that have the digests of the manifest. */
  readonly finish: () => ReadonlySet<string>;
}

/** Writes what the page can write itself, and compares its digests with those of the manifest. */
export function followMadeFiles({ manifest, edition, extra }: ExplorerDataset, articles: ArticleTable): MadeFiles {
  const listed = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const formats = listTableFormats(edition, extra).filter(({ path, table }) => listed.has(path) && isMade(table));
  const cells = new TableCells(edition, extra);
  const { page } = cells;
  const files = new Map(
    formats
      .filter(({ table }) => table !== 'articles')
      .map((format) => [format.path, { format, begun: false, hash: createHash('sha256').update(format.opening) }]),
  );
  const writers = listTableWriters(cells, edition, extra);
  // No writer of its own makes what is the lines of another file.
  const separated = formats.flatMap(({ path, linesOf, separator }) =>
    linesOf === undefined ? [] : [{ path, linesOf, separate: lineSeparator(separator) }],
  );
  const put = (path: string, bytes: Uint8Array): void => {
    const file = files.get(path);
    if (!file) return;
    if (file.begun) file.hash.update(file.format.separator);
    file.begun = true;
    file.hash.update(bytes);
  };
  const add = (claims: readonly ClaimRow[]): void => {
    const rows = rowsOf(claims);
    cells.load(rows);
    for (const [path, write] of writers) {
      const start = page.length;
      write(rows);
      if (page.length === start) continue;
      const written = page.view(start, page.length);
      put(path, written);
      for (const other of separated) if (other.linesOf === path) put(other.path, other.separate(written));
    }
    page.clear();
  };
  const finish = (): ReadonlySet<string> => {
    const digests = new Map<string, string>();
    for (const [path, { format, hash }] of files) digests.set(path, hash.update(format.closing).digest('hex'));
    for (const format of formats)
      if (format.table === 'articles') digests.set(format.path, digestFile(format, articles.values()));
    return new Set([...digests].filter(([path, digest]) => listed.get(path) === digest).map(([path]) => path));
  };
  return { add, finish };
}

/** Articles that are written at a time. */
const BATCH = 100;

/** The digest of a file of rows. */
function digestFile({ opening, separator, closing, render }: RowFormat, rows: Iterable<ArticleRow>): string {
  const hash = createHash('sha256').update(opening);
  let begun = false;
  let batch: ArticleRow[] = [];
  const put = (): void => {
    if (batch.length > 0) hash.update(begun ? separator + render(batch) : render(batch));
    begun ||= batch.length > 0;
    batch = [];
  };
  for (const row of rows) if (batch.push(row) === BATCH) put();
  put();
  return hash.update(closing).digest('hex');
}

/** The claims with all that they nest, as rows of its own. An article comes with each of its claims. */
function rowsOf(claims: readonly ClaimRow[]): TableRows {
  const nested = <Name extends 'evidence' | 'annotations' | 'questions' | 'reviews' | 'appearances'>(name: Name) =>
    claims.flatMap((claim) => claim[name] as ClaimRow[Name][number][]);
  return {
    articles: claims.map(({ article }) => article),
    claims,
    evidence: nested('evidence'),
    annotations: nested('annotations'),
    questions: nested('questions'),
    reviews: nested('reviews'),
    appearances: nested('appearances'),
  };
}
