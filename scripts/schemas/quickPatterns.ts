// Patterns that most texts of a label are tested against → functions that do it quicker.

const SLOW_LINE = /^\S(?:.*\S)?$/u;
const isVisible = (code: number) => code > 0x20 && code < 0x7f;

/** By the source of the pattern, which takes the flag `u`. */
export const quickPatterns: Record<string, (text: string) => boolean> = {
  [SLOW_LINE.source]: (text) => {
    if (!isVisible(text.charCodeAt(0)) || !isVisible(text.charCodeAt(text.length - 1))) return SLOW_LINE.test(text);
    return !(text.includes('\n') || text.includes('\r') || text.includes('\u2028') || text.includes('\u2029'));
  },
};
