// Files of raw data and the captures at hand → where a file repeats a withheld article.
import type { Draft } from '../findings/finding.ts';
import { captureReader, type Project } from '../project/openProject.ts';
import type { ArticleList } from '../rules/engine/articleList.ts';
import { type CopySource, findCopies } from '../rules/Q07-copied-words.ts';
import { decodeUtf8, normaliseText } from '../values/normalText.ts';

/**
 * Compares every article file and every shared file with every capture that was at hand. Without captures nothing is
 * read.
 */
export function compareCaptures(project: Project, articles: ArticleList): Draft[] {
  return findCopies(listSources(project), listCaptures(project, articles));
}

function* listSources({ articleFiles, raw, sources, read: readFile }: Project): Generator<CopySource> {
  yield* sources;
  for (const file of articleFiles) {
    const read = readFile(file, raw);
    const text = 'bytes' in read ? decodeUtf8(read.bytes) : null;
    if (text !== null) yield { file, text };
  }
}

function* listCaptures({ raw, captures }: Project, articles: ArticleList): Generator<CopySource> {
  const readCapture = captureReader(raw, captures);
  for (const article of articles.listWith('captured')) {
    const { file, capture } = articles.get(article);
    if (capture === null) continue;
    const read = readCapture(capture);
    const text = 'bytes' in read ? decodeUtf8(read.bytes) : null;
    if (text !== null) yield { file, text: normaliseText(text) };
  }
}
