// A document that a language server looks at → somebody who writes in it: completions, places to be filled in, keys.
import type { CompletionItem } from 'vscode-languageserver';
import type { Editor } from '../tests/lsp/editor.ts';
import { addUp, decide, type Effort, NOTHING, press, take } from './keyModel.ts';

/** A place of a snippet that is still to be filled in, by offsets of the text; its choices where there are some. */
interface Stop {
  start: number;
  end: number;
  choices: readonly string[];
  /** The end of a snippet, at which nothing is to be filled in. */
  isEnd?: boolean;
}

/**
 * Keys are those of Visual Studio Code: Ctrl+Space asks, letters narrow the list, Enter takes its first entry; Tab goes
 * to the next place of a snippet, whose text is replaced by what is typed.
 */
export class Typist {
  effort: Effort = NOTHING;
  readonly #editor: Editor;
  readonly #file: string;
  #caret: number;
  /** Places of snippets, those of the innermost first. */
  #stops: Stop[] = [];
  #at: Stop | null = null;

  constructor(editor: Editor, file: string, caret = 0) {
    this.#editor = editor;
    this.#file = file;
    this.#caret = caret;
  }

  get text(): string {
    return this.#editor.text(this.#file);
  }

  /** The key of the line that the caret stands in; '' behind the labels. */
  get key(): string {
    const line = this.text.slice(0, this.#caret).split('\n').at(-1) ?? '';
    return /^ *(?:- )?(\w+):/.exec(line)?.[1] ?? (/^ *- $/.test(line) ? '-' : '');
  }

  get isFilling(): boolean {
    return this.#at !== null;
  }

  /** Notes what is pressed for something else than the text. */
  note(effort: Effort): void {
    this.effort = addUp(this.effort, effort);
  }

  /** Words of one's own, up to the key that leaves them. */
  async own(words: string): Promise<void> {
    await this.#put(quoteIfNeeded(words));
    this.note(press(quoteIfNeeded(words)));
  }

  /** Words of a page. */
  async page(words: string): Promise<void> {
    await this.#put(words);
    this.note(take(words));
  }

  /** A choice of the place itself. */
  async choose(letters: string): Promise<void> {
    const found = this.#at?.choices.filter((choice) => choice.startsWith(letters)) ?? [];
    if (found[0] === undefined) throw new Error(`No choice begins with ${letters}: ${this.key}`);
    // The first of all is there already.
    this.note(this.#at?.choices[0] === found[0] ? NOTHING : decide(`${letters}\n`));
    await this.#put(found[0]);
  }

  /** Asks what may stand here, and takes the first whose name begins so. */
  async complete(letters: string): Promise<void> {
    if (this.#at) await this.#put('');
    this.note(decide(`^ ${letters}\n`));
    const at = this.#editor.place(this.#file, '', this.#caret);
    const items = await this.#editor.completions(this.#file, at);
    const item = items
      .filter(({ filterText, label }) => (filterText ?? label).toLowerCase().startsWith(letters.toLowerCase()))
      .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))[0];
    if (item === undefined) throw new Error(`Nothing begins with ${letters}: ${items.map(({ label }) => label)}`);
    await this.#take(item);
  }

  /** Tab: the next place to be filled in. */
  next(key: Effort): void {
    this.note(key);
    const stop = this.#stops.shift();
    if (stop) this.#caret = stop.end;
    this.#at = stop && !stop.isEnd ? stop : null;
  }

  /** A new line as far in as the one before, with some of that taken back, and how it begins. */
  async newLine(back: number, begin: string): Promise<void> {
    const line = this.text.slice(0, this.#caret).split('\n').at(-1) ?? '';
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    this.#at = null;
    await this.#put(`\n${' '.repeat(indent - 2 * back)}${begin}`);
    this.note(addUp(press(1 + back), press(begin)));
  }

  async #take({ textEdit, insertTextFormat }: CompletionItem): Promise<void> {
    if (!textEdit || !('range' in textEdit)) throw new Error('A completion without a place.');
    const start = this.#offsetOf(textEdit.range.start);
    const end = this.#offsetOf(textEdit.range.end);
    const { text, stops } =
      insertTextFormat === 2 ? readSnippet(textEdit.newText) : { text: textEdit.newText, stops: [] };
    await this.#replace(start, end, text);
    this.#at = null;
    const placed = stops.map((stop) => ({ ...stop, start: stop.start + start, end: stop.end + start }));
    if (placed.length === 0) return;
    const last = start + text.length;
    this.#stops = [...placed, { start: last, end: last, choices: [], isEnd: true }, ...this.#stops];
    this.next(NOTHING);
  }

  /** Puts a text in the place of the one that is to be filled in, or else where the caret stands. */
  async #put(text: string): Promise<void> {
    const { start, end } = this.#at ?? { start: this.#caret, end: this.#caret };
    await this.#replace(start, end, text);
    if (this.#at) this.#at = { ...this.#at, start, end: start + text.length };
  }

  async #replace(start: number, end: number, text: string): Promise<void> {
    await this.#editor.change(this.#file, this.text.slice(0, start) + text + this.text.slice(end));
    const by = text.length - (end - start);
    this.#stops = this.#stops.map((stop) =>
      stop.start >= end ? { ...stop, start: stop.start + by, end: stop.end + by } : stop,
    );
    this.#caret = start + text.length;
  }

  #offsetOf({ line, character }: { line: number; character: number }): number {
    const lines = this.text.split('\n').slice(0, line);
    return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
  }
}

/** Places in the order of their numbers. */
function readSnippet(snippet: string): { text: string; stops: Stop[] } {
  const stops: (Stop & { number: number })[] = [];
  let text = '';
  let read = 0;
  for (const match of snippet.matchAll(/\\([$}\\])|\$\{(\d+)(?::((?:[^}\\]|\\.)*)|\|([^|]*)\|)?\}/g)) {
    text += snippet.slice(read, match.index);
    read = match.index + match[0].length;
    const [, escaped, number, given = '', list] = match;
    if (escaped !== undefined) {
      text += escaped;
      continue;
    }
    const choices = list?.split(',') ?? [];
    const shown = choices[0] ?? given.replace(/\\(.)/g, '$1');
    stops.push({ number: Number(number), start: text.length, end: text.length + shown.length, choices });
    text += shown;
  }
  return { text: text + snippet.slice(read), stops: stops.sort((a, b) => a.number - b.number) };
}

/** Plain where YAML reads it so. */
function quoteIfNeeded(words: string): string {
  return /^\p{L}[^#:]*$|^\d{4}-\d\d-\d\d$/u.test(words) ? words : JSON.stringify(words);
}
