// Text of a file → where a merge left both sides.

/** The first mark that git writes around a conflict; `=======` alone also underlines headings. */
const MARK = /^(?:<{7}|>{7}|\|{7})(?= |\r?$)/m;

/** Offsets (UTF-16) of the line with the first mark, or null. */
export function findConflict(text: string): [number, number] | null {
  const match =
    text.includes('<<<<<<<') || text.includes('>>>>>>>') || text.includes('|||||||') ? MARK.exec(text) : null;
  if (!match) return null;
  const end = text.indexOf('\n', match.index);
  return [match.index, end < 0 ? text.length : end];
}
