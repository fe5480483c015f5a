// Folders → a call when something in them has changed.
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds for which a folder must be still before it is looked at: editors write a file in several steps. */
const STILL = 120;

/**
 * Calls `onChange` after changes in the folders themselves, not in those below, with the paths that changed. A folder
 * that comes, or comes again, is watched from the next change in another of them: `raw/` holds most of the others.
 * @returns ends the watch.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: (paths: ReadonlySet<string>) => void,
  still = STILL,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let paths = new Set<string>();
  let watchers: FSWatcher[] = [];
  const tell = () => {
    const changed = paths;
    paths = new Set();
    // A watcher stays with the folder that was there when it began, also when another one stands in its place.
    const old = watchers;
    watchers = open();
    for (const watcher of old) watcher.close();
    onChange(changed);
  };
  const note = (path: string) => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, still);
  };
  const open = () =>
    folders.filter(existsSync).flatMap((folder) => {
      try {
        // Where the system names no file, anything in the folder may have changed.
        const watcher = watch(folder, (_, name) => note(name === null ? folder : join(folder, name)));
        return [watcher.on('error', () => note(folder))];
      } catch {
        // It went away just now.
        return [];
      }
    });
  watchers = open();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
