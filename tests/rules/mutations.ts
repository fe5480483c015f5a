// A text and a stream of chance that begins with a seed → texts with one mistake each, and the lines where it should be
// found.
import { ARTICLE_KEYS } from './articleKeys.ts';

/** A text with one mistake. `lines` are those at which pointing is right. */
export interface Mutation {
  kind: string;
  text: string;
  lines: number[];
}

/** Numbers from 0 to below `n`, the same for the same seed (mulberry32). */
export type Chance = (n: number) => number;

export function createChance(seed: number): Chance {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

type Mutator = (lines: readonly string[], chance: Chance) => { lines: string[]; at: number[] } | null;

/** Index of a line that matches, from those of the front matter. */
function pick(lines: readonly string[], pattern: RegExp, chance: Chance): number {
  const end = lines.indexOf('---', 1);
  const found = lines.flatMap((line, i) => (i > 0 && i < end && pattern.test(line) ? [i] : []));
  return found.length === 0 ? -1 : (found[chance(found.length)] as number);
}

function replaceLine(lines: readonly string[], index: number, by: (line: string) => string): ReturnType<Mutator> {
  if (index < 0) return null;
  const line = by(lines[index] as string);
  return line === lines[index] ? null : { lines: lines.with(index, line), at: [index] };
}

function onLine(pattern: RegExp, by: (line: string, chance: Chance) => string): Mutator {
  return (lines, chance) => replaceLine(lines, pick(lines, pattern, chance), (line) => by(line, chance));
}

/** A word with two neighbouring letters exchanged, or one doubled or left out. */
function misspell(word: string, chance: Chance): string {
  for (;;) {
    const i = 1 + chance(word.length - 2);
    const changed = [
      word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
      word.slice(0, i) + word.charAt(i) + word.slice(i),
      word.slice(0, i) + word.slice(i + 1),
    ][chance(3)] as string;
    if (changed !== word && !/^[-_]|[-_]$|[-_]{2}/.test(changed)) return changed;
  }
}

const KEY = /^( *(?:- )?)([a-z_0-9]+):/;
const misspellValue = (pattern: RegExp): Mutator =>
  onLine(pattern, (line, chance) =>
    line.replace(pattern, (_, before: string, value: string) => before + misspell(value, chance)),
  );

/** Where the mapping that holds a line begins. */
function headOf(lines: readonly string[], index: number): number {
  const depth = (lines[index] as string).search(/\S/);
  if (depth === 0) return 1;
  for (let i = index; i > 0; i--) {
    const line = lines[i] as string;
    if (line.slice(0, depth).trim() === '-' && line.search(/\S/) === depth - 2) return i;
    if (line.search(/\S/) < depth && line.trim() !== '') return i + 1;
  }
  return 1;
}

export const FORM: Record<string, Mutator> = {
  'a key misspelt': onLine(/^ *(?:- )?[a-z_]{4,}:/, (line, chance) =>
    line.replace(KEY, (_, before: string, key: string) => `${before}${misspell(key, chance)}:`),
  ),
  'a key removed': (lines, chance) => {
    const i = pick(lines, /^ *[a-z_]+: \S/, chance);
    const key = KEY.exec(lines[i] ?? '')?.[2] ?? '';
    if (i < 0 || !ARTICLE_KEYS.has(key) || /[[{>|]$/.test(lines[i] ?? '')) return null;
    const head = headOf(lines, i);
    return { lines: lines.toSpliced(i, 1), at: [head > i ? head - 1 : head] };
  },
  'a key given twice': (lines, chance) => {
    const i = pick(lines, /^ *[a-z_]+: \S.*[^[{]$/, chance);
    return i < 0 ? null : { lines: lines.toSpliced(i, 0, lines[i] as string), at: [i, i + 1] };
  },
  'text where a list belongs': onLine(/^ *(?:authors|topics|same_as|revisions|suppress): \[/, (line) =>
    line.replace(/\[.*\]/, 'none'),
  ),
  'a list where text belongs': onLine(/^ *(?:text|title|shows|claimant|type|stance|publisher|status): \S/, (line) =>
    line.replace(/: .*/, ': [one]'),
  ),
  'a number where text belongs': onLine(/^ *(?:text|title|shows|quote|justification): \S/, (line) =>
    line.replace(/: .*/, ': 17'),
  ),
  'nothing where text belongs': onLine(/^ *(?:text|title|shows|claimant|stance|status|type):/, (line) =>
    line.replace(/: .*/, ': null'),
  ),
  'an impossible day': onLine(/_?(?:date|published): \d{4}-\d\d-\d\d$/, (line) =>
    line.replace(/-\d\d-\d\d$/, '-02-30'),
  ),
  'an interval reversed': onLine(/(?:date|published): \d{4}-\d\d-\d\d$/, (line) =>
    line.replace(/: .*/, ': 2023-04-02/2023-04-01'),
  ),
  'a word of a closed list misspelt': misspellValue(
    /^( *(?:nature|text|status|type|stance|published_basis|title_basis): )([a-z]{4,})$/,
  ),
  'a confidence misspelt': onLine(/confidence: /, (line) =>
    line.replace(/confidence: (?:high|medium|low)/, 'confidence: hihg'),
  ),
  'an address without its scheme': onLine(/^ *(?:- )?url: http/, (line) => line.replace(/https?:\/\//, 'www.')),
  'an address with a space': onLine(/^ *(?:- )?url: http/, (line) => `${line} x`),
  'an address that is not http': onLine(/^ *(?:- )?url: http/, (line) => line.replace(/https?:/, 'ftp:')),
  'a language that is none': onLine(/^language: /, () => 'language: english'),
  'a quotation mark left open': onLine(/^ *(?:text|justification|shows|title): "/, (line) => line.replace(/"$/, '')),
  'a bracket left open': onLine(/^ *(?:topics|same_as|revisions): \[.*\]$/, (line) => line.slice(0, -1)),
  'a colon in plain text': onLine(/^ *(?:shows|text|publisher): [^"'>|]/, (line) => line.replace(/: (\S+) /, ': $1: ')),
  'a tab for a space': onLine(/^ *[a-z_]+: \S/, (line) => line.replace(': ', ':\t')),
  'a control character': onLine(/^ *(?:text|shows): "\S/, (line) => line.replace(': "', ': "\u0007')),
  'an override of direction': onLine(/^ *(?:text|shows): "\S/, (line) => line.replace(': "', ': "\u202E')),
  'a carriage return': onLine(/^ *[a-z_]+: \S/, (line) => `${line}\r`),
  'a word that YAML 1.1 takes for a truth value': onLine(/^ *(?:publisher|title|shows): \S/, (line) =>
    line.replace(/: .*/, ': no'),
  ),
  'a todo': onLine(/^ *(?:publisher|title|shows|justification|claim_date|stance): \S/, (line) =>
    line.replace(/: .*/, ': todo'),
  ),
  'an alias': onLine(/^ *(?:title|shows): \S/, (line) => line.replace(/: .*/, ': *same')),
  'a tag': onLine(/^ *(?:title|shows): \S/, (line) => line.replace(': ', ': !text ')),
};

export const MEANING: Record<string, Mutator> = {
  'a verdict misspelt': misspellValue(/^( {4}verdict: )([a-z_]+)$/),
  'a claimant misspelt': misspellValue(/^( {4}claimant: )((?!article$)[a-z-]{6,})$/),
  'a publisher misspelt': misspellValue(/^(publisher: )([a-z-]{5,})$/),
  'a topic misspelt': onLine(/^ {4}topics: \[[a-z-]{5,}/, (line, chance) =>
    line.replace(/\[([a-z-]+)/, (_, id: string) => `[${misspell(id, chance)}`),
  ),
  'a claim id given twice': (lines, chance) => {
    const places = lines.flatMap((line, i) => (/^ {2}- id: /.test(line) ? [i] : []));
    const [a, b] = [places[chance(places.length)] as number, places[chance(places.length)] as number];
    return a === b ? null : { lines: lines.with(a, lines[b] as string), at: [a, b] };
  },
  'an evidence id given twice': (lines, chance) => {
    const i = pick(lines, /^ {6}- id: e[2-9]$/, chance);
    const from = lines.findLastIndex((line, n) => n < i && /^ {2}- id: /.test(line));
    const end = lines.findIndex((line, n) => n > i && /^ {2}- id: |^---$/.test(line));
    const other = lines.findIndex((line, n) => n > from && n < end && line === '      - id: e1');
    // The second of the two is where it is found, whichever was changed.
    return i < 0 || other < 0 ? null : { lines: lines.with(i, '      - id: e1'), at: [Math.max(i, other)] };
  },
  'a claim id of another article': onLine(/^ {2}- id: /, (line) => line.replace(/id: [a-z]+/, 'id: other')),
  'an address given twice': (lines, chance) => {
    const i = pick(lines, /^ {8}url: /, chance);
    const next = lines.findIndex((line, n) => n > i && /^ {8}url: | {2}- id: \w+-/.test(line));
    if (i < 0 || !/^ {8}url: /.test(lines[next] ?? '')) return null;
    return { lines: lines.with(next, lines[i] as string), at: [i, next] };
  },
  'a claim made after the article': onLine(/^ {4}claim_date: /, (line) => line.replace(/: .*/, ': 2031-01-01')),
  'evidence from after the vote': onLine(/^ {8}published: \d{4}-\d\d-\d\d$/, (line) =>
    line.replace(/: .*/, ': 2031-01-01'),
  ),
  'a vote from before everything': onLine(/^ {6}- \{ annotator: a1/, (line) =>
    line.replace(/date: \d{4}/, 'date: 2019'),
  ),
  'a status that the votes do not bear': onLine(/^ {4}status: (?:labelled|reviewed)$/, (line) =>
    line.endsWith('labelled') ? '    status: reviewed' : '    status: labelled',
  ),
  'a vote that differs': onLine(/^ {6}- \{ annotator: a1, verdict: supported/, (line) =>
    line.replace('supported', 'refuted'),
  ),
  'all stances turned': (lines, chance) => {
    const claims = lines.flatMap((line, i) => (/^ {4}verdict: supported$/.test(line) ? [i] : []));
    const i = claims[chance(claims.length)];
    if (i === undefined) return null;
    const end = lines.findIndex((line, n) => n > i && /^ {2}- id: |^---$/.test(line));
    const turned = lines.map((line, n) =>
      n > i && n < end ? line.replace(/stance: supports$/, 'stance: refutes') : line,
    );
    return { lines: turned, at: [i] };
  },
  'a justification taken away': onLine(/^ {4}justification: \S/, (line) => line.replace(/: .*/, ': null')),
  'a basis for what is not known': onLine(/^url_basis: |^ {8}published_basis: [a-z]+$/, (line) =>
    /null$/.test(line) ? line.replace('null', 'page') : line.replace(/: .*/, ': null'),
  ),
  'an anchor of another length': onLine(/^ {4}anchor: \{ start/, (line, chance) =>
    line.replace(/end: (\d+)/, (_, end: string) => `end: ${Number(end) + 1 + chance(9)}`),
  ),
  'a quotation that is too long': onLine(/^ {8}quote: "?\w/, (line) =>
    line.replace(/: .*/, `: ${'many words '.repeat(12)}more`),
  ),
  'a password in an address': onLine(/^ {8}url: https:/, (line) => line.replace('https://', 'https://ada:secret@')),
  'a formula': onLine(/^ {4}(?:text|justification): \S/, (line) => line.replace(/: .*/, ': "=HYPERLINK(1)"')),
  'a claim that is the same as itself': (lines, chance) => {
    const i = pick(lines, /^ {4}same_as: \[\]$/, chance);
    const id = lines.findLastIndex((line, n) => n < i && /^ {2}- id: /.test(line));
    return i < 0 ? null : { lines: lines.with(i, `    same_as: [${lines[id]?.slice(8)}]`), at: [i] };
  },
  'a claim that is the same as nothing': onLine(/^ {4}same_as: \[\]$/, () => '    same_as: [nowhere-c01]'),
  'a topic listed twice': onLine(/^ {4}topics: \[[a-z-]+\]$/, (line) => line.replace(/\[(.*)\]/, '[$1, $1]')),
  'an annotator that is a number': onLine(/annotator: a1/, (line) => line.replace('annotator: a1', 'annotator: "1"')),
  'a suppression of an error': onLine(/^suppress: \[\]$/, () => 'suppress: [{ code: C04, reason: We know. }]'),
  'a suppression of nothing': onLine(/^suppress: \[\]$/, () => 'suppress: [{ code: C09, reason: We know. }]'),
};

/** Mistakes that only the article's text can show. */
export const QUOTED: Record<string, Mutator> = {
  'a quotation altered': onLine(/^ {4}quote: \S/, (line, chance) => {
    const places = Array.from(line.slice(11).matchAll(/[a-z]/g), ({ index }) => index + 11);
    const i = places[chance(places.length)] as number;
    return `${line.slice(0, i)}${line.charAt(i) === 'q' ? 'x' : 'q'}${line.slice(i + 1)}`;
  }),
  'an anchor moved': onLine(/^ {4}anchor: \{ start/, (line, chance) => {
    const by = 1 + chance(9);
    return line.replace(/\d+/g, (digits) => String(Number(digits) + by));
  }),
};

/** One mutation of a kind, or null where the text has no place for it. */
export function mutate(kind: string, text: string, chance: Chance): Mutation | null {
  const mutator = FORM[kind] ?? MEANING[kind] ?? QUOTED[kind];
  const changed = mutator?.(text.split('\n'), chance);
  if (!changed) return null;
  return { kind, text: changed.lines.join('\n'), lines: changed.at.map((index) => index + 1) };
}
