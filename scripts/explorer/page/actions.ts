// Buttons that a view brings, by their data attributes → what they do.
import { byId } from './dom.ts';
import { saveDrawing, saveTable } from './drawings.ts';
import { saveSelection } from './saveSelection.ts';
import { copyText, saveFile, saveZip, typeOfFile } from './saving.ts';
import type { Store } from './store.ts';
import { placesWith } from './views.ts';

/** Listens once for all buttons there are and will be. */
export function bindActions(store: Store): void {
  const acts: Readonly<Record<string, (value: string, element: HTMLElement) => unknown>> = {
    copy: (id, element) => copyText(byId(id).textContent ?? '', element),
    copyText: (text, element) => copyText(text, element),
    save: (name, element) => saveFile(name, typeOfFile(name), element.dataset['text'] ?? ''),
    file: (path) => saveOne(store, path),
    zip: () => saveAll(store),
    saveSvg: (id) => saveDrawing(store, id),
    saveTable: (id) => saveTable(id),
    saveArticle: (id, element) =>
      saveSelection(
        store,
        placesWith(store, 'article_id', id),
        element.dataset['kind'] === 'csv' ? 'csv' : 'jsonl',
        id,
      ),
    jump: (id) => document.getElementById(id)?.scrollIntoView(),
  };
  document.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('button, [data-jump]') : null;
    for (const [name, act] of Object.entries(acts)) {
      const value = element?.dataset[name];
      if (element === null || value === undefined) continue;
      event.preventDefault();
      void act(value, element);
    }
  });
}

async function saveOne(store: Store, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  saveFile(name, typeOfFile(name), ...(await store.readFile(path)));
}

async function saveAll(store: Store): Promise<void> {
  const { citation, files } = store.meta;
  const read: [string, string][] = [];
  for (const { path } of files) read.push([path, (await store.readFile(path)).join('')]);
  saveZip(`${citation.name}-${citation.version}.zip`, read);
}
