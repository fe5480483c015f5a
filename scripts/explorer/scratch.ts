// Bytes that are needed again later → a place for them, in memory or outside of it.

/** Where something was put. */
export interface ScratchPiece {
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

/** Takes what is too much for memory, piece by piece, in any number. */
export interface Scratch {
  add(bytes: Uint8Array): ScratchPiece;
  /** The bytes of a piece, in the memory that is given where that is large enough. */
  read(piece: ScratchPiece, memory?: Uint8Array<ArrayBuffer>): Uint8Array;
}

/** Keeps in memory what a small dataset puts away. */
export function scratchInMemory(): Scratch {
  const pieces: Uint8Array[] = [];
  return {
    add: (bytes) => ({ at: pieces.push(bytes.slice()) - 1, length: bytes.length, sum: 0 }),
    read: ({ at }) => pieces[at] ?? new Uint8Array(0),
  };
}
