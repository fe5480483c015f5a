// No committed text holds a long run of a withheld article's words.

import { hashText } from '../claims/wording.ts';
import type { Draft } from '../findings/finding.ts';
import type { Rule } from './engine/rule.ts';

/** Consecutive words that make a copy, as the data model sets it. */
export const LONGEST_RUN = 26;

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

interface Word {
  text: string;
  hash: number;
  start: number;
  end: number;
}

/** A withheld text as its words. */
interface Original {
  file: string;
  words: string[];
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
 * Compares every text with every withheld one, in time linear in both: hashes of runs roll from word to word, and a run that matches is compared word by word.
 * The first copy of each pair.
 */
export function listCopies(texts: Iterable<CopySource>, withheld: Iterable<CopySource>): Copy[] {
  const known = new Map<number, Run>();
  for (const { file, text } of withheld) {
    const words = listPlacedWords(text);
    const original = { file, words: words.map((word) => word.text) };
    forEachRun(words, (hash, from) => {
      known.set(hash, { original, from, next: known.get(hash) });
    });
  }
  if (known.size === 0) return [];
  const copies: Copy[] = [];
  for (const { file, text } of texts) {
    const words = listPlacedWords(text);
    const told = new Set<Original>();
    forEachRun(words, (hash, from) => {
      for (let run = known.get(hash); run; run = run.next) {
        if (told.has(run.original) || !isSameRun(words, from, run.original.words, run.from)) continue;
        told.add(run.original);
        const offsets: [number, number] = [words[from]?.start ?? 0, words[from + LONGEST_RUN - 1]?.end ?? 0];
        copies.push({ file, original: run.original.file, offsets });
      }
    });
  }
  return copies;
}

// Words are maximal runs of letters and digits; what NFKC folds into letters, such as ligatures and full-width forms, is among them before folding too.
const WORD = /[\p{L}\p{N}]+/gu;

function listPlacedWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0].normalize('NFKC').toLowerCase();
    return { text: word, hash: hashText(word), start: match.index, end: match.index + match[0].length };
  });
}

const PRIME = 0x01000193;
let highest = 1;
for (let i = 0; i < LONGEST_RUN; i++) highest = Math.imul(highest, PRIME);

/** Calls back with the rolling hash (a polynomial over the words' hashes, modulo 2^32) of every run. */
function forEachRun(words: readonly Word[], visit: (hash: number, from: number) => void): void {
  let hash = 0;
  for (let i = 0; i < words.length; i++) {
    hash = (Math.imul(hash, PRIME) + (words[i] as Word).hash) | 0;
    if (i >= LONGEST_RUN) hash = (hash - Math.imul((words[i - LONGEST_RUN] as Word).hash, highest)) | 0;
    if (i >= LONGEST_RUN - 1) visit(hash, i - LONGEST_RUN + 1);
  }
}

function isSameRun(a: readonly Word[], from: number, b: readonly string[], start: number): boolean {
  for (let i = 0; i < LONGEST_RUN; i++) if (a[from + i]?.text !== b[start + i]) return false;
  return true;
}
