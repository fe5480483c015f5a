// No committed text holds a long run of a withheld article's words.

import { hashText } from '../claims/wording.ts';
import type { Draft } from '../findings/finding.ts';
import { cutWords, foldText } from '../values/words.ts';
import type { Rule } from './engine/rule.ts';

/** Consecutive words that make a copy, as the data model sets it. */
export const LONGEST_RUN = 26;
/**
 * Letters of a script without spaces that say as much as a word: a word of Chinese has two on average, one of Thai
 * three.
 */
const LETTERS_OF_A_WORD = 2;

export const copiedWords: Rule = {
  code: 'Q07',
  title: `No file repeats ${LONGEST_RUN} consecutive words of a withheld article.`,
  severity: 'error',
  scope: 'form',
  rationale:
    "Synopses, claims, evidence and vocabularies are in our own words; a run of this length is an article's. Every committed file of raw data is compared with every capture that is at hand.",
  examples: { good: [], bad: [] },
};

/** A text, and the file that it is or belongs to. */
export interface CopySource {
  file: string;
  text: string;
}

/** A text as its words; signs are left out, since a copy stays one whatever stands between its words. */
interface WordList {
  words: string[];
  hashes: Int32Array;
  /** What each counts, in letters. */
  weights: Uint8Array;
  /** Where each begins and ends in the folded text. */
  starts: Int32Array;
  ends: Int32Array;
}

/** A withheld text as its words. */
interface Original {
  file: string;
  words: readonly string[];
}

/** Where a run of words begins, and the run with the same hash that was found before it. */
interface Run {
  original: Original;
  from: number;
  next: Run | undefined;
}

/** A run of {@link LONGEST_RUN} words in a text (UTF-16 offsets) that stands in a withheld text too. */
export interface Copy {
  file: string;
  original: string;
  offsets: [number, number];
}

/** Copies → drafts of findings. The texts are not asked for where nothing is withheld. */
export function findCopies(texts: Iterable<CopySource>, withheld: Iterable<CopySource>): Draft[] {
  return listCopies(texts, withheld).map(({ file, original, offsets }) => ({
    code: 'Q07',
    file,
    offsets,
    message: `${LONGEST_RUN} consecutive words of ${original === file ? 'the withheld article' : `a withheld article (${original})`} stand here.`,
    hint: 'say it in other words, or quote less',
  }));
}

/**
 * Compares every text with every withheld one, in time linear in both: hashes of runs roll from word to word, and a run
 * that matches is compared word by word. The first copy of each pair.
 */
export function listCopies(texts: Iterable<CopySource>, withheld: Iterable<CopySource>): Copy[] {
  const known = new Map<number, Run>();
  for (const { file, text } of withheld) {
    const list = listComparedWords(text);
    const original = { file, words: list.words };
    forEachRun(list, (hash, from) => {
      known.set(hash, { original, from, next: known.get(hash) });
    });
  }
  if (known.size === 0) return [];
  const copies: Copy[] = [];
  for (const { file, text } of texts) {
    const list = listComparedWords(text);
    const told = new Set<Original>();
    forEachRun(list, (hash, from, to) => {
      for (let run = known.get(hash); run; run = run.next) {
        if (told.has(run.original) || !isSameRun(list.words, from, to, run.original.words, run.from)) continue;
        told.add(run.original);
        const folded = [list.starts[from] as number, list.ends[to - 1] as number] as const;
        copies.push({ file, original: run.original.file, offsets: findOffsets(text, folded) });
      }
    });
  }
  return copies;
}

function listComparedWords(text: string): WordList {
  const words = cutWords(foldText(text)).filter(({ kind }) => kind !== 'sign');
  return {
    words: words.map((word) => word.text),
    hashes: Int32Array.from(words, (word) => hashText(word.text)),
    weights: Uint8Array.from(words, ({ kind }) => (kind === 'letter' ? 1 : LETTERS_OF_A_WORD)),
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
  };
}

/** Places in a folded text → those in the text itself. */
function findOffsets(text: string, folded: readonly [number, number]): [number, number] {
  const find = (reaches: (length: number) => boolean): number => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reaches(foldText(text.slice(0, middle)).length)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const [start, end] = folded;
  return [Math.max(0, find((length) => length > start) - 1), find((length) => length >= end)];
}

const PRIME = 0x01000193;
const WHOLE = LONGEST_RUN * LETTERS_OF_A_WORD;
const POWERS = new Int32Array(WHOLE + 1).fill(1);
for (let i = 1; i <= WHOLE; i++) POWERS[i] = Math.imul(POWERS[i - 1] as number, PRIME);

/**
 * Calls back with the rolling hash (a polynomial over the words' hashes, modulo 2^32) of the shortest run from each
 * word on that is long enough.
 */
function forEachRun({ hashes, weights }: WordList, visit: (hash: number, from: number, to: number) => void): void {
  let hash = 0;
  let weight = 0;
  for (let from = 0, to = 0; ; from++) {
    for (; weight < WHOLE && to < hashes.length; to++) {
      hash = (Math.imul(hash, PRIME) + (hashes[to] as number)) | 0;
      weight += weights[to] as number;
    }
    if (weight < WHOLE) return;
    visit(hash, from, to);
    hash = (hash - Math.imul(hashes[from] as number, POWERS[to - from - 1] as number)) | 0;
    weight -= weights[from] as number;
  }
}

function isSameRun(a: readonly string[], from: number, to: number, b: readonly string[], start: number): boolean {
  for (let i = from; i < to; i++) if (a[i] !== b[start + i - from]) return false;
  return true;
}
