// No committed text holds a long run of a withheld article's words.
import type { Rule } from './rule.ts';

/** Consecutive words that make a copy, as the data model sets it. */
export const LONGEST_RUN = 26;

export const copiedWords: Rule = {
  code: 'Q07',
  title: `An article's file does not repeat ${LONGEST_RUN} consecutive words of a withheld article.`,
  severity: 'error',
  scope: 'article',
  rationale: "The synopsis and the claims are in our own words; a run of this length is the article's.",
  examples: { good: [], bad: [] },
  check({ text, source }, report) {
    if (text.kind !== 'capture') return;
    const run = findRun(source, text.text);
    if (run) {
      report({
        offsets: run,
        message: `${LONGEST_RUN} consecutive words of the withheld article stand here.`,
        hint: 'say it in other words, or quote less',
      });
    }
  },
};

/** Offsets in `copy` of the first run of {@link LONGEST_RUN} words that `original` holds too. Words: maximal runs of letters and digits, NFKC, case-folded. */
export function findRun(copy: string, original: string): [number, number] | null {
  const known = new Set<string>();
  const words = listWords(original);
  for (let i = 0; i + LONGEST_RUN <= words.length; i++) known.add(joinRun(words, i));
  if (known.size === 0) return null;
  const copied = listWords(copy);
  for (let i = 0; i + LONGEST_RUN <= copied.length; i++) {
    if (known.has(joinRun(copied, i))) return [copied[i]?.start ?? 0, copied[i + LONGEST_RUN - 1]?.end ?? 0];
  }
  return null;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

function listWords(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    text: match[0].normalize('NFKC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function joinRun(words: readonly Word[], from: number): string {
  let key = '';
  for (let i = from; i < from + LONGEST_RUN; i++) key += `${words[i]?.text} `;
  return key;
}
