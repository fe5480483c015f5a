// Text of a file of predictions, CSV or JSON Lines → predictions, what it says of itself, and everything that is wrong
// with it.
import Papa from 'papaparse';
import { sentenceKey } from '../splits/sentenceKey.ts';
import { type About, toAbout } from './about.ts';
import type { Problems } from './problems.ts';

/** A predicted piece of evidence; what is not said of it is null. */
export interface PredictedEvidence {
  url: string | null;
  text: string | null;
  /** Document and sentence, as a key. */
  sentence: string | null;
}

/** One line of predictions. */
export interface Prediction {
  line: number;
  claim: string;
  verdict: string;
  /** By verdict; null where none are given. */
  probabilities: ReadonlyMap<string, number> | null;
  /** Null where the file gives no evidence for the claim. */
  evidence: readonly PredictedEvidence[] | null;
}

export interface ReadPredictions {
  about: About | null;
  predictions: readonly Prediction[];
  /** Columns and keys that mean nothing to a score. */
  ignored: readonly string[];
}

/** JSON Lines where the text begins with `{`, else CSV with a header. Reports what cannot be read and reads on. */
export function readPredictions(text: string, problems: Problems): ReadPredictions {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  return /^\s*\{/.test(whole) ? readLines(whole, problems) : readTable(whole, problems);
}

const CHANCE = 'p_';

function readTable(text: string, problems: Problems): ReadPredictions {
  const predictions: Prediction[] = [];
  let header: string[] | null = null;
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, meta, errors }) => {
      const start = line;
      for (; from < meta.cursor; from++) if (text.charCodeAt(from) === 10) line++;
      if (data.length === 1 && data[0] === '') return;
      if (errors.length > 0) problems.add('unreadable', { line: start, text: errors[0]?.message ?? '' });
      else if (header === null) header = data;
      else if (data.length !== header.length)
        problems.add('columns', { line: start, text: `${data.length}, not ${header.length}` });
      else predictions.push(toPrediction(header, data, start, problems));
    },
  });
  const names: readonly string[] = header ?? [];
  for (const name of ['claim_id', 'verdict'])
    if (names.filter((column) => column === name).length !== 1) problems.add('column_missing', { line: 1, text: name });
  const ignored = names.filter((name) => name !== 'claim_id' && name !== 'verdict' && !name.startsWith(CHANCE));
  return { about: null, predictions, ignored };
}

function toPrediction(
  header: readonly string[],
  cells: readonly string[],
  line: number,
  problems: Problems,
): Prediction {
  const cell = (name: string) => cells[header.indexOf(name)] ?? '';
  const probabilities = new Map<string, number>();
  for (const [i, name] of header.entries()) {
    const text = cells[i] as string;
    if (!name.startsWith(CHANCE) || text === '') continue;
    if (!NUMBER.test(text)) problems.add('probability', { line, text: `${name}: ${text}` });
    else probabilities.set(name.slice(CHANCE.length), Number(text));
  }
  return {
    line,
    claim: cell('claim_id'),
    verdict: cell('verdict'),
    probabilities: probabilities.size === 0 ? null : probabilities,
    evidence: null,
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What a line may be called by: our own names, and those of FEVER's files. */
const NAMES = {
  claim: ['claim_id', 'id'],
  verdict: ['verdict', 'predicted_label'],
  evidence: ['evidence', 'predicted_evidence'],
};
const KNOWN = new Set([...Object.values(NAMES).flat(), 'probabilities']);

function readLines(text: string, problems: Problems): ReadPredictions {
  const predictions: Prediction[] = [];
  const ignored = new Set<string>();
  let about: About | null = null;
  for (const [i, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const line = i + 1;
    const value = parse(source);
    if (value === null) {
      problems.add('unreadable', { line, text: 'no JSON object' });
      continue;
    }
    if (
      Object.hasOwn(value, 'about') ||
      (predictions.length === 0 && about === null && Object.hasOwn(value, 'system'))
    ) {
      about = toAbout(Object.hasOwn(value, 'about') ? value['about'] : value, line, problems);
      continue;
    }
    for (const key of Object.keys(value)) if (!KNOWN.has(key)) ignored.add(key);
    const pick = (names: readonly string[]) => value[names.find((name) => Object.hasOwn(value, name)) ?? ''];
    const [claim, verdict] = [pick(NAMES.claim), pick(NAMES.verdict)];
    if (typeof verdict !== 'string') problems.add('unreadable', { line, text: 'no verdict' });
    predictions.push({
      line,
      claim: typeof claim === 'string' ? claim : Number.isSafeInteger(claim) ? String(claim) : '',
      verdict: typeof verdict === 'string' ? verdict : '',
      probabilities: toProbabilities(value['probabilities'], line, problems),
      evidence: toEvidence(pick(NAMES.evidence), line, problems),
    });
  }
  return { about, predictions, ignored: [...ignored] };
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function toProbabilities(value: unknown, line: number, problems: Problems): Map<string, number> | null {
  if (value === undefined || value === null) return null;
  if (
    typeof value !== 'object' ||
    Array.isArray(value) ||
    Object.values(value).some((share) => typeof share !== 'number')
  ) {
    problems.add('probability', { line, text: 'not an object of numbers' });
    return null;
  }
  return new Map(Object.entries(value as Record<string, number>));
}

/**
 * Evidence is a list of addresses, of `[document, sentence]`, or of objects with `url`, `text`, `question` and
 * `answer`, `document` and `sentence`.
 */
function toEvidence(value: unknown, line: number, problems: Problems): PredictedEvidence[] | null {
  if (value === undefined || value === null) return null;
  const items = Array.isArray(value) ? value.map(toItem) : [null];
  if (items.includes(null)) problems.add('evidence', { line, text: '' });
  return items.filter((item) => item !== null);
}

function toItem(value: unknown): PredictedEvidence | null {
  if (typeof value === 'string') return { url: value, text: null, sentence: null };
  if (Array.isArray(value)) {
    const [document, sentence] = value as unknown[];
    if (value.length !== 2 || typeof document !== 'string' || !Number.isSafeInteger(sentence)) return null;
    return { url: null, text: null, sentence: sentenceKey(document, sentence as number) };
  }
  if (value === null || typeof value !== 'object') return null;
  const { url, text, question, answer, document, sentence } = value as Record<string, unknown>;
  const words = [question, answer, text].filter((part) => typeof part === 'string');
  const item = {
    url: typeof url === 'string' ? url : null,
    text: words.length === 0 ? null : words.join(' '),
    sentence:
      typeof document === 'string' && Number.isSafeInteger(sentence) ? sentenceKey(document, sentence as number) : null,
  };
  return item.url === null && item.text === null && item.sentence === null ? null : item;
}
