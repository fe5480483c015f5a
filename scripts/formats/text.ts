// What a file holds, as a whole or piece by piece.

/** A text as a whole; or, where it may be long, in pieces, which are made anew each time that they are asked for. */
export type Text = string | Iterable<string>;
