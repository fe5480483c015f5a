// Folders → a call when something in them has changed.
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds for which a folder must be still before it is looked at: editors write a file in several steps. */
const STILL = 120;

/**
 * Calls `onChange` after changes in the folders themselves, not in those below, with the paths that changed. Folders
 * that do not exist are left out.
 * @returns ends the watch.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (paths: ReadonlySet<string>) => void,
  still = STILL,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let paths = new Set<string>();
  const tell = () => {
    const changed = paths;
    paths = new Set();
    onChange(changed);
  };
  const watchers = folders.filter(existsSync).map((folder) =>
    watch(folder, (_, name) => {
      // Where the system names no file, anything in the folder may have changed.
      paths.add(name === null ? folder : join(folder, name));
      clearTimeout(timer);
      timer = setTimeout(tell, still);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
