// Front matter → the same without what no link is made of, which is nearly all of it.

/** What tells of a claim which others it names, and whether it is published. */
const IS_WANTED = /^ *(?:id|status|same_as):/;

/**
 * What is left is a guess, as far as the text is not that of the usual writers. Where the claims are not written key by
 * key in lines of their own, each beginning with its id, everything is left.
 */
export function clipClaims(yaml: string): string {
  const opening = /^claims:\n( *)- /m.exec(yaml);
  if (!opening) return yaml;
  const item = `${opening[1]}- `;
  const isKey = new RegExp(`^${' '.repeat(item.length)}[a-z_]+:`);
  const kept = ['claims:'];
  let isKept = false;
  for (const line of yaml.slice(opening.index + 'claims:\n'.length).split('\n')) {
    if (line.startsWith(item)) {
      if (!line.startsWith('id:', item.length)) return yaml;
      isKept = true;
    } else if (isKey.test(line)) isKept = IS_WANTED.test(line);
    else if (/^[^ #-]/.test(line)) break;
    // Any other line belongs to the key above it.
    if (isKept) kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}
