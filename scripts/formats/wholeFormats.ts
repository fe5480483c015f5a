// Settings, vocabulary and counts of a dataset → the files that describe it as a whole.
import type { Edition } from '../schemas/published.ts';
import { renderCodebook } from './codebook.ts';
import { renderCroissant } from './croissant.ts';
import { renderDataPackage } from './dataPackage.ts';
import { renderDatasetCard } from './datasetCard.ts';
import type { DatasetHead } from './datasetHead.ts';
import type { Text } from './text.ts';

/** A file that is written once all rows are known. */
export interface WholeFormat {
  path: string;
  editions: readonly Edition[];
  /** Its text; in pieces, anew each time that they are asked for, where it may be long. */
  render(head: DatasetHead): Text;
}

/** Every file that describes the dataset, but manifest and checksums, which need all others. */
export const WHOLE_FORMATS: readonly WholeFormat[] = [
  {
    path: 'codebook.md',
    editions: ['public', 'private'],
    render: ({ settings, vocabulary, edition }) => renderCodebook(settings, vocabulary, edition),
  },
  { path: 'changes.jsonl', editions: ['public'], render: ({ changes }) => toLines(changes) },
  { path: 'datapackage.json', editions: ['public'], render: renderDataPackage },
  { path: 'croissant.json', editions: ['public'], render: renderCroissant },
  { path: 'README.md', editions: ['public'], render: renderDatasetCard },
  {
    path: 'NOT-FOR-PUBLICATION.txt',
    editions: ['private'],
    render: () => 'This edition holds the text of articles that are not ours to publish. Do not share it.\n',
  },
];

/** So many characters make a piece. */
const PIECE = 1 << 16;

function toLines(rows: Iterable<object>): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let piece = '';
      for (const row of rows) {
        piece += `${JSON.stringify(row)}\n`;
        if (piece.length < PIECE) continue;
        yield piece;
        piece = '';
      }
      if (piece !== '') yield piece;
    },
  };
}
