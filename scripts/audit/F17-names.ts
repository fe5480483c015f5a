// A name is spelled in one way.

import { given } from '../exchange/missing.ts';
import { listWords } from '../values/words.ts';
import type { AuditRule } from './rule.ts';

/** One name, by its words: each spelling and the first record that has it. */
interface Name {
  words: readonly string[];
  spellings: Map<string, number>;
}

/** Notes about more names than these help nobody. */
const MOST = 100_000;

export const names: AuditRule = {
  code: 'F17',
  title: 'A name is spelled in one way.',
  severity: 'info',
  scope: 'dataset',
  rationale:
    'Who counts claimants counts spellings. Noted where names differ in case, space and signs alone (accents stay), and where all words of a name, two at least, are words of a longer one, which may be somebody else.',
  examples: {
    good: [
      {
        why: 'a surname alone decides nothing',
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, claimant: who }\n',
        files: { 'claims.csv': 'claim,who\nOne,Smith\nTwo,John Smith\n' },
      },
    ],
    bad: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, claimant: who }\n',
        files: { 'claims.csv': 'claim,who\nOne,Ada Archer\nTwo,ADA ARCHER\n' },
        at: 'ADA ARCHER',
      },
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, claimant: who }\n',
        files: { 'claims.csv': 'claim,who\nOne,Ada Archer\nTwo,Mayor Ada Archer\n' },
        at: 'Mayor Ada Archer',
      },
    ],
  },
  open(data, report) {
    if (!data.hasRole('claimant')) return {};
    const known = new Map<string, Name>();
    const seen = new Set<string>();
    return {
      record(record, number) {
        const name = given(record.values.claimant);
        if (name === null || seen.has(name) || seen.size >= MOST || data.splitOf(number) < 0) return;
        seen.add(name);
        const words = listWords(name);
        if (words.length === 0) return;
        const key = words.join(' ');
        const entry = known.get(key) ?? { words, spellings: new Map<string, number>() };
        known.set(key, entry);
        entry.spellings.set(name, number);
      },
      end() {
        for (const { spellings } of known.values()) if (spellings.size > 1) tellSpellings([...spellings]);
        for (const [shorter, longer] of listWithin([...known.values()])) tellWithin(shorter, longer);
      },
    };

    function tellSpellings(spellings: [string, number][]): void {
      const [[first, at] = ['', 0], ...others] = spellings;
      const [, other] = others[0] ?? ['', 0];
      report({
        place: data.placeOf(other, 'claimant'),
        rows: spellings.map(([, number]) => number),
        message: `One name is spelled in ${spellings.length} ways.`,
        expected: first,
        found: others.map(([name]) => JSON.stringify(name)).join(', '),
        related: [{ ...data.placeOf(at, 'claimant'), message: 'It is first spelled here.' }],
      });
    }

    function tellWithin(shorter: Name, longer: Name): void {
      const [name = '', at = 0] = [...shorter.spellings][0] ?? [];
      const [found = '', other = 0] = [...longer.spellings][0] ?? [];
      report({
        place: data.placeOf(other, 'claimant'),
        rows: [at, other],
        message: 'This name holds all words of another; both may be one.',
        expected: name,
        found,
        related: [{ ...data.placeOf(at, 'claimant'), message: 'The shorter name stands here.' }],
      });
    }
  },
};

/**
 * Pairs of names of which the first, of two words at least, has only words of the second. A name is looked up by its
 * rarest word.
 */
function listWithin(all: readonly Name[]): [Name, Name][] {
  const having = new Map<string, number[]>();
  const sets = all.map(({ words }) => new Set(words));
  sets.forEach((words, i) => {
    for (const word of words) {
      const list = having.get(word) ?? [];
      having.set(word, list);
      list.push(i);
    }
  });
  const pairs: [Name, Name][] = [];
  sets.forEach((words, i) => {
    if (words.size < 2) return;
    let candidates = having.get(words.values().next().value ?? '') ?? [];
    for (const word of words) {
      const list = having.get(word) ?? [];
      if (list.length < candidates.length) candidates = list;
    }
    for (const k of candidates) {
      const other = sets[k] as Set<string>;
      if (k === i || (other.size === words.size && k < i)) continue;
      if (other.size >= words.size && [...words].every((word) => other.has(word)))
        pairs.push([all[i] as Name, all[k] as Name]);
    }
  });
  return pairs;
}
