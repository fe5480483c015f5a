// A terminal → what long work calls while it goes on.
import type { Terminal } from '../platform/terminal.ts';

/** Less is done before anybody could read a line about it. */
const WORTH_SHOWING = 500;

/**
 * Shows on stderr how many of the articles have been read, on one line that goes away at the end; undefined where no
 * person watches. Called with what is done and what there is in all.
 */
export function showProgress(terminal: Terminal): ((done: number, all: number) => void) | undefined {
  if (!terminal.interactive) return undefined;
  return (done, all) => {
    if (all < WORTH_SHOWING) return;
    terminal.err(done < all ? `\r${done} of ${all} articles` : '\r\u001b[K');
  };
}
