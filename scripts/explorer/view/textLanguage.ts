// A text and the language of its article → the language to say that the text is in.

/**
 * The language of a text in the project's own words. It is the page's, unless the text is written mostly in another
 * script than Latin: then it can only be that of the article. Returns null for the page's own language.
 */
export function guessLanguage(text: string, articleLanguage: string): string | null {
  const letters = [...text.matchAll(/\p{L}/gu)].length;
  const latin = [...text.matchAll(/\p{Script=Latin}/gu)].length;
  return letters > 0 && latin * 2 < letters ? articleLanguage : null;
}
