// Work in steps → the same work, done while the page has nothing else to do.

/** @param step does a few milliseconds of work, and says whether more is left. */
export function whenIdle(step: () => boolean): void {
  // Safari has no such callback; there a timer lets the page draw between two steps.
  const ask = 'requestIdleCallback' in globalThis ? (run: () => void) => requestIdleCallback(run) : setTimeout;
  const run = (): void => {
    if (step()) ask(run);
  };
  ask(run);
}
