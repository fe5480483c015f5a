// Claims with their evidence, one after another → pieces of evidence that stand beside the same claim again.
import { given } from '../exchange/missing.ts';
import type { ForeignRecord, ListItem } from '../exchange/record.ts';
import { keyOf } from './columns.ts';
import type { AuditData } from './data.ts';

/** Where a claim first stood beside a text, and what the text was said to say. */
interface First {
  number: number;
  stance: string | null;
  page: string | null;
}

/** Knows which claim has stood beside which text. */
export class PairTwins {
  private readonly data: AuditData;
  private readonly firsts = new Map<number, First>();

  constructor(data: AuditData) {
    this.data = data;
  }

  /**
   * Shows a record; `tell` is given each piece that stood beside the same words before, in another record or in this
   * one; `apart` where it is this one and the pages are two.
   */
  add(record: ForeignRecord, number: number, tell: (item: ListItem, first: First, apart: boolean) => void): void {
    const { data, firsts } = this;
    const claim = data.splitOf(number) < 0 ? null : data.wordings.keyAt(number);
    if (claim === null) return;
    for (const item of record.lists.evidence ?? []) {
      const text = given(item.values['text']);
      const words = text === null ? null : data.wordings.digest(text);
      if (words === null) continue;
      // Twins in two splits are told by F11.
      const key = keyOf(`${data.splitOf(number)} ${claim} ${words}`);
      const first = firsts.get(key);
      const stance = given(item.values['stance']);
      const page = given(item.values['url']) ?? given(item.values['page']);
      // Two pages that print one sentence are two pieces of evidence of a claim; the same page is one.
      if (first) tell(item, first, first.number === number && first.page !== page);
      else firsts.set(key, { number, stance, page });
    }
  }
}
