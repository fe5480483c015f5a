// Record of a mapped dataset → its claim as splits and scores see it.
import type { ClaimEvidence, DatasetClaim } from '../splits/datasetClaim.ts';
import { sentenceKey } from '../splits/sentenceKey.ts';
import { nameSplit } from '../splits/splitName.ts';
import { pageOf } from '../values/webPage.ts';
import { readDate } from './dateForm.ts';
import type { Mapping } from './mapping.ts';
import { given } from './missing.ts';
import type { ForeignRecord, ListItem, Value } from './record.ts';

/** A record without an id is called by its file and its number from 1: `dev.json#12`. */
export function claimOf(record: ForeignRecord, mapping: Mapping): DatasetClaim {
  const { values, lists } = record;
  const { form = null } = mapping.fields.find(({ role }) => role === 'claim_date') ?? {};
  const date = given(values.claim_date);
  const article = given(values.url);
  return {
    id: given(values.id)?.trim() ?? `${record.file.written}#${record.row + 1}`,
    text: given(values.text) ?? '',
    verdicts: { own: record.verdict, averitec: null, fever: null },
    split: nameSplit(record.split),
    days: (date === null ? null : readDate(date, form)) ?? { first: null, last: null },
    publishers: listGiven(values.publisher),
    language: given(values.language),
    article: article === null ? null : pageOf(article),
    cluster: given(values.cluster),
    evidence: [...(lists.evidence ?? []).map(evidenceOf), ...(lists.rationales ?? []).flatMap(rationaleOf)],
    reviews: listPages(lists.reviews),
    appearances: listPages(lists.appearances),
  };
}

function evidenceOf({ values }: ListItem): ClaimEvidence {
  const [address, document, sentence] = [given(values['url']), given(values['page']), given(values['sentence'])];
  const words = ['question', 'answer', 'text'].flatMap((role) => listGiven(values[role]));
  return {
    page: address === null ? document : pageOf(address),
    text: words.length === 0 ? null : words.join(' '),
    group: given(values['group']),
    sentence: document === null || sentence === null ? null : sentenceKey(document, sentence),
  };
}

/** Sentences that are evidence together, of the one document that a record goes with. */
function rationaleOf({ many, values }: ListItem, i: number): ClaimEvidence[] {
  return (many['sentences'] ?? []).flatMap((value) => {
    const sentence = given(value);
    const group = given(values['group']) ?? String(i);
    return sentence === null ? [] : { page: null, text: null, group, sentence: sentenceKey('', sentence) };
  });
}

function listPages(items: readonly ListItem[] = []): string[] {
  return items.flatMap(({ values }) => listGiven(values['url']).map(pageOf));
}

function listGiven(value: Value): string[] {
  const text = given(value);
  return text === null ? [] : [text];
}
