// Record of a source → the label that it becomes, and where in the record each of the label's values stands.
import type { Field, Mapping } from '../exchange/mapping.ts';
import { pointerOf } from '../exchange/mapRecord.ts';
import type { ForeignRecord } from '../exchange/record.ts';
import { ADDRESS, dateIn, LANGUAGE, nativeOf, readPlace, readType, TEXT } from './forms.ts';
import type { ImportedClaim, ImportedLabel } from './label.ts';
import { foldLines } from './lines.ts';
import type { Names } from './names.ts';
import { type Origin, RecordReader, type SourceContext } from './recordReader.ts';
import type { Tally } from './tally.ts';
import { takeEvidence } from './toEvidence.ts';
import { readAppearance, readReview } from './toReviews.ts';

export interface Imported {
  label: ImportedLabel;
  /** By the value's place in the label, as `claim/text` or `evidence/e1/answer`; an item by its own, `evidence/e1`. */
  origins: Map<string, Origin>;
}

/** Makes the labels of one source. */
export class LabelMaker {
  private readonly context: SourceContext;

  constructor(mapping: Mapping, names: Names, tally: Tally) {
    const fields = new Map(mapping.fields.map((field): [string, Field] => [field.role, field]));
    this.context = { mapping, fields, names, tally };
  }

  /** The label of a record whose claim and verdict have been found sound. */
  make(record: ForeignRecord, id: string, row: string): Imported {
    return makeLabel(new RecordReader(record, this.context), id, row);
  }
}

function makeLabel(reader: RecordReader, id: string, row: string): Imported {
  const { names, mapping } = reader;
  const url = reader.role('url', 'article/url', ADDRESS);
  const publisher = reader.role('publisher', 'article/publisher', {
    read: (text) => names.publisherCalled(foldLines(text)),
    write: (value) => names.nameOfPublisher(value),
    words: true,
  });
  const verdict = readVerdict(reader);
  const [type = null, ...also] = reader.listOf('types', readType);
  const claim: ImportedClaim = {
    id: `${id}-c01`,
    text: reader.role('text', 'claim/text', TEXT) ?? '',
    claimant: reader.role('claimant', 'claim/claimant', {
      read: (text) => names.entityOf(foldLines(text)),
      write: (value) => names.nameOfEntity(value),
      words: true,
    }),
    claimant_role: reader.role('claimant_role', 'claim/claimant_role', TEXT),
    claim_date: reader.role('claim_date', 'claim/claim_date', dateIn(reader.fields.get('claim_date'))),
    type,
    also_types: also,
    places: reader.listOf('places', readPlace),
    ...verdict,
    justification: reader.role('justification', 'claim/justification', TEXT),
    status: verdict.verdict === null ? 'draft' : 'imported',
    source: { name: mapping.name, row },
    questions: [],
    evidence: [],
    reviews: reader.items('reviews').map(({ list, item }, i) => readReview(reader, list, item, `reviews/${i}`)),
    appearances: reader
      .items('appearances')
      .map(({ list, item }, i) => readAppearance(reader, list, item, `appearances/${i}`)),
    extra: reader.extra,
  };
  takeEvidence(reader, claim);
  const label: ImportedLabel = {
    id,
    title: reader.role('title', 'article/title', TEXT),
    url,
    publisher: publisher ?? (url === null ? null : names.publisherAt(url)),
    published: reader.role('published', 'article/published', dateIn(reader.fields.get('published'))),
    language: reader.role('language', 'article/language', LANGUAGE) ?? 'und',
    claim,
  };
  for (const role of ['split', 'cluster'] as const) reader.keepRole(role);
  reader.keepEmptyParts();
  for (const field of mapping.extra) reader.keepField(field);
  return { label, origins: reader.origins };
}

function readVerdict(reader: RecordReader): { verdict: string | null; verdict_native: string | null } {
  const field = reader.fields.get('verdict');
  const native = reader.role('verdict', 'claim/verdict_native', TEXT);
  const { verdict } = reader.record;
  if (field)
    reader.origins.set('claim/verdict', {
      pointer: pointerOf(field, reader.record.file),
      write: (value) => nativeOf(field, String(value), native),
    });
  return { verdict, verdict_native: native };
}
