// Ids and counts of the data → the words in which the page says them.
import { groupDigits } from './groupDigits.ts';

/** An identifier of a vocabulary as words: `not_enough` as `not enough`. */
export function words(id: string): string {
  return id.replaceAll(/[_-]/g, ' ');
}

/** A count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** The first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a button says that draws more of a list: how much it draws, and of how much. */
export function sayMore(step: number, left: number): string {
  return left <= step
    ? `Show the last ${groupDigits(left)}`
    : `Show ${groupDigits(step)} more of the ${groupDigits(left)} left`;
}

/** What a status says of the votes. */
const STATUS: Readonly<Record<string, string>> = {
  labelled: 'one vote, not reviewed',
  reviewed: 'reviewed: a second reader agreed',
  disputed: 'votes differ, not settled',
  adjudicated: 'votes differed and were settled',
};

export function sayStatus(status: string): string {
  return STATUS[status] ?? words(status);
}

/** The status of a claim whose verdict is that of its source. */
export const IMPORTED = 'imported';

/** What stands beside a verdict that nobody here gave. */
export const OF_SOURCE = ' (imported verdict)';

/** Why a claim has no verdict. */
export const OPEN_VOTES = 'The votes differ, and nobody has settled it yet.';

/** How far votes agree: `none`, `one`, `agree`, or the verdicts voted for, joined by `|`. */
export function sayAgreement(value: string, label: (verdict: string) => string): string {
  if (value === 'none') return 'No vote here';
  if (value === 'one') return 'One vote only';
  return value === 'agree' ? 'All agree' : `Differed: ${value.split('|').map(label).join(' / ')}`;
}

/** A publisher's name, or that it is not known. */
export function sayPublisher(name: string): string {
  return name === 'unknown' ? 'publisher not known' : name;
}

/** Who speaks: an article whose publisher is not known is still the one that does. */
export function sayVoice(name: string, kind: string): string {
  return kind === 'article' && name === 'unknown' ? 'the article' : name;
}

/** The blocks of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * What keeps a number after a text in its place: a left-to-right mark after one that is written from right to left,
 * which would draw the 2 of `2 May` to its other side, else nothing.
 */
export function endRightToLeft(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? '\u200E' : '';
}

/** Whether a text runs from right to left: whether its first letter does. */
export function startsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

/** Whether a quotation holds marks of its own, so that none go around it. */
export function isQuoted(text: string): boolean {
  return /["“”„«»‹›「『]/u.test(text);
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  be: 'Belarusian',
  bg: 'Bulgarian',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek',
  en: 'English',
  es: 'Spanish',
  et: 'Estonian',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  hu: 'Hungarian',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ka: 'Georgian',
  ko: 'Korean',
  lt: 'Lithuanian',
  lv: 'Latvian',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  sl: 'Slovenian',
  sq: 'Albanian',
  sr: 'Serbian',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

/** A language in English, or its tag; written down here since what `Intl` says differs between machines. */
export function sayLanguage(tag: string): string {
  return LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''] ?? tag;
}

/** Bytes as kB or MB, decimal. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
