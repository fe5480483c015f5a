// The text of a datasheet or a licence → whether it is finished, and which dataset it speaks of.

/** The lines, from 1, with a `todo`: one that stands alone or marks a line, or TODO anywhere. */
export function findTodos(text: string): number[] {
  // `Todo` begins sentences in Spanish and Portuguese.
  const marked = /\bTODO\b|(?:^|[>:`*_(-]\s*)todo(?:\s*:|[\s`*_).…]*$)/;
  return text.split('\n').flatMap((line, i) => (marked.test(line.trim()) ? [i + 1] : []));
}

/** How far a licence is looked at: what follows is the licence's own text, which speaks of no dataset. */
const HEAD = 1000;

/**
 * The title of the dataset that a text speaks of where it is another than `title`: what stands in a heading
 * `# Datasheet: …`, or in the first sentences behind "the dataset". Null where it names this one or none.
 */
export function namesAnother(text: string, title: string): string | null {
  const head = fold(text.slice(0, HEAD).split(/^[=-]{10,}$/m)[0] ?? '');
  if (head.includes(fold(title))) return null;
  const heading = /^# +Datasheet(?: *[:–—-]| +(?:of|for)) *(\S.*)$/imu.exec(text.slice(0, HEAD))?.[1];
  const named = heading ?? /\bthe dataset ["“«]?(\p{Lu}[^,.;:”»"]*)/u.exec(head)?.[1];
  return named === undefined ? null : named.trim();
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}
