// A dataset and the page's code → a page to be served, and the parts of it that an open page can take in.
import { createHash } from 'node:crypto';
import { buildExplorer, embedBlock, encodeBlock, type PageCode, styleVerdicts } from '../buildExplorer.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { showHome } from '../html/home.ts';
import type { Child } from '../nodes/node.ts';
import { embedJson } from '../nodes/renderHtml.ts';
import type { Showing } from '../parts/showing.ts';
import { listPictures, showPictures } from '../pictures/listPictures.ts';
import { surveyDataset } from '../survey.ts';
import { formatView } from '../view/viewState.ts';
import { PARTS, type PartTable } from './news.ts';

export interface Preview {
  readonly page: string;
  readonly table: PartTable;
  /** The texts of the parts, by their digests. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Builds the whole page, and the parts that may differ from those that an open page has. */
export function buildPreview(dataset: ExplorerDataset, code: PageCode): Preview {
  const survey = surveyDataset(dataset);
  const { meta, articles, counts } = survey;
  const showing: Showing = { meta, articles, link: formatView, address: () => null };
  const { head, blocks, tail } = buildExplorer(dataset, code, { live: true }, survey);
  const table: Record<string, string> = {};
  const parts = new Map<string, string>();
  const add = (name: string, text: string): void => {
    table[name] = digestPart(text);
    parts.set(table[name], text);
  };
  const addJson = (name: string, value: unknown): void => add(name, JSON.stringify(value));
  const views: Record<string, Child> = {
    [PARTS.home]: showHome(showing, dataset, survey),
    [PARTS.pictures]: showPictures(showing, listPictures(showing, counts, dataset.manifest)),
  };
  for (const [name, view] of Object.entries(views)) addJson(name, view);
  addJson(PARTS.meta, meta);
  addJson(PARTS.frame, [dataset.edition, dataset.citation, meta.documents, styleVerdicts(dataset)]);
  const packed: string[] = [];
  for (const { id, bytes } of blocks()) {
    const text = encodeBlock(bytes);
    add(id, text);
    packed.push(embedBlock(id, text));
  }
  const own = `<script type="application/json" id="${PARTS.table}">${embedJson(table)}</script>\n`;
  return { page: [head, ...packed, own, tail].join(''), table, parts };
}

/** The name under which a part is fetched. */
export function digestPart(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
