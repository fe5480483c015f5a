// Pages that somebody has saved for a project → what can be read off each, read anew only where its bytes have changed.
import { createHash } from 'node:crypto';
import type { ReadPage } from '../article/readPage.ts';
import type { Desk } from './desk.ts';

/** A page, by the path that it is named by. */
export interface SavedPage {
  path: string;
  page: ReadPage;
}

/** So many pages are looked at; whoever has more clears the folder now and then. */
const MOST = 50;

export class SavedPages {
  readonly #desk: Pick<Desk, 'readPage' | 'disk'>;
  readonly #kept = new Map<string, { digest: string; page: ReadPage | null }>();

  constructor(desk: Pick<Desk, 'readPage' | 'disk'>) {
    this.#desk = desk;
  }

  /** Those that can be read, in their order. */
  async read(paths: readonly string[]): Promise<SavedPage[]> {
    const pages: SavedPage[] = [];
    for (const path of paths.slice(0, MOST)) {
      const page = await this.#readOne(path);
      if (page !== null) pages.push({ path, page });
    }
    return pages;
  }

  async #readOne(path: string): Promise<ReadPage | null> {
    const read = this.#desk.disk(path);
    if ('problem' in read) return null;
    const digest = createHash('sha256').update(read.bytes).digest('hex');
    const kept = this.#kept.get(path);
    if (kept?.digest === digest) return kept.page;
    const page = await this.#desk.readPage(path).catch(() => null);
    this.#kept.set(path, { digest, page });
    return page;
  }
}
