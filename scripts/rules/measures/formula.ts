// Text → whether a spreadsheet would run it.

/**
 * True for text that a spreadsheet takes for a formula when it opens a CSV file: it begins with `=`, `+`, `-` or `@`,
 * in full width too, or with a tab or CR.
 */
export function isFormula(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case 0x3d:
    case 0x2b:
    case 0x2d:
    case 0x40:
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
    case 0x09:
    case 0x0d:
      // A number with its sign is a number, not a program.
      return !/^[-+][\d.,]+%?$/.test(text);
    default:
      return false;
  }
}
