// A folder that an editor has open, and what changes in it → rounds of judging, and what is said after each.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk, Listener } from './desk.ts';
import { type Showing, toDiagnostic } from './diagnostics.ts';
import { Judgement } from './judgement.ts';
import { readOpen } from './openTexts.ts';
import type { Paths } from './paths.ts';
import { Source } from './source.ts';
import type { View } from './view.ts';

/** Milliseconds of rest after a keystroke before everything is judged: at least, and at most where judging is slow. */
const [LEAST_PAUSE, MOST_PAUSE] = [25, 500];

/** So many articles are examined before anything is told; where there are more, open files come first. */
const FEW = 32;
/** Where there are more articles than this, judging all of them takes longer than somebody waits at a keystroke. */
const MANY = 2000;
/** Milliseconds of work after which it is seen whether the editor has said something. */
const SLICE = 40;

/** One opened folder. Documents outside it are nothing to it. */
export class Session {
  readonly paths: Paths;
  readonly #desk: Desk;
  readonly raw: string;
  readonly #listener: Listener;
  readonly #open = new Map<string, TextDocument>();
  readonly #judgement: Judgement;
  readonly #touched = new Set<string>();
  /** Open files of whose change not everything has been said yet. */
  readonly #unsaid = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** What of a round is still to be done. */
  #rest: NodeJS.Timeout | undefined;
  #waiting: (() => void)[] = [];
  #pause = LEAST_PAUSE;
  #isMany = false;
  #told = '';
  #close = () => {};

  /** @param raw the folder of raw data, below the one that paths are relative to */
  constructor(desk: Desk, paths: Paths, raw: string, listener: Listener) {
    this.#desk = desk;
    this.paths = paths;
    this.raw = raw;
    this.#listener = listener;
    this.#judgement = new Judgement(raw, readOpen(this.#open, desk.disk), desk.cacheOf(raw));
  }

  /** Judges for the first time, and from then on after every change. */
  begin(): void {
    this.#close = this.#desk.watch(this.raw, (changed) => {
      for (const path of changed) this.#touched.add(path);
      this.#schedule();
    });
    this.#judge();
  }

  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
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
      today: this.#desk.today(),
      get facts() {
        return held.facts;
      },
      usersOf: (name, id) => held.facts.listUsers(name, id),
      textOf: (path) => held.textOf(path),
      sourceOf: (path) => this.#sourceOf(path),
    };
    return give(view, file, held);
  }

  /** The same of what the editor shows now: its last change has been judged, though perhaps not all that follows. */
  answerNow<T>(uri: string, none: T, give: (view: View, file: string, judgement: Judgement) => T): T {
    if (this.#timer !== undefined) this.#judge();
    return this.answer(uri, none, give);
  }

  /** The same once everything has been judged. */
  async answerWhole<T>(uri: string, none: T, give: (view: View, file: string, judgement: Judgement) => T): Promise<T> {
    if (this.#timer !== undefined) this.#judge();
    if (this.#rest !== undefined) await new Promise<void>((done) => this.#waiting.push(done));
    return this.#timer === undefined ? this.answer(uri, none, give) : this.answerWhole(uri, none, give);
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
    const pause = this.#isMany ? LEAST_PAUSE : this.#pause;
    this.#timer = setTimeout(() => this.#judge(), pause);
  }

  #judge(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#timer = undefined;
    this.#rest = undefined;
    const changed = new Set(this.#touched);
    this.#touched.clear();
    this.#attempt(changed, () => {
      this.#desk.require(this.raw);
      const { missing, articles } = this.#judgement.begin(changed);
      for (const file of changed) if (this.#open.has(file)) this.#unsaid.add(file);
      this.#isMany = articles > MANY;
      if (missing <= FEW && !this.#isMany) return this.#finish();
      const shown = [...this.#unsaid];
      for (const file of shown) this.#judgement.judgeAlone(file);
      this.#publish(new Set(shown.filter((file) => file.endsWith('.md'))));
      this.#later(changed, missing <= FEW ? this.#pause : 0);
    });
  }

  /** Goes on with a round when the editor has nothing to say. */
  #later(changed: ReadonlySet<string>, pause: number): void {
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#attempt(changed, () => {
        const began = this.#desk.clock();
        const isTime = () => this.#desk.clock() - began > SLICE;
        if (this.#judgement.advance(isTime)) this.#finish();
        else this.#later(changed, 0);
      });
    }, pause);
  }

  #finish(): void {
    const began = this.#desk.clock();
    this.#publish(new Set([...this.#judgement.finish(), ...this.#unsaid]));
    this.#unsaid.clear();
    this.#pause = Math.min(MOST_PAUSE, Math.max(LEAST_PAUSE, (this.#desk.clock() - began) / 2));
  }

  /** Does a piece of a round; whoever waits for its end is told when there is nothing left of it. */
  #attempt(changed: ReadonlySet<string>, work: () => void): void {
    try {
      work();
      this.#told = '';
    } catch (error) {
      // What could not be looked at now is looked at in the next round.
      for (const file of changed) this.#touched.add(file);
      const message = error instanceof Error ? error.message : String(error);
      if (message !== this.#told) this.#listener.complain(message);
      this.#told = message;
    }
    if (this.#rest !== undefined) return;
    for (const done of this.#waiting.splice(0)) done();
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
