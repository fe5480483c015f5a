// Located findings of an audit and its counts → one HTML page that stands alone and holds no script.

import type { RuleText } from '../findings/finding.ts';
import type { LocatedFinding } from '../findings/locate.ts';
import { placeOf } from '../findings/renderSummary.ts';
import { html, type Markup } from './markup.ts';
import { countOf, groupDigits, intervalOf, percent, sayMaps, threeDigits } from './numbers.ts';
import { type AuditSummary, type Comparison, groupByCode } from './summarise.ts';

/** Findings of one rule on the page; the others are counted. */
const MOST = 100;

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--shade:#f6f8fa;--error:#b3261e;--warning:#8a5a00;--info:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--paper:#0d1117;--shade:#161b22;--error:#ff8a80;--warning:#e3b341;--info:#79c0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-top:1px solid var(--line);padding-top:1.5rem}
a{color:var(--info)}
p{margin:.5rem 0}.soft{color:var(--soft)}
table{border-collapse:collapse;margin:1rem 0;width:100%}
th,td{text-align:start;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
.score{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0;padding:0;list-style:none}
.score li{flex:1 1 12rem;background:var(--shade);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}
.score b{display:block;font-size:1.6rem}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
ol.findings{list-style:none;padding:0;margin:1rem 0}
ol.findings li{border-inline-start:3px solid currentColor;padding:.1rem .8rem;margin:.8rem 0}
ol.findings li>*{color:var(--ink)}
code{font:.9em/1.4 ui-monospace,monospace;background:var(--shade);padding:.1em .3em;border-radius:.25rem;overflow-wrap:anywhere}
q{quotes:none;unicode-bidi:isolate;background:var(--shade);padding:.1em .3em;border-radius:.25rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .8rem;margin:.3rem 0}dt{color:var(--soft)}dd{margin:0;min-width:0}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}li{break-inside:avoid}}
`;

/** The page. What the data hold is escaped, and stands in the direction of its own script. */
export function renderAuditPage(
  findings: readonly LocatedFinding[],
  summary: AuditSummary,
  rules: readonly RuleText[],
  comparison: Comparison | null,
): string {
  const byCode = groupByCode(findings);
  const found = rules.filter(({ code }) => byCode.has(code));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Audit of ${summary.name}</title>
<style>${STYLE_MARKUP}</style>
</head>
<body>
<main>
<h1>Audit of <bdi>${summary.name}</bdi></h1>
<p class="soft">What a program can see in the files of this dataset, rule by rule. Nothing was changed, and nothing was fetched. Whether a finding is a mistake is for
whoever knows the data to say.</p>
${renderScore(summary)}
${renderFiles(summary)}
${renderVerdicts(summary)}
${renderAgreement(summary)}
${comparison ? renderComparison(comparison) : null}
${found.length === 0 ? html`<h2>Findings</h2><p>Nothing was found.</p>` : renderContents(found, byCode, summary)}
${found.map((rule) => renderRule(rule, byCode.get(rule.code) ?? [], summary.codes[rule.code] ?? 0))}
</main>
</body>
</html>
`;
  return page.text;
}

const STYLE_MARKUP = html([STYLE] as unknown as TemplateStringsArray);

function renderScore({ records, refused, copies, touched, score }: AuditSummary): Markup {
  const all = records + refused + copies;
  const box = (kind: 'error' | 'warning' | 'either', label: string) =>
    html`<li><b class="${kind}">${percent(score[kind])}</b> of the records are touched by ${label}<br><span class="soft">${groupDigits(touched[kind])} of ${groupDigits(all)}</span></li>`;
  return html`<ul class="score">${[box('error', 'an error'), box('warning', 'a warning'), box('either', 'either')]}</ul>`;
}

function renderFiles({ files, records, claims, refused, copies, verdict_maps: maps }: AuditSummary): Markup {
  const rows = files.map(
    ({ path, split, records: read, refused: lost }) =>
      html`<tr><td><code dir="auto">${path}</code></td><td dir="auto">${split ?? ''}</td><td class="n">${groupDigits(read)}</td><td class="n">${groupDigits(lost)}</td></tr>`,
  );
  const lost = refused > 0 ? `, ${countOf(refused, 'record')} that cannot be read` : '';
  const again = copies > 0 ? `, ${countOf(copies, 'record')} that another file holds too` : '';
  return html`<h2>What was read</h2>
<p>${countOf(files.length, 'file')}, ${countOf(records, 'record')}, ${countOf(claims, 'claim')}${lost}${again}.${maps.files > 0 ? ` ${sayMaps(maps)}.` : ''}</p>
<div class="scroll" role="region" aria-label="Files" tabindex="0"><table><thead><tr><th scope="col">File</th><th scope="col">Split</th><th scope="col" class="n">Records</th><th scope="col" class="n">Cannot be read</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

const MOST_VERDICTS = 30;

function renderVerdicts({ verdicts }: AuditSummary): Markup | null {
  const rows = Object.entries(verdicts).flatMap(([split, by]) =>
    Object.entries(by)
      .slice(0, MOST_VERDICTS)
      .map(
        ([verdict, n]) =>
          html`<tr><td dir="auto">${split}</td><td dir="auto">${verdict === '' ? '(none)' : verdict}</td><td class="n">${groupDigits(n)}</td></tr>`,
      ),
  );
  if (rows.length === 0) return null;
  return html`<div class="scroll" role="region" aria-label="Verdicts" tabindex="0"><table><thead><tr><th scope="col">Split</th><th scope="col">Verdict</th><th scope="col" class="n">Records</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function renderAgreement({ agreement }: AuditSummary): Markup | null {
  if (agreement.length === 0) return null;
  const rows = agreement.map(
    ({ of, units, votes, raw, alpha, alpha_interval: interval }) =>
      html`<tr><td>${of}</td><td class="n">${groupDigits(units)}</td><td class="n">${groupDigits(votes)}</td><td class="n">${threeDigits(raw)}</td><td class="n">${threeDigits(alpha)}${intervalOf(interval)}</td></tr>`,
  );
  return html`<h2>Agreement</h2>
<p>How far votes on the same thing agree: the share of agreeing pairs, and Krippendorff’s alpha (nominal), which is 0 where they agree no more than by chance and 1 where they always do, with 95 % of 2,000 resamples.</p>
<div class="scroll" role="region" aria-label="Agreement" tabindex="0"><table><thead><tr><th scope="col">Votes on</th><th scope="col" class="n">With two or more</th><th scope="col" class="n">Votes</th><th scope="col" class="n">Agreeing pairs</th><th scope="col" class="n">Alpha</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function renderComparison({ new: fresh, gone, same }: Comparison): Markup {
  return html`<h2>Since the older report</h2><p>${groupDigits(fresh.length)} new, ${groupDigits(gone.length)} gone, ${groupDigits(same)} the same.</p>`;
}

function renderContents(
  rules: readonly RuleText[],
  byCode: ReadonlyMap<string, readonly LocatedFinding[]>,
  { codes }: AuditSummary,
): Markup {
  const rows = rules.map(
    ({ code, title }) =>
      html`<tr><td><a href="#${code}">${code}</a></td><td>${title}</td><td class="n">${groupDigits(codes[code] ?? byCode.get(code)?.length ?? 0)}</td></tr>`,
  );
  return html`<h2>Findings by rule</h2><div class="scroll" role="region" aria-label="Findings by rule" tabindex="0"><table><thead><tr><th scope="col">Rule</th><th scope="col">What it asks for</th><th scope="col" class="n">Findings</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function renderRule({ code, title, rationale }: RuleText, findings: readonly LocatedFinding[], all: number): Markup {
  const left = all - Math.min(MOST, findings.length);
  return html`<section id="${code}" aria-labelledby="${code}-title"><h2 id="${code}-title">${code}: ${title}</h2>
<p>${rationale}</p>
<ol class="findings">${findings.slice(0, MOST).map(renderFinding)}</ol>
${left > 0 ? html`<p class="soft">${groupDigits(left)} more of this rule are not shown.</p>` : null}</section>
`;
}

function renderFinding(finding: LocatedFinding): Markup {
  const { severity, message, expected, found, hint, related, pointer } = finding;
  const details: [string, Markup][] = [];
  if (found !== null) details.push(['found', html`<q dir="auto">${found}</q>`]);
  if (expected !== null) details.push(['expected', html`<span dir="auto">${expected}</span>`]);
  if (hint !== null) details.push(['hint', html`<span dir="auto">${hint}</span>`]);
  for (const place of related) details.push(['see', html`<code dir="auto">${placeOf(place)}</code> ${place.message}`]);
  const at = finding.range === null && pointer !== '' ? `${finding.file} ${pointer}` : placeOf(finding);
  return html`<li class="${severity}"><p><b class="${severity}">${severity}</b> <code dir="auto">${at}</code> <span dir="auto">${message}</span></p>${
    details.length === 0
      ? null
      : html`<dl>${details.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
  }</li>
`;
}
