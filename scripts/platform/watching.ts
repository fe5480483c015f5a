// Folders → a call when something in them has changed.
import { existsSync, watch } from 'node:fs';

/** How long a folder must be still before it is looked at: editors write a file in several steps. */
const STILL = 120;

/**
 * Calls `onChange` after changes in the folders themselves, not in those below. Folders that do not exist are left out.
 * @returns ends the watch.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.filter(existsSync).map((folder) =>
    watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, STILL);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
