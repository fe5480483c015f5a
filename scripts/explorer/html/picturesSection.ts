// Pictures → their part of the page, each with the table behind it.
import type { Picture } from '../pictures/picture.ts';
import { html, Markup } from './markup.ts';

export function renderPictures(pictures: readonly Picture[]): Markup {
  return html`<section id="pictures" aria-labelledby="pictures-title" hidden>
<h1 id="pictures-title" tabindex="-1">Pictures</h1>
${pictures.map(renderPicture)}
</section>`;
}

function renderPicture({ id, title, note, svg, table }: Picture): Markup {
  const [first, ...columns] = table.columns;
  return html`<section class="picture" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
<p>${note}</p>
${svg === null ? null : html`<div class="drawing wide-only">${new Markup(svg.wide)}</div><div class="drawing narrow-only">${new Markup(svg.narrow)}</div>`}
${
  table.rows.length === 0
    ? null
    : html`<details><summary>The numbers as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Table: ${title}"><table><thead><tr><th scope="col">${first ?? ''}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${table.rows.map(([name, ...cells]) => html`<tr><th scope="row" dir="auto">${name ?? ''}</th>${cells.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`)}</tbody></table></div></details>
<p class="actions">${svg === null ? null : html`<button type="button" data-save-svg="${id}" aria-label="Save as SVG: ${title}">Save as SVG</button> `}<button type="button" data-save-table="${id}" aria-label="Save as CSV: ${title}">Save as CSV</button></p>`
}
</section>`;
}
