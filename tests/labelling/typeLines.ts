// Lines → somebody at a terminal who types each of them when it is asked for.
import { PassThrough, Writable } from 'node:stream';
import type { Somebody } from '../../scripts/platform/ask.ts';

/** Whoever asks for more than the lines that there are meets the end of the input. */
export function typeLines(lines: readonly string[]): Somebody {
  const input = new PassThrough();
  let next = 0;
  const output = new Writable({
    write(chunk, _, done) {
      done();
      if (!String(chunk).endsWith(': ')) return;
      if (next < lines.length) input.write(`${lines[next++]}\n`);
      else input.end();
    },
  });
  return { input, output };
}
