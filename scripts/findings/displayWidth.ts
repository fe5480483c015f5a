// Text → how many columns of a terminal it takes.
import { eastAsianWidth } from 'get-east-asian-width';

// Marks that sit on the letter before them, and characters that only steer others.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * Columns of a text without control characters. What the character alone does not decide (emoji joined to one) is
 * counted part by part.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x300) width++;
    else if (!NO_WIDTH.test(char)) width += eastAsianWidth(point);
  }
  return width;
}
