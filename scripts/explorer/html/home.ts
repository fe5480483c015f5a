// The dataset → the first screen: what it is, how to cite it, what it holds, how to get it.
import { SCHEMAS } from '../../schemas/generated/registry.ts';
import { citeApa, citeBibtex } from '../citation.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { verdictMark } from '../pageMeta.ts';
import { groupDigits } from '../view/groupDigits.ts';
import { formatView, NO_FILTERS } from '../view/viewState.ts';
import { html, type Markup } from './markup.ts';

export function renderHome(dataset: ExplorerDataset): Markup {
  const { citation, manifest } = dataset;
  return html`<section id="home" aria-labelledby="home-title">
<div class="lead">
<p class="eyebrow">Fact-check dataset</p>
<h1 id="home-title" tabindex="-1" dir="auto">${citation.title}</h1>
${citation.abstract === null ? null : html`<p class="abstract" dir="auto">${citation.abstract}</p>`}
<p><a class="primary" href="#claims">Browse ${groupDigits(manifest.counts.claims)} claims</a></p>
</div>
${renderFacts(dataset)}
${renderScale(dataset)}
${renderCitation(dataset)}
${renderDownloads(dataset)}
</section>`;
}

/** Bytes as kB or MB, decimal. */
function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function renderFacts({ citation, manifest: { counts } }: ExplorerDataset): Markup {
  const facts: [string, string][] = [
    ['Version', citation.version],
    ['Released', citation.released ?? 'not yet'],
    ['Licence', citation.license],
    ['Claims', groupDigits(counts.claims)],
    ['Articles', groupDigits(counts.articles)],
    ['Pieces of evidence', groupDigits(counts.evidence)],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function renderScale({ verdicts, manifest: { counts } }: ExplorerDataset): Markup {
  const most = Math.max(1, ...Object.values(counts.claims_by_verdict));
  const rows = verdicts.map(({ id, label, definition }, at) => {
    const count = counts.claims_by_verdict[id] ?? 0;
    const link = formatView({
      name: 'claims',
      filters: { ...NO_FILTERS, values: { ...NO_FILTERS.values, verdict: [id] } },
    });
    return html`<li><a href="${link}"><svg class="mark v${at}" viewBox="0 0 12 12" aria-hidden="true"><path d="${verdictMark(at)}"/></svg><b dir="auto">${label}</b> <span class="count">${groupDigits(count)}<span class="sr"> claims</span></span></a>
<svg class="bar v${at}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${((count / most) * 100).toFixed(2)}" height="6"/></svg>
<p dir="auto">${definition}</p></li>`;
  });
  return html`<section class="block" aria-labelledby="scale-title"><h2 id="scale-title">The verdicts</h2><ul class="scale">${rows}</ul></section>`;
}

function renderCitation({ citation }: ExplorerDataset): Markup {
  return html`<section class="block" aria-labelledby="cite-title"><h2 id="cite-title">How to cite</h2>
<h3>APA</h3>
<p class="citation" id="cite-apa" dir="auto">${citeApa(citation)}</p>
<button type="button" data-copy="cite-apa" aria-label="Copy the APA citation">Copy</button>
<h3>BibTeX</h3>
<pre class="citation" id="cite-bibtex" tabindex="0">${citeBibtex(citation)}</pre>
<button type="button" data-copy="cite-bibtex" aria-label="Copy the BibTeX entry">Copy</button>
</section>`;
}

function renderDownloads({ manifest: { files } }: ExplorerDataset): Markup {
  const rows = files.map(
    ({ path, bytes, sha256, rows: count }) => html`<tr>
<th scope="row">${path}${describeFile(path)}</th>
<td data-name="Rows">${count === null ? '–' : groupDigits(count)}</td>
<td data-name="Size">${formatBytes(bytes)}</td>
<td data-name="SHA-256"><code>${sha256}</code></td>
<td><button type="button" data-file="${path}" aria-label="Save ${path}">Save</button></td></tr>`,
  );
  return html`<section class="block wide" aria-labelledby="files-title"><h2 id="files-title">Downloads</h2>
<p>Every file of the dataset, out of this page: saving needs no network, and the bytes are those of the release.</p>
<table class="files"><thead><tr><th scope="col">File</th><th scope="col">Rows</th><th scope="col">Size</th><th scope="col">SHA-256</th><th scope="col"><span class="sr">Save</span></th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

/** What a row means, in the schema's words, for a file that holds a table. */
function describeFile(path: string): Markup | null {
  const schema: { description?: unknown } | undefined = Object.entries(SCHEMAS).find(
    ([name]) => path.endsWith('.csv') && name === `tables/${path.slice(0, -4)}.schema.json`,
  )?.[1];
  return typeof schema?.description === 'string' ? html` <span class="about">${schema.description}</span>` : null;
}
