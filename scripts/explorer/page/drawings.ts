// The drawn pictures → files: a drawing with its colours, title, source and licence, or the table behind it.
import { csvRows } from '../../formats/csv.ts';
import { sayLicence } from '../parts/licence.ts';
import { byId } from './dom.ts';
import { saveFile } from './saving.ts';
import type { Store } from './store.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** The colours of paper, whatever the screen shows: a saved drawing goes into print. */
const PAPER =
  'svg{font:12px sans-serif;fill:#111;background:#fff}.bar{fill:#2f5d8a}.rule{stroke:#111;fill:none}.faint{stroke:#999;fill:none}.event{stroke:#777;stroke-dasharray:3 3;fill:none}.over{paint-order:stroke;stroke:#fff;stroke-width:4px}.edge{stroke:#111;stroke-width:.7}.hit{fill:none}.head{font-weight:600;font-size:13px}.muted{fill:#555}';

export function saveDrawing({ meta }: Store, id: string): void {
  const section = byId(id);
  const drawing = section.querySelector('.wide-only svg');
  if (!drawing) return;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [width, height] = ['width', 'height'].map((name) => Number(copy.getAttribute(name)));
  const { citation } = meta;
  const title =
    section.querySelector('h2')?.textContent ?? document.querySelector('#view h1')?.textContent ?? citation.title;
  const source = `${citation.title}, version ${citation.version}, ${sayLicence({ meta }, citation.license)}`;
  const colours = meta.verdicts.map(
    (_, at) => `.v${at}{fill:${getComputedStyle(document.documentElement).getPropertyValue(`--verdict-${at}`).trim()}}`,
  );
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('viewBox', `0 -26 ${width} ${(height ?? 0) + 52}`);
  copy.setAttribute('height', String((height ?? 0) + 52));
  const add = (name: string, text: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement => {
    const element = document.createElementNS(SVG, name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  // Links lead into the page, which is not there any more: their marks stay.
  for (const link of copy.querySelectorAll('a')) {
    const group = document.createElementNS(SVG, 'g');
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
  copy.prepend(
    add('title', title),
    add('desc', source),
    add('style', PAPER + colours.join('')),
    add('rect', '', { x: 0, y: -26, width: '100%', height: '100%', fill: '#fff' }),
    add('text', title, { x: 0, y: -8, class: 'head' }),
  );
  copy.append(add('text', source, { x: 0, y: (height ?? 0) + 18, class: 'muted' }));
  saveFile(`${id}.svg`, 'image/svg+xml', `${new XMLSerializer().serializeToString(copy)}\n`);
}

export function saveTable(id: string): void {
  const table = byId(id).querySelector<HTMLTableElement>('table.values');
  if (!table) return;
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
  const columns = (rows[0] ?? []).map((_, at) => String(at));
  saveFile(`${id}.csv`, 'text/csv', csvRows(columns, rows));
}
