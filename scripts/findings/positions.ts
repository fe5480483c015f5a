// Offsets in a text → lines and columns, and the lines themselves.
import { countCodePoints } from '../values/normalText.ts';
import type { Range } from './finding.ts';

/** Where the lines of a text begin. Built once for a file that has findings. */
export class Lines {
  readonly #starts: number[] = [0];

  readonly text: string;

  constructor(text: string) {
    this.text = text;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1);
  }

  /** Number of lines. */
  get count(): number {
    return this.#starts.length;
  }

  /** A line's text without its end; `line` from 1. */
  line(line: number): string {
    const start = this.#starts[line - 1] ?? this.text.length;
    const end = this.#starts[line] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, '');
  }

  /** UTF-16 offset → line and column in code points, both from 1. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: countCodePoints(this.text.slice(this.#starts[low], offset)) + 1 };
  }

  /** Line and column in code points, both from 1 → UTF-16 offset. */
  offset({ line, column }: { line: number; column: number }): number {
    const start = this.#starts[line - 1] ?? this.text.length;
    let at = start;
    for (let i = 1; i < column && at < this.text.length; i++) at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
  }

  /** Offsets → range, end exclusive. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
