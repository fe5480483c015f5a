// What is wanted of the rows → the files that parts have rows for, and what writes them.
import { listFastWriters } from '../formats/bytes/fastWriters.ts';
import { PartWriter } from '../formats/bytes/partWriter.ts';
import type { TableCells } from '../formats/bytes/tableCells.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { RowFormat } from '../formats/rowFormat.ts';
import { listRowFormats } from '../formats/rowFormats.ts';
import { listLedgerFormats, listLedgerWriters } from '../release/ledgerRows.ts';
import type { Edition } from '../schemas/published.ts';

/**
 * Which files of rows are wanted: none; all that a dataset has; its JSON Lines alone, for other formats; or besides all
 * the lines of the ledger of a release.
 */
export type RowChoice = 'counted' | 'rendered' | 'json lines' | 'released';

/** A file that parts have rows for. */
export type PartFile = Pick<RowFormat, 'path' | 'opening' | 'separator' | 'closing' | 'linesOf'>;

/** The files in the order in which parts hold them. */
export function listPartFiles(choice: RowChoice, edition: Edition, context: ReviewContext): PartFile[] {
  const records = { path: RECORDS, opening: '', separator: '', closing: '' };
  return [...listFormats(choice, edition, context), ...(hasRecords(choice, edition) ? [records] : [])];
}

/** Writes these files from cells. */
export function createPartWriter(
  choice: RowChoice,
  cells: TableCells,
  edition: Edition,
  context: ReviewContext,
): PartWriter {
  const fast = listFastWriters(cells, edition, context);
  if (choice === 'released')
    for (const [path, write] of listLedgerWriters(cells, context.settings.extra)) fast.set(path, write);
  const formats = listFormats(choice, edition, context);
  return new PartWriter(cells, edition, context, formats, fast, hasRecords(choice, edition));
}

function hasRecords(choice: RowChoice, edition: Edition): boolean {
  return edition === 'public' && (choice === 'rendered' || choice === 'released');
}

function listFormats(choice: RowChoice, edition: Edition, context: ReviewContext): RowFormat[] {
  const formats = listRowFormats(edition, context);
  switch (choice) {
    case 'counted':
      return [];
    case 'rendered':
      return formats;
    case 'json lines':
      return formats.filter(({ path }) => path.endsWith('.jsonl'));
    case 'released':
      return [...formats, ...listLedgerFormats(context.settings.extra)];
  }
}
