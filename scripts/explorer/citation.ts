// The dataset's settings and the version that is shown → citations of the dataset and of one claim.
import { type CitedClaim, renderCitation } from '../citation/bibtex.ts';
import type { Settings } from '../citation/settings.ts';

/** What a citation says of the dataset; `released` is a day, null for what has not been released. */
export interface Citation extends Settings {
  version: string;
}

/** The citation of what lies in the dataset folder, which may be newer than the last release. */
export function citeVersion(settings: Settings, version: string): Citation {
  return { ...settings, version, released: settings.version === version ? settings.released : null };
}

/** A citation in the style of the American Psychological Association, seventh edition, section 10.9. */
export function citeApa(citation: Citation, claim?: CitedClaim): string {
  const authors = citation.authors.map(({ name }) => name).join(', ');
  const year = citation.released?.slice(0, 4) ?? 'n.d.';
  const verdict = claim?.verdict === undefined ? '' : ` [${claim.verdict}]`;
  const what = claim ? `${stop(`${claim.text}${verdict}`)} Claim ${claim.id} in ${citation.title}` : citation.title;
  const start = `${stop(authors)} (${year}). ${what} (Version ${citation.version}) [Data set].`;
  const address = claim?.url ?? (citation.doi === null ? addressOf(citation) : `https://doi.org/${citation.doi}`);
  return address === null ? start : `${start} ${address}`;
}

/** The same as an entry for BibTeX. */
export function citeBibtex(citation: Citation, claim?: CitedClaim): string {
  return renderCitation(citation, citation.version, claim);
}

/** Where the dataset can be found, null where nobody has said. */
export function addressOf({ url, repository }: Settings): string | null {
  return url ?? repository;
}

function stop(text: string): string {
  return /[.!?…。؟]$/u.test(text) ? text : `${text}.`;
}

/** The same as an item of CSL JSON, which Zotero and other reference managers read. */
export function citeCsl(citation: Citation, claim?: CitedClaim): string {
  const year = citation.released?.slice(0, 4);
  const address = claim?.url ?? addressOf(citation);
  const item = {
    id: claim ? `${citation.name}-${claim.id}` : citation.name,
    type: 'dataset',
    title: citation.title,
    author: citation.authors.map(({ name }) => ({ literal: name })),
    version: citation.version,
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
    ...(claim === undefined
      ? {}
      : { section: claim.id, note: `${claim.verdict === undefined ? '' : `[${claim.verdict}] `}${claim.text}` }),
    ...(citation.doi === null ? {} : { DOI: citation.doi }),
    ...(address === null ? {} : { URL: address }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
