// CITATION.cff and the version that is shown → citations of the dataset and of one claim.

/** What a citation says of the dataset. Dates are days; null where nothing is known. */
export interface Citation {
  readonly name: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly version: string;
  readonly released: string | null;
  readonly license: string;
  readonly keywords: readonly string[];
  readonly doi: string | null;
  /** Where the dataset can be read, the most lasting address first. */
  readonly url: string | null;
  readonly repository: string | null;
}

/** Reads the parsed CITATION.cff; name, title, version and licence are the manifest's. */
export function readCitation(
  cff: Readonly<Record<string, unknown>>,
  manifest: { name: string; title: string; version: string; license: string },
): Citation {
  const text = (key: string): string | null => {
    const value = cff[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const repository = text('repository-code');
  const released = manifest.version.includes('-') ? null : text('date-released');
  return {
    name: manifest.name,
    title: manifest.title,
    abstract: text('abstract'),
    authors: list(cff['authors']).map(nameAuthor),
    version: manifest.version,
    released,
    license: manifest.license,
    keywords: list(cff['keywords']).filter((word) => typeof word === 'string'),
    doi: text('doi'),
    url: text('url') ?? repository,
    repository,
  };
}

/** A citation in the style of the American Psychological Association, seventh edition, section 10.9. */
export function citeApa(citation: Citation, claim?: CitedClaim): string {
  const year = citation.released?.slice(0, 4) ?? 'n.d.';
  const what = claim ? `${stop(claim.text)} Claim ${claim.id} in ${citation.title}` : citation.title;
  const address = claim?.url ?? (citation.doi ? `https://doi.org/${citation.doi}` : citation.url);
  const start = `${stop(citation.authors.join(', '))} (${year}). ${what} (Version ${citation.version}) [Data set].`;
  return address ? `${start} ${address}` : start;
}

/** The same as an entry for BibTeX, in ASCII braces, with TeX's special characters escaped. */
export function citeBibtex(citation: Citation, claim?: CitedClaim): string {
  const fields: [string, string | null][] = [
    ['author', citation.authors.map((name) => `{${escapeTex(name)}}`).join(' and ')],
    ['title', `{${escapeTex(citation.title)}}`],
    ['year', citation.released?.slice(0, 4) ?? null],
    ['version', escapeTex(citation.version)],
    ['note', `Data set${claim ? `, claim ${escapeTex(claim.id)}: ${escapeTex(claim.text)}` : ''}`],
    ['doi', citation.doi],
    ['url', claim?.url ?? citation.url],
  ];
  const key = `${citation.name}-${citation.version}${claim ? `-${claim.id}` : ''}`;
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return `@misc{${key},\n${lines.join('\n')}\n}`;
}

/** A claim as it is cited; `url` where the page that shows it has an address that others can open. */
export interface CitedClaim {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameAuthor(author: unknown): string {
  const entry = (author ?? {}) as Record<string, unknown>;
  if (typeof entry['name'] === 'string') return entry['name'];
  return [entry['given-names'], entry['name-particle'], entry['family-names']]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function stop(text: string): string {
  return /[.!?…。؟]$/u.test(text) ? text : `${text}.`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) => TEX[character] ?? `\\${character}`);
}
