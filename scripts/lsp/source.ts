// The text of a file → places in it as an editor counts them, in lines and UTF-16 units.
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range as PointRange } from '../findings/finding.ts';
import type { LocatedEdit } from '../findings/locate.ts';
import { Lines } from '../findings/positions.ts';

const MARK = '\uFEFF';
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A text as the project reads it, and as the editor shows it, which mostly hides a byte order mark. */
export class Source {
  readonly text: string;
  readonly #hidden: number;
  readonly #shown: TextDocument;
  #lines: Lines | undefined;

  /** @param held what the editor holds, where it has opened the file */
  constructor(text: string, held?: string) {
    this.text = text;
    this.#hidden = text.startsWith(MARK) && held?.startsWith(MARK) !== true ? 1 : 0;
    this.#shown = TextDocument.create('', '', 0, text.slice(this.#hidden));
  }

  /** UTF-16 offset in the text → place. */
  position(offset: number): Position {
    return this.#shown.positionAt(Math.max(0, offset - this.#hidden));
  }

  /** Place → UTF-16 offset in the text. */
  offset(position: Position): number {
    return this.#shown.offsetAt(position) + this.#hidden;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Lines and columns of a finding, in code points → the same for an editor; the beginning where there are none. */
  rangeOf(range: PointRange | null): Range {
    if (range === null) return START;
    this.#lines ??= new Lines(this.text);
    return this.range(this.#lines.offset(range.start), this.#lines.offset(range.end));
  }

  /** The edit for an editor; null where it is one of a sign that the editor hides. */
  edit({ offsets: [start, end], text }: Pick<LocatedEdit, 'offsets' | 'text'>): TextEdit | null {
    return start < this.#hidden ? null : { range: this.range(start, end), newText: text };
  }

  /** The one edit that makes another text of what the editor shows: from the first sign that differs to the last. */
  editTo(text: string): TextEdit {
    const old = this.#shown.getText();
    const wanted = this.#hidden > 0 && text.startsWith(MARK) ? text.slice(1) : text;
    const most = Math.min(old.length, wanted.length);
    let start = 0;
    while (start < most && old[start] === wanted[start]) start++;
    let left = 0;
    while (left < most - start && old.at(-1 - left) === wanted.at(-1 - left)) left++;
    // Never between the two units of one sign.
    if (isSecond(old, start) || isSecond(wanted, start)) start--;
    if (isSecond(old, old.length - left) || isSecond(wanted, wanted.length - left)) left--;
    const end = old.length - left;
    const range = { start: this.#shown.positionAt(start), end: this.#shown.positionAt(end) };
    return { range, newText: wanted.slice(start, wanted.length - left) };
  }
}

function isSecond(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
}
