// What somebody says of a dataset to be → answers that a project can be written from, or what is wrong with them.
import { isLanguageTag, spellLanguageTag } from '../values/languageTag.ts';

/** The verdict scales that there are, by their names, with what they are. */
export const SCALES = {
  veritable: 'six classes: supported, refuted, misleading, conflicting, not enough evidence, not checkable',
  averitec: "AVeriTeC's four classes",
  politifact: "PolitiFact's six classes",
  own: 'three classes to begin with, to be changed',
} as const;

export type Scale = keyof typeof SCALES;

/** The licences whose text comes with the program; any other SPDX id may be named too. */
export const LICENCES = ['CC-BY-4.0', 'CC0-1.0'] as const;

/** An author as CITATION.cff has it. */
export type CitedAuthor = { name: string } | { 'family-names': string; 'given-names': string };

export interface Answers {
  title: string;
  authors: CitedAuthor[];
  /** SPDX id. */
  licence: string;
  /** BCP 47 tag of the language that claims and justifications are written in. */
  language: string;
  scale: Scale;
}

/** Reads one answer: its value, or a sentence that says what is wrong. */
type Reader<T> = (text: string) => { value: T } | { problem: string };

export const READERS: { [K in keyof Answers]: Reader<Answers[K]> } = {
  title: (text) => {
    const title = text.trim();
    if (title === '' || hasControl(title)) return { problem: 'The title is one line of text.' };
    return { value: title };
  },
  authors: (text) => {
    const names = text.split(';').map((name) => name.trim());
    if (hasControl(text) || names.includes(''))
      return { problem: 'Authors are set apart by semicolons; a person is written “Family, Given”.' };
    return { value: names.map(readAuthor) };
  },
  licence: (text) =>
    /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(text)
      ? { value: text }
      : { problem: `\`${text}\` is no SPDX id of a licence; ${LICENCES.join(' and ')} are two.` },
  language: (text) => {
    if (isLanguageTag(text)) return { value: text };
    const meant = spellLanguageTag(text);
    return {
      problem: `\`${text}\` is no language tag such as en, uk or zh-Hant.${meant === null ? '' : ` Did you mean ${meant}?`}`,
    };
  },
  scale: (text) =>
    Object.hasOwn(SCALES, text)
      ? { value: text as Scale }
      : { problem: `\`${text}\` is no scale; there are ${Object.keys(SCALES).join(', ')}.` },
};

/** “Family, Given” is a person; anything else is a group, a newsroom or a person with one name. */
function readAuthor(text: string): CitedAuthor {
  const [family = '', given = '', ...more] = text.split(',').map((part) => part.trim());
  return family !== '' && given !== '' && more.length === 0
    ? { 'family-names': family, 'given-names': given }
    : { name: text };
}

/** The author's name as it is read. */
export function nameAuthor(author: CitedAuthor): string {
  return 'name' in author ? author.name : `${author['given-names']} ${author['family-names']}`;
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}
