// Parts of rows, and pieces of the same file as it was before → one file of rows, written only where it is another.
import { join } from 'node:path';
import { linkFile } from '../platform/files.ts';
import type { GrowingFile, Measure } from '../platform/measuredFile.ts';
import { isPart } from '../platform/reading.ts';

/** How a file of rows is put together around its parts. */
export interface Layout {
  path: string;
  opening: string;
  separator: string;
  closing: string;
}

/** From one offset up to another. */
export type Range = readonly [from: number, to: number];

/** The file as an earlier build has left it. */
export interface Former extends Measure {
  /** The folder that it lies in. */
  folder: string;
}

/** A file of rows while it is written. Nothing is written before it is certain that it differs from the file before. */
export class TableFile {
  readonly layout: Layout;
  private readonly target: string | null;
  private readonly former: Former | null;
  private readonly open: () => GrowingFile;
  private file: GrowingFile | null = null;
  private begun = false;
  /** A piece of the former file that comes next. */
  private pending: Range | null = null;

  /** @param folder where the file is written to; null where it is only measured */
  constructor(layout: Layout, folder: string | null, former: Former | null, open: () => GrowingFile) {
    this.layout = layout;
    this.target = folder && join(folder, layout.path);
    this.former = former;
    this.open = open;
  }

  /** Adds rendered rows. */
  append(part: Uint8Array): void {
    if (part.length === 0) return;
    const file = this.begin();
    if (this.begun) file.write(this.layout.separator);
    file.write(part);
    this.begun = true;
  }

  /** Whether a part stands in a place of the former file. */
  holds(part: Uint8Array, [from, to]: Range): boolean {
    return this.former !== null && part.length === to - from && isPart(this.formerPath, from, part);
  }

  /** Adds a part of the former file. */
  keep([from, to]: Range): void {
    if (from === to) return;
    const { separator, opening } = this.layout;
    const isNext = this.pending && from === this.pending[1] + Buffer.byteLength(separator);
    if (this.pending && isNext) this.pending = [this.pending[0], to];
    else if (!this.begun && from === Buffer.byteLength(opening)) this.pending = [from, to];
    else {
      const file = this.begin();
      if (this.begun) file.write(separator);
      this.pending = [from, to];
    }
    this.begun = true;
  }

  /** Goes on writing where it is certain that the file differs from the former one. */
  flush(): void {
    if (this.file) this.begin();
  }

  /** Ends the file: it is the former one under another name, or written. */
  async finish(): Promise<Measure> {
    const { former, target, pending } = this;
    if (!this.file && former && pending && target && this.isWhole(former, pending)) {
      const { bytes, sha256 } = former;
      if (linkFile(this.formerPath, target)) return { bytes, sha256 };
    }
    const file = this.begin();
    this.file = null;
    file.write(this.layout.closing);
    return file.close();
  }

  /** Gives the file up. */
  async abandon(): Promise<void> {
    const { file } = this;
    this.file = null;
    this.pending = null;
    await file?.close();
  }

  /** The file, with all that is certain to be in it. */
  private begin(): GrowingFile {
    if (!this.file) {
      this.file = this.open();
      this.file.write(this.layout.opening);
    }
    if (this.pending) this.file.copy(this.formerPath, ...this.pending);
    this.pending = null;
    return this.file;
  }

  private isWhole({ bytes }: Former, [from, to]: Range): boolean {
    const { opening, closing } = this.layout;
    return from === Buffer.byteLength(opening) && to + Buffer.byteLength(closing) === bytes;
  }

  private get formerPath(): string {
    return join(this.former?.folder ?? '', this.layout.path);
  }
}
