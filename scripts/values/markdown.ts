// Text of the data → text that Markdown shows and does not read as markup.

/**
 * Escapes everything that Markdown or HTML would act on; line breaks become spaces. For running text and table cells.
 */
export function markdownCell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~&$]/g, (char) =>
      char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '&' ? '&amp;' : `\\${char}`,
    );
}

/** The same, but what stands between backticks stays code: descriptions of columns name values so. */
export function markdownCodeCell(text: string): string {
  return text
    .split(/(`[^`<&\\\s]+`)/)
    .map((part, at) => (at % 2 === 0 ? markdownCell(part) : part.replaceAll('|', '\\|')))
    .join('');
}
