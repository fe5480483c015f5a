// Addresses of documents ↔ paths of files as findings have them.
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder that an editor has opened, and the paths below it. */
export class Paths {
  /** An absolute path, spelt as the editor spells it: a link on its way stays. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The path of a document below the folder, with `/`; null for what is no file there. */
  fileOf(uri: string): string | null {
    try {
      const path = relative(this.root, fileURLToPath(uri)).replaceAll(sep, '/');
      return path === '' || path === '..' || path.startsWith('../') || isAbsolute(path) ? null : path;
    } catch {
      // Another scheme, or an address of another machine.
      return null;
    }
  }

  uriOf(file: string): string {
    return pathToFileURL(join(this.root, file)).href;
  }
}

/** The folder that an editor names; null where it names none on this machine. */
export function folderOf(uri: string | null | undefined): string | null {
  try {
    return uri ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
