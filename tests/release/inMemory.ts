// Bytes by path ↔ the files of a release.
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { unpackArchive } from '../../scripts/release/archive.ts';
import type { ReleaseFiles } from '../../scripts/release/releaseFiles.ts';

/** Files that are in memory. */
export function toFiles(bytes: ReadonlyMap<string, Uint8Array>): ReleaseFiles {
  return new Map([...bytes].map(([path, content]) => [path, inMemory(content)]));
}

/** Unpacks an archive into memory. */
export async function unpack(
  archive: Uint8Array,
): Promise<{ folder: string; files: Map<string, Uint8Array> } | { problem: string }> {
  const files = new Map<string, Uint8Array>();
  const unpacked = await unpackArchive(inMemory(archive), async (path, pieces) => {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(piece);
    files.set(path, Buffer.concat(parts));
  });
  return 'problem' in unpacked ? unpacked : { ...unpacked, files };
}
