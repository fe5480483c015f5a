// Entries piece by piece → a ZIP file.
import { Zip, ZipDeflate } from 'fflate';
import { type Measure, MeasuredFile } from './measuredFile.ts';

/** So many characters are compressed together. */
const PIECE = 64 * 1024;

/** A ZIP file that is written entry by entry; its bytes depend on the entries alone. */
export class ZipFile {
  private readonly file: MeasuredFile;
  private readonly zip: Zip;

  constructor(path: string) {
    this.file = new MeasuredFile(path);
    this.zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.file.write(bytes);
    });
  }

  /** Adds a file. The texts are its content, in order; some 64 kB of them are in memory. */
  add(path: string, texts: Iterable<string>): void {
    const entry = new ZipDeflate(path, { level: 6 });
    // Local time, which is what a ZIP file has: the same in every zone.
    entry.mtime = '1980-01-01T00:00:00';
    this.zip.add(entry);
    let waiting = '';
    for (const text of texts) {
      waiting += text;
      if (waiting.length < PIECE) continue;
      entry.push(Buffer.from(waiting));
      waiting = '';
    }
    entry.push(Buffer.from(waiting), true);
  }

  finish(): void {
    this.zip.end();
  }

  /** To be called once, also where the writing is given up. */
  close(): Promise<Measure> {
    return this.file.close();
  }
}
