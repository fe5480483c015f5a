// The drawn pictures → files: a drawing with its colours, or the table behind it.
import { csvRows } from '../../formats/csv.ts';
import { byId } from './dom.ts';
import { saveFile } from './saving.ts';

/** Makes the buttons of the pictures work. */
export function bindPictures(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-save-svg]')) {
    button.addEventListener('click', () => saveDrawing(button.dataset['saveSvg'] ?? ''));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-save-table]')) {
    button.addEventListener('click', () => saveTable(button.dataset['saveTable'] ?? ''));
  }
}

/** The colours of paper, whatever the screen shows: a saved drawing goes into print. */
function paperColour(name: string): string {
  const verdict = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return name === '--bar' ? '#2f5d8a' : verdict;
}

function saveDrawing(id: string): void {
  const drawing = byId(id).querySelector('.wide-only svg');
  if (!drawing) return;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('color', '#111111');
  copy.setAttribute('font-family', 'sans-serif');
  copy.setAttribute('font-size', '12');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', '#ffffff'],
  ] as const) {
    paper.setAttribute(name, value);
  }
  copy.prepend(paper);
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const variable = /^var\((--[a-z0-9-]+)\)$/.exec(value)?.[1];
      if (variable !== undefined) element.setAttribute(name, paperColour(variable));
    }
  }
  saveFile(`${id}.svg`, 'image/svg+xml', `${new XMLSerializer().serializeToString(copy)}\n`);
}

function saveTable(id: string): void {
  const table = byId(id).querySelector('table');
  if (!table) return;
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
  const columns = (rows[0] ?? []).map((_, at) => String(at));
  saveFile(`${id}.csv`, 'text/csv', csvRows(columns, rows));
}
