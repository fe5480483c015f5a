// A release and captures of withheld articles → where the release holds more of them than it may.
import { createHash } from 'node:crypto';
import { type CopySource, LONGEST_RUN, listCopies } from '../rules/Q07-copied-words.ts';
import { decodeUtf8, normaliseText } from '../values/normalText.ts';
import type { ReleaseFiles } from './archive.ts';
import type { ReadDataset } from './readDataset.ts';
import type { Verification } from './verifyChecksums.ts';

/**
 * No file holds {@link LONGEST_RUN} consecutive words of a withheld article. Captures are found by their digest; `captures` is null where none were named.
 * Binary files are looked through as well as their bytes can be read as text.
 */
export function verifyRights({ rows }: ReadDataset, files: ReleaseFiles, captures: ReleaseFiles | null): Verification {
  const name = 'rights';
  if (captures === null) return { name, problems: [], skipped: 'no captures were named (--captures DIR)' };
  const texts = new Map<string, string>();
  for (const bytes of captures.values()) {
    const text = decodeUtf8(bytes);
    if (text === null) continue;
    const normal = normaliseText(text);
    texts.set(createHash('sha256').update(normal).digest('hex'), normal);
  }
  const problems: string[] = [];
  const withheld: CopySource[] = [];
  for (const row of rows.get('articles') ?? []) {
    if (row['text_status'] !== 'withheld') continue;
    const original = texts.get(String(row['text_sha256']));
    if (original === undefined) {
      problems.push(`${row['article_id']}: there is no capture with the digest of this article.`);
      continue;
    }
    withheld.push({ file: String(row['article_id']), text: original });
  }
  const released = Array.from(files, ([file, bytes]) => ({ file, text: Buffer.from(bytes).toString('utf8') }));
  for (const { file, original } of listCopies(released, withheld))
    problems.push(`${file} holds ${LONGEST_RUN} consecutive words of ${original}.`);
  return { name, problems };
}
