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
