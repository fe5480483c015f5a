// The heap of this process → the same heap, kept closer to what it holds.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ResourceLimits, resourceLimits } from 'node:worker_threads';

/**
 * Has what is no longer needed cleared away once the heap has grown by a fifth since the last time. By itself the
 * engine waits the longer the faster a program allocates, up to four times of what is held. Costs 4 % of the time of
 * an export of 10,000 articles, and takes a third off its peak. To be called before there is much.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=20');
  keepYoungSmall();
}

/** In megabytes: what is new is in one half of the room for it, and what is left of it is copied to the other. */
const HALF = 4;
/** The version of V8 of which the options below were tried: Node 20. */
const TRIED = '11.3';

let isHeld = false;

/**
 * Leaves what is new 8 MB of room in this thread; by itself the engine takes 32 in the first and 16 in each other. How
 * much it may be can only be said to a process that starts, but room that does not grow any more stays as it is: it is
 * made to grow so far. The engine forgets to hold it where a thread starts, which does this too, and so holds all.
 */
function keepYoungSmall(): void {
  if (process.versions.v8.split('.', 2).join('.') !== TRIED) return;
  isHeld = true;
  const collect = createSweeper();
  const room = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;
  setFlagsFromString('--semi-space-growth-factor=2');
  for (let i = 0; i < 20 && room() < 2 * HALF * 1024 * 1024; i++) {
    // It grows where more is left than there is room for.
    const left = Array.from({ length: 50_000 }, (_, at) => ({ at }));
    collect();
    left.length = 0;
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** The limits of another thread, which has no more room than this one. */
export function limitYoung(limits: ResourceLimits): ResourceLimits {
  return isHeld ? { ...limits, maxYoungGenerationSizeMb: 3 * HALF } : limits;
}

/**
 * Makes a function that clears away what was needed only just now. By itself the engine lets 32 MB of typed arrays
 * gather in each thread, which is most of what a packer of a few megabytes at a time would hold; looking for them
 * costs less than a millisecond.
 */
export function createSweeper(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: { type: 'minor' }) => void;
  return () => collect({ type: 'minor' });
}

/** To be called first in another thread: its room is that of {@link limitYoung}. */
export function startYoungSmall(): void {
  if (resourceLimits.maxYoungGenerationSizeMb === 3 * HALF) keepYoungSmall();
}
