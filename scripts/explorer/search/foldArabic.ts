// Words in Arabic letters and digits → the same, however they are spelled: what one writer marks another leaves out.

/**
 * Letters that stand for one another. Accents are set aside before, and with them the vowel marks and the hamza on its
 * carrier; the stretcher is a sign that nobody sees. What is left is what Lucene's `ArabicNormalizer` and
 * `PersianNormalizer` make equal, forms of yeh, kaf and heh, and the alefs of the Koran.
 */
const LETTERS: Readonly<Record<string, string>> = {
  '\u0671': '\u0627',
  '\u0672': '\u0627',
  '\u0673': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06d2': '\u064a',
  '\u06a9': '\u0643',
  '\u0629': '\u0647',
  '\u06c1': '\u0647',
  // What is left of the heh with a yeh above it.
  '\u06d5': '\u0647',
};
const SPELLED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
/** Arabic and Persian digits. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const ARABIC = /[\u0600-\u06ff]/u;

/**
 * The article "al-", also behind the particles that are written in one with it: and, so, by, like, to. These are the
 * prefixes of Lucene's `ArabicStemmer`, which are those of "Light Stemming for Arabic Information Retrieval" (Larkey,
 * Ballesteros, Connell, 2007), without the bare "and". Two letters of the word are left at least, behind a particle
 * three: "bi-l-jisr" (by the bridge) loses it, "baligh" (grown up) begins with the same letters and keeps them.
 */
const ARTICLE = /^(?:\u0627\u0644(?=\p{L}{2})|(?:[\u0648\u0641\u0628\u0643]\u0627\u0644|\u0644\u0644)(?=\p{L}{3}))/u;

/**
 * One form for all spellings of a word. A word may begin with the letters of the article and have the article before
 * them: both go, so that it is found with the article and without.
 * @param word without case and accents.
 */
export function foldArabic(word: string): string {
  if (!ARABIC.test(word)) return word;
  let folded = word
    .replace(SPELLED, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  for (let bare = folded.replace(ARTICLE, ''); bare !== folded; bare = folded.replace(ARTICLE, '')) folded = bare;
  return folded;
}

/** Whether a word is the article, or that with a letter: more of the word is still to come. */
export function isArticle(word: string): boolean {
  return /^\u0627\u0644\p{L}?$/u.test(word);
}
