// Claim ↔ a record of AVeriTeC: questions, each with its answers and where they were found.
import { writeDate } from '../exchange/dateForm.ts';
import type { Canonical } from './canonical.ts';
import type { ImportedEvidence, ImportedLabel } from './label.ts';

const FORM = 'D-M-YYYY';
/** What AVeriTeC calls kinds of claims. */
const TYPES: Readonly<Record<string, string>> = {
  'Event/Property Claim': 'event',
  'Quote Verification': 'statement',
  'Numerical Claim': 'numerical',
  'Causal Claim': 'causal',
  'Position Statement': 'position',
};
const NATIVE_TYPES = new Map(Object.entries(TYPES).map(([native, type]) => [type, native]));

export const averitec: Canonical = {
  kind: 'averitec',
  file: 'averitec.json',
  derived: [],
  opening: '[\n',
  separator: ',\n',
  closing: '\n]\n',
  verdictOf: (id, { verdicts }) => verdicts.get(id)?.averitec?.label ?? null,
  write(label, context, number) {
    const { claim } = label;
    const verdict = this.verdictOf(claim.verdict ?? '', context.vocabulary);
    if (verdict === null) return `AVeriTeC has no verdict for \`${claim.verdict}\``;
    const [first, ...rest] = claim.appearances;
    const appearance = first ?? (rest.length === 0 ? { url: label.url, archive_url: null } : null);
    const [review] = claim.reviews;
    const types = [claim.type, ...claim.also_types].flatMap((type) => NATIVE_TYPES.get(type ?? '') ?? []);
    return {
      ...(claim.source.row === String(number) ? {} : { claim_id: claim.source.row }),
      claim: claim.text,
      required_reannotation: undefined,
      label: verdict,
      justification: claim.justification,
      claim_date: claim.claim_date === null ? null : writeDate(claim.claim_date, FORM),
      speaker: claim.claimant === null ? null : context.names.nameOfEntity(claim.claimant),
      original_claim_url: appearance?.url ?? null,
      fact_checking_article: review?.url ?? null,
      reporting_source: undefined,
      location_ISO_code: claim.places[0] ?? null,
      claim_types: types,
      fact_checking_strategies: undefined,
      questions: listQuestions(label),
      cached_original_claim_url: appearance?.archive_url ?? null,
    };
  },
  render: (record) => JSON.stringify(record),
  mapping: (verdicts) => ({
    fields: {
      id: 'claim_id',
      text: 'claim',
      verdict: { path: 'label', map: verdicts },
      justification: 'justification',
      claim_date: { path: 'claim_date', form: FORM },
      claimant: 'speaker',
      places: 'location_ISO_code',
      types: { path: 'claim_types', map: TYPES },
    },
    lists: {
      questions: { each: 'questions[]', fields: { text: 'question' } },
      evidence: {
        each: 'questions[].answers[]',
        fields: {
          question: '^.question',
          answer: 'answer',
          answer_type: 'answer_type',
          url: 'source_url',
          medium: 'source_medium',
          explanation: 'boolean_explanation',
          archive_url: 'cached_source_url',
        },
      },
      reviews: { each: '.', fields: { url: 'fact_checking_article' } },
      appearances: {
        each: '.',
        fields: { url: 'original_claim_url', archive_url: 'cached_original_claim_url' },
      },
    },
  }),
};

/**
 * Questions in their order, each with its answers; what answers none stands where its evidence does, with a question
 * of its own that has no words.
 */
function listQuestions({ claim }: ImportedLabel): object[] {
  const entries: { question: string | null; answers: object[] }[] = [];
  const opened = new Map<string, { answers: object[] }>();
  let next = 0;
  const open = (until: number) => {
    for (; next < until; next++) {
      const { id, text } = claim.questions[next] as { id: string; text: string };
      const entry = { question: text, answers: [] };
      opened.set(id, entry);
      entries.push(entry);
    }
  };
  for (const piece of claim.evidence) {
    const at = claim.questions.findIndex(({ id }) => id === piece.question);
    if (at < 0) entries.push({ question: null, answers: [answerOf(piece)] });
    else {
      open(at + 1);
      opened.get(piece.question ?? '')?.answers.push(answerOf(piece));
    }
  }
  open(claim.questions.length);
  return entries;
}

/** A piece of evidence as an answer; the last two keys only where they say something. */
export function answerOf(piece: ImportedEvidence): object {
  return {
    answer: piece.answer,
    answer_type: piece.answer_type,
    source_url: piece.url,
    source_medium: piece.medium,
    ...(piece.explanation === null ? {} : { boolean_explanation: piece.explanation }),
    ...(piece.archive_url === null ? {} : { cached_source_url: piece.archive_url }),
  };
}
