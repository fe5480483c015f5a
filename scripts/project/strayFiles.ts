// The folder of raw data → its files that nothing reads, or that nobody finds.
import { basename } from 'node:path';
import type { Draft } from '../findings/finding.ts';
import { isFile, listBelow } from '../platform/reading.ts';
import { findNearest } from '../vocabulary/nearest.ts';

/**
 * What systems and editors leave beside a file while it is shown or open: hidden files (`.DS_Store`, `._x`,
 * `.x.md.swp`, `.#x`), copies before a change, and caches of pictures. `.gitkeep` keeps an empty folder in git.
 */
export function isLeftover(path: string): boolean {
  const name = basename(path);
  return (
    name.startsWith('.') ||
    /~$|^#.*#$|\.(?:swp|swo|tmp|bak|orig)$|^(?:Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r)$/i.test(name)
  );
}

/** A file of sources/ that claims cannot find, since it is called otherwise than its source. */
export function misnamedDraft(file: string, name: string): Draft {
  return {
    code: 'A23',
    file,
    pointer: '/name',
    message: `The file is named \`${basename(file)}\`, the source \`${name}\`.`,
    expected: basename(file, '.yml'),
    found: name,
    hint: 'rename the file, or write its name without `.yml` here',
  };
}

/** Folders whose files have names of their own. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  articles: 'articles/<article-id>.md',
  sources: 'sources/<name>.yml',
  votes: 'votes/<annotator>.jsonl',
};

/** Files and folders of raw data that nothing reads; `named` are articles and others that have names of their own. */
export function findStrayFiles(
  raw: string,
  named: readonly string[],
  vocabularies: readonly string[],
  others: readonly { file: string }[],
): Draft[] {
  const read = new Set([...named, ...vocabularies, ...others.map(({ file }) => file)]);
  const names = vocabularies.map((file) => file.slice(file.lastIndexOf('/') + 1));
  return ['articles', 'vocabulary', 'sources', 'votes']
    .flatMap((folder) => listBelow(`${raw}/${folder}`).map((path) => `${folder}/${path}`))
    .flatMap((path): Draft[] => {
      const file = `${raw}/${path}`;
      if (read.has(file) || isLeftover(path) || !isFile(file)) return [];
      const own = OWN_NAMES[path.slice(0, path.indexOf('/'))];
      const meant = own ? null : findNearest(path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '.yml'), names);
      return [
        {
          code: 'A23',
          file,
          message: 'Nothing reads this file.',
          expected: own ? `${raw}/${own}` : `one of ${names.join(', ')}`,
          hint: meant === null ? 'rename it, or move it out of the folder' : `did you mean \`${meant}\`?`,
        },
      ];
    });
}
