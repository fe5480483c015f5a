// What somebody does at a keyboard → keys, and seconds of an expert who makes no mistake, by the keystroke-level model.
//
// S. K. Card, T. P. Moran, A. Newell, The keystroke-level model for user performance time with interactive systems,
// Communications of the ACM 23(7), 1980, 396–410, https://doi.org/10.1145/358886.358895. Its times are of those who
// know what they are going to write: reading, looking for evidence and judging are not in it.

/** Seconds: a key of the average typist who is no secretary (40 words a minute), pointing, a hand to the mouse, a thought. */
export const SECONDS = { key: 0.28, point: 1.1, home: 0.4, mental: 1.35 } as const;

/** What was done: keys and buttons pressed, places pointed at, hands moved, and decisions what comes next. */
export interface Effort {
  keys: number;
  points: number;
  homes: number;
  mentals: number;
}

export const NOTHING: Effort = { keys: 0, points: 0, homes: 0, mentals: 0 };

export function addUp(...efforts: readonly Effort[]): Effort {
  return efforts.reduce(
    (sum, { keys, points, homes, mentals }) => ({
      keys: sum.keys + keys,
      points: sum.points + points,
      homes: sum.homes + homes,
      mentals: sum.mentals + mentals,
    }),
    NOTHING,
  );
}

export function secondsOf({ keys, points, homes, mentals }: Effort): number {
  return keys * SECONDS.key + points * SECONDS.point + homes * SECONDS.home + mentals * SECONDS.mental;
}

/** Keys alone: each sign is one, whatever the script. */
export const press = (text: string | number): Effort => ({
  ...NOTHING,
  keys: typeof text === 'number' ? text : [...text].length,
});

/** A decision, and keys that follow of it without another one: a command, an option, a key of a label, a choice. */
export const decide = (text: string | number): Effort => addUp({ ...NOTHING, mentals: 1 }, press(text));

/** Words of one's own, or an answer, and the key that ends them, which is decided on (rule 4 of the model). */
export const say = (text: string): Effort => addUp(press(text), decide(1));

/**
 * Words that stand on a page: copied with the mouse where that takes less time than to type them. To copy is to go to
 * the other window (two keys), to draw over the words (a button down and up, two places), to copy (two keys), to come
 * back (two) and to put them in (two).
 */
export function take(text: string): Effort {
  const typed = press(text);
  return secondsOf(typed) <= secondsOf(COPIED) ? typed : COPIED;
}
const COPIED: Effort = { keys: 10, points: 2, homes: 2, mentals: 1 };
