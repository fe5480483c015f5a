// New texts of files of a project → the files, each old or new.
import type { Texts } from '../findings/repair.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { followLinks, isOutside } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';

/** Throws before anything is written where a link leads a file out of `home`, the folder of the project. */
export function requireInside(files: Iterable<string>, home: string): void {
  const outside = [...files].find((file) => isOutside(file, home));
  if (outside !== undefined)
    throw new UserError(`${outside} is a link that leads out of the project. Nothing was written.`);
}

/** Writes texts of files that are there already, through links that stay in the project. */
export async function writeTexts(texts: Texts, home: string): Promise<void> {
  requireInside(texts.keys(), home);
  for (const [file, text] of texts) await writeFileAtomic(followLinks(file), text);
}
