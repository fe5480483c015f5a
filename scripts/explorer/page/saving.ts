// Texts → files that the browser saves, or the clipboard.
import { zipSync } from 'fflate';
import { announce, make } from './dom.ts';

/** Lets the browser save a text; nothing leaves the machine. */
export function saveFile(name: string, type: string, ...parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  make('a', { href: url, download: name }).click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  announce(`Saved ${name}.`);
}

/** Saves files as one archive, in the order given. */
export function saveZip(name: string, files: readonly (readonly [path: string, text: string])[]): void {
  const encoder = new TextEncoder();
  const entries = Object.fromEntries(files.map(([path, text]) => [path, encoder.encode(text)]));
  saveFile(
    name,
    'application/zip',
    zipSync(entries, { level: 6, mtime: '1980-01-01T00:00:00' }) as Uint8Array<ArrayBuffer>,
  );
}

/** The kind of a file by its name. */
export function typeOfFile(path: string): string {
  if (path.endsWith('.csv')) return 'text/csv';
  if (path.endsWith('.jsonl')) return 'application/jsonl';
  return /\.json(?:ld)?$/.test(path) ? 'application/json' : 'text/plain';
}

/** Copies, and says so on the button for a moment. */
export async function copyText(text: string, button: HTMLElement): Promise<void> {
  const done = await writeClipboard(text);
  const before = button.dataset['word'] ?? button.textContent ?? '';
  button.dataset['word'] = before;
  announce(done ? 'Copied to the clipboard.' : 'Copying is not allowed here; select the text and copy it.');
  button.textContent = done ? 'Copied' : 'Press Ctrl+C';
  setTimeout(() => {
    button.textContent = before;
  }, 2000);
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, for browsers that keep the clipboard from pages opened from the disk. */
function copyBySelection(text: string): boolean {
  const area = make('textarea', { readonly: true, class: 'sr', 'aria-hidden': 'true' });
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
