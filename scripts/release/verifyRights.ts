// A release and captures of withheld articles → where the release holds more of them than it may.
import { createHash } from 'node:crypto';
import { type ReadableFile, readSmall } from '../formats/readableFile.ts';
import { type CopySource, LONGEST_RUN, listCopies } from '../rules/Q07-copied-words.ts';
import { decodeUtf8, normaliseText } from '../values/normalText.ts';
import { streamRows } from './readDataset.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';

/**
 * No file holds {@link LONGEST_RUN} consecutive words of a withheld article. Captures are found by their digest;
 * `captures` is null where none were named. Binary files are looked through as well as their bytes can be read as text.
 */
export function verifyRights(files: ReleaseFiles, captures: ReleaseFiles | null): Verification {
  const name = 'rights';
  if (captures === null) return { name, problems: [], skipped: 'no captures were named (--captures DIR)' };
  const texts = new Map<string, string>();
  for (const file of captures.values()) {
    const bytes = readSmall(file);
    const text = bytes && decodeUtf8(bytes);
    if (!text) continue;
    const normal = normaliseText(text);
    texts.set(createHash('sha256').update(normal).digest('hex'), normal);
  }
  const problems: string[] = [];
  const withheld: CopySource[] = [];
  const articles = files.get('articles.jsonl');
  for (const row of articles ? streamRows(articles) : []) {
    if (row['text_status'] !== 'withheld') continue;
    const original = texts.get(String(row['text_sha256']));
    if (original === undefined) {
      problems.push(`${row['article_id']}: there is no capture with the digest of this article.`);
      continue;
    }
    withheld.push({ file: String(row['article_id']), text: original });
  }
  const told = new Set<string>();
  for (const { file, original } of listCopies(listTexts(files), withheld))
    told.add(`${file} holds ${LONGEST_RUN} consecutive words of ${original}.`);
  return { name, problems: [...problems, ...told] };
}

/** So many bytes of a file are looked through at a time. */
const WINDOW = 16 * 1024 * 1024;
/** So many of them again with the next: more than any run of words that is told. */
const OVERLAP = 64 * 1024;

function* listTexts(files: ReleaseFiles): Generator<CopySource> {
  for (const [file, content] of files) for (const text of windowsOf(content)) yield { file, text };
}

function* windowsOf(file: ReadableFile): Generator<string> {
  for (let from = 0; from < file.size; from += WINDOW) {
    const to = Math.min(file.size, from + WINDOW + OVERLAP);
    yield Buffer.from(file.piece(from, to)).toString('utf8');
  }
}
