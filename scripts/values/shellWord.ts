// A name → the word that a shell reads as that name.

/** The name as it is where a POSIX shell takes it so, else in single quotes. */
export function shellWord(name: string): string {
  return /^[\w./+-][\w./~+-]*$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
