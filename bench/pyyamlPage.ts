// Scalars and indicators → lines, with the column and the blanks that PyYAML's emitter goes by.
import { chooseStyle, escapeLetter } from './pyyamlStyle.ts';

/** After this column a line is broken where it can be. */
const WIDTH = 80;

/** A text as it grows. Columns count code points, as Python's do. */
export class Page {
  text = '';
  /** Whether nothing but blanks and dashes stands on the line so far. */
  startsLine = true;
  readonly #allowUnicode: boolean;
  #column = 0;
  #afterBlank = true;

  constructor(allowUnicode: boolean) {
    this.#allowUnicode = allowUnicode;
  }

  get isFull(): boolean {
    return this.#column > WIDTH;
  }

  indicator(sign: string, { space = false, opens = false, startsLine = false }): void {
    this.#add(space && !this.#afterBlank ? ` ${sign}` : sign);
    this.#afterBlank = opens;
    this.startsLine &&= startsLine;
  }

  /** Goes to a column of a new line, or of this one where only less stands on it. */
  indent(column: number): void {
    if (!this.startsLine || this.#column > column || (this.#column === column && !this.#afterBlank)) this.#break();
    if (this.#column < column) {
      this.#add(' '.repeat(column - this.#column));
      this.#afterBlank = true;
    }
  }

  key(key: string, inFlow: boolean): void {
    this.#write(key, 0, inFlow, false);
  }

  scalar(value: string | number | null, indent: number, inFlow: boolean): void {
    if (typeof value === 'string') this.#write(value, indent, inFlow, true);
    else this.#plain([...String(value)], indent, true);
  }

  #write(text: string, indent: number, inFlow: boolean, folds: boolean): void {
    const letters = [...text];
    const style = chooseStyle(letters, inFlow, this.#allowUnicode);
    if (style === 'plain') this.#plain(letters, indent, folds);
    else if (style === 'single') this.#single(letters, indent, folds);
    else this.#double(letters, indent, folds);
  }

  #add(text: string): void {
    this.text += text;
    this.#column += [...text].length;
  }

  #break(): void {
    this.text += '\n';
    this.#column = 0;
    this.#afterBlank = true;
    this.startsLine = true;
  }

  #plain(letters: readonly string[], indent: number, folds: boolean): void {
    if (!this.#afterBlank) this.#add(' ');
    this.#inside();
    this.#words(letters, () => {
      if (!folds || !this.isFull) return false;
      this.indent(indent);
      this.#inside();
      return true;
    });
  }

  #single(letters: readonly string[], indent: number, folds: boolean): void {
    this.indicator("'", { space: true });
    const doubled = letters.map((letter) => (letter === "'" ? "''" : letter));
    this.#words(doubled, (i) => {
      if (!folds || !this.isFull || i === 0 || i === letters.length - 1) return false;
      this.indent(indent);
      return true;
    });
    this.indicator("'", {});
  }

  /** Writes a text in which a blank that stands alone may be given up for the end of a line. */
  #words(letters: readonly string[], breakAt: (i: number) => boolean): void {
    for (const [i, letter] of letters.entries()) {
      const alone = letter === ' ' && letters[i - 1] !== ' ' && letters[i + 1] !== ' ';
      if (!(alone && breakAt(i))) this.#add(letter);
    }
  }

  /** A line may end at a blank, at an escape and after one; a blank that begins the next line is escaped. */
  #double(letters: readonly string[], indent: number, folds: boolean): void {
    this.indicator('"', { space: true });
    let afterEscape = false;
    for (const [i, letter] of letters.entries()) {
      const escaped = escapeLetter(letter, this.#allowUnicode);
      if (escaped !== null) this.#add(escaped);
      const mayBreak = folds && i > 0 && i < letters.length - 1 && (letter === ' ' || escaped !== null || afterEscape);
      // Behind an escape PyYAML counts a column less.
      if (mayBreak && this.#column - (escaped === null ? 0 : 1) > WIDTH) {
        this.#add('\\');
        this.indent(indent);
        this.#inside();
        if ((escaped === null ? letter : letters[i + 1]) === ' ') this.#add('\\');
      }
      if (escaped === null) this.#add(letter);
      afterEscape = escaped !== null;
    }
    this.indicator('"', {});
  }

  #inside(): void {
    this.#afterBlank = false;
    this.startsLine = false;
  }
}
