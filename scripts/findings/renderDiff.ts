// Texts of files as they are and as they would be → a diff that a terminal can show.
import type { Texts } from './repair.ts';
import { sanitiseForTerminal } from './sanitise.ts';

/** One patch a file; `read` gives the text that it has, null where there is none. */
export async function renderDiff(texts: Texts, read: (file: string) => string | null): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const patches = [...texts].map(([file, text]) =>
    createTwoFilesPatch(file, file, read(file) ?? '', text, '', '', { headerOptions: FILE_HEADERS_ONLY }),
  );
  return patches.join('').split('\n').map(sanitiseForTerminal).join('\n');
}
