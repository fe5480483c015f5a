// A folder that an editor has open, and what changes in it → rounds of judging, and what is said after each.
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProjectOptions } from '../project/openProject.ts';
import { type Showing, toDiagnostic } from './diagnostics.ts';
import { Judgement } from './judgement.ts';
import { readOpen } from './openTexts.ts';
import type { Paths } from './paths.ts';
import { Source } from './source.ts';
import type { View } from './view.ts';

/** What a session is given of the outside. */
export interface Desk {
  /** The folder of raw data, relative to the folder that the editor opens. */
  raw: string;
  /** The address of the page of all rules. */
  rules: string;
  /** Reads a file from the disk. */
  disk: NonNullable<ProjectOptions['read']>;
  /** Makes a folder the one that paths are relative to, or, for null, stays; gives that folder. */
  enter(folder: string | null): string;
  /** @throws an error that says why the folder cannot be judged */
  require(raw: string): void;
  /** Calls with the paths that have changed on the disk, until the function that it gives is called. */
  watch(raw: string, onChange: (paths: ReadonlySet<string>) => void): () => void;
  /** Milliseconds since some moment. */
  clock(): number;
}

/** Takes what is said to the editor. */
export interface Listener {
  show(diagnostics: PublishDiagnosticsParams): void;
  complain(message: string): void;
}

/** Milliseconds of rest after a keystroke before everything is judged: at least, and at most where judging is slow. */
const [LEAST_PAUSE, MOST_PAUSE] = [25, 500];

/** One opened folder. Documents outside it are nothing to it. */
export class Session {
  readonly paths: Paths;
  readonly #desk: Desk;
  readonly #raw: string;
  readonly #listener: Listener;
  readonly #open = new Map<string, TextDocument>();
  readonly #judgement: Judgement;
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #pause = LEAST_PAUSE;
  #told = '';
  #close = () => {};

  /** @param raw the folder of raw data, below the one that paths are relative to */
  constructor(desk: Desk, paths: Paths, raw: string, listener: Listener) {
    this.#desk = desk;
    this.paths = paths;
    this.#raw = raw;
    this.#listener = listener;
    this.#judgement = new Judgement(raw, readOpen(this.#open, desk.disk));
  }

  /** Judges for the first time, and from then on after every change. */
  begin(): void {
    this.#close = this.#desk.watch(this.#raw, (changed) => {
      for (const path of changed) this.#touched.add(path);
      this.#schedule();
    });
    this.#judge();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#close();
  }

  /** Takes note that a document has been opened, changed or saved. */
  hold(document: TextDocument): void {
    this.#touch(document.uri, (file) => this.#open.set(file, document));
  }

  /** Takes note that a document has been closed: the disk says what its file holds. */
  release({ uri }: TextDocument): void {
    this.#touch(uri, (file) => this.#open.delete(file));
  }

  /** What is asked of a document in the project, once that has been judged; `none` for any other. */
  answer<T>(uri: string, none: T, give: (view: View, file: string, judgement: Judgement) => T): T {
    const file = this.paths.fileOf(uri);
    const held = this.#judgement;
    const { project } = held;
    if (file === null || project === null) return none;
    const view: View = {
      paths: this.paths,
      project,
      get facts() {
        return held.facts;
      },
      usersOf: (name, id) => held.usersOf(name, id),
      textOf: (path) => held.textOf(path),
      sourceOf: (path) => this.#sourceOf(path),
    };
    return give(view, file, held);
  }

  /** The same of what the editor shows now, also where its last change has not been judged yet. */
  answerNow<T>(uri: string, none: T, give: (view: View, file: string, judgement: Judgement) => T): T {
    if (this.#timer !== undefined) this.#judge();
    return this.answer(uri, none, give);
  }

  /** What findings are shown with; texts are cut into lines once for all that is shown together. */
  showing(): Showing {
    const sources = new Map<string, Source | null>();
    const sourceOf = (file: string): Source | null => {
      let source = sources.get(file);
      if (source === undefined) {
        source = this.#sourceOf(file);
        sources.set(file, source);
      }
      return source;
    };
    return { paths: this.paths, sourceOf, rules: this.#desk.rules };
  }

  #sourceOf(file: string): Source | null {
    const text = this.#judgement.textOf(file);
    return text === null ? null : new Source(text, this.#open.get(file)?.getText());
  }

  #touch(uri: string, note: (file: string) => void): void {
    const file = this.paths.fileOf(uri);
    if (file === null) return;
    note(file);
    this.#touched.add(file);
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(), this.#pause);
  }

  #judge(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const began = this.#desk.clock();
    const changed = new Set(this.#touched);
    this.#touched.clear();
    try {
      this.#desk.require(this.#raw);
      const shown = [...changed].filter((file) => this.#open.has(file));
      this.#publish(new Set([...this.#judgement.judge(changed), ...shown]));
      this.#told = '';
    } catch (error) {
      // What could not be looked at now is looked at in the next round.
      for (const file of changed) this.#touched.add(file);
      const message = error instanceof Error ? error.message : String(error);
      if (message !== this.#told) this.#listener.complain(message);
      this.#told = message;
    }
    this.#pause = Math.min(MOST_PAUSE, Math.max(LEAST_PAUSE, (this.#desk.clock() - began) / 2));
  }

  #publish(files: ReadonlySet<string>): void {
    const showing = this.showing();
    for (const file of files) {
      const diagnostics = this.#judgement.findingsOf(file).map((finding) => toDiagnostic(finding, showing));
      const document = this.#open.get(file);
      const uri = document?.uri ?? this.paths.uriOf(file);
      this.#listener.show({ uri, diagnostics, ...(document ? { version: document.version } : {}) });
    }
  }
}
