// SHA-256 digests by their places → the same in 32 bytes each, in memory that threads share.

/** Bytes of a digest. */
export const DIGEST = 32;
/** Digests of a block. */
const BLOCK = 1 << 12;

/** Blocks of digests, one behind the other; plain data, so that threads look into the same memory. */
export type DigestBlocks = readonly Uint8Array[];

/** Digests that are written as hexadecimal digits. */
export class DigestList {
  private readonly list: Buffer[] = [];

  get blocks(): DigestBlocks {
    return this.list;
  }

  set(place: number, digest: string): void {
    while (place >= this.list.length * BLOCK) this.list.push(Buffer.from(new SharedArrayBuffer(BLOCK * DIGEST)));
    this.list[Math.floor(place / BLOCK)]?.write(digest, (place % BLOCK) * DIGEST, DIGEST, 'hex');
  }

  at(place: number): string {
    const at = (place % BLOCK) * DIGEST;
    return (this.list[Math.floor(place / BLOCK)] as Buffer).toString('hex', at, at + DIGEST);
  }
}

/** Whether these bytes are the digest at a place. */
export function isDigestAt(blocks: DigestBlocks, place: number, digest: Uint8Array): boolean {
  const block = blocks[Math.floor(place / BLOCK)] as Uint8Array;
  for (let i = 0, at = (place % BLOCK) * DIGEST; i < DIGEST; i++, at++) if (block[at] !== digest[i]) return false;
  return true;
}

/** Copies the digest at a place into `digest`. */
export function copyDigest(blocks: DigestBlocks, place: number, digest: Uint8Array): void {
  const at = (place % BLOCK) * DIGEST;
  digest.set((blocks[Math.floor(place / BLOCK)] as Uint8Array).subarray(at, at + DIGEST));
}
