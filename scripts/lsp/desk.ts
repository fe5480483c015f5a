// What stands around a session: files, a clock, results of earlier runs, and the editor that is told.
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ReadPage } from '../article/readPage.ts';
import type { Cache } from '../examine/buildCache.ts';
import type { ProjectOptions } from '../project/openProject.ts';

/** What a session is given of the outside. */
export interface Desk {
  /** The folder of raw data, relative to the folder that the editor opens. */
  raw: string;
  /** The address of the page of all rules. */
  rules: string;
  /** Reads a file from the disk. */
  disk: NonNullable<ProjectOptions['read']>;
  /** Paths of the pages that somebody has saved for the project of a folder of raw data, sorted. */
  listPages(raw: string): string[];
  /** @throws an error that says why there is no page to be read */
  readPage(path: string): Promise<ReadPage>;
  /** Where results of earlier runs are kept; nothing is written there. */
  cacheOf(raw: string): Cache | undefined;
  /** Makes a folder the one that paths are relative to, or, for null, stays; gives that folder. */
  enter(folder: string | null): string;
  /** @throws an error that says why the folder cannot be judged */
  require(raw: string): void;
  /** Calls with the paths that have changed on the disk, until the function that it gives is called. */
  watch(raw: string, onChange: (paths: ReadonlySet<string>) => void): () => void;
  /** The day in UTC. */
  today(): string;
  /** Milliseconds since some moment. */
  clock(): number;
}

/** Takes what is said to the editor. */
export interface Listener {
  show(diagnostics: PublishDiagnosticsParams): void;
  complain(message: string): void;
}
