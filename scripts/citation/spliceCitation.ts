// CITATION.cff and a release → the same file with the release's version and date.

/** Sets `version` and `date-released`; every other byte stays. A key that is not there yet comes last. */
export function spliceCitation(text: string, version: string, date: string): string {
  return setKey(setKey(text, 'version', version), 'date-released', date);
}

/** Only a key at the beginning of a line is the file's own: what belongs to another key is indented. */
function setKey(text: string, key: string, value: string): string {
  const line = new RegExp(`^(${key}:[ \\t]*)(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s#][^\\s]*)?`, 'm');
  if (line.test(text)) return text.replace(line, (_, start: string) => `${start.trimEnd()} ${value}`);
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${key}: ${value}\n`;
}
