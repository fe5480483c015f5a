// Work that is asked for again and again → one round after the other, whatever becomes of any of them.

/** Runs rounds in the order in which they are asked for; `end` waits for the last. */
export interface Turns {
  run(round: () => Promise<void>): void;
  end(): Promise<void>;
}

/** @param onError is told why a round failed; the next one runs all the same */
export function takeTurns(onError: (message: string) => void): Turns {
  let last = Promise.resolve();
  return {
    run: (round) => {
      last = last
        .then(round)
        .catch((error: unknown) => onError(error instanceof Error ? error.message : String(error)));
    },
    end: () => last,
  };
}
