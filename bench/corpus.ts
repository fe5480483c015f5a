// A style and a number of articles → a workspace of invented articles, the same on every machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleId, type CorpusOptions, makeLabels } from './labels.ts';
import { STYLES, type Style } from './styles.ts';
import { SHARED_FILES } from './vocabulary.ts';

/** Writes the articles of the corpus, and what they need beside them, below a folder. */
export function makeCorpus(folder: string, articles: number, style: Style = 'by hand', seed = 1): void {
  mkdirSync(join(folder, 'raw/articles'), { recursive: true });
  mkdirSync(join(folder, 'raw/vocabulary'), { recursive: true });
  for (const [path, text] of Object.entries(SHARED_FILES)) writeFileSync(join(folder, path), text);
  const { scripts = false, write } = STYLES[style];
  const options: CorpusOptions = { articles, seed, scripts };
  for (let i = 0; i < articles; i++) {
    const labels = makeLabels(i, options);
    const text = `---\n${write(labels)}---\n${labels.body}`;
    writeFileSync(join(folder, `raw/articles/${articleId(i)}.md`), text);
  }
}
