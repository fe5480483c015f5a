// A text file → its lines, one after another, and the digest of all its bytes.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { explainFailure } from './userError.ts';

/**
 * Calls back for every line that ends in a line feed, and for what stands behind the last; gives the SHA-256 of the
 * file. Holds one block at a time.
 */
export async function forEachLine(path: string, visit: (line: string, number: number) => void): Promise<string> {
  const digest = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let number = 0;
  await explainFailure(`cannot read ${path}`, async () => {
    for await (const block of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
      digest.update(block);
      const lines = (rest + decoder.decode(block, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) visit(line, ++number);
    }
    rest += decoder.decode();
  });
  if (rest !== '') visit(rest, ++number);
  return digest.digest('hex');
}
