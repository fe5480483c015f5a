// Settings and version → the citation in BibTeX.
import type { Settings } from './settings.ts';

/** A claim as it is cited; `url` where the page that shows it has an address that others can open. */
export interface CitedClaim {
  readonly id: string;
  readonly text: string;
  /** The verdict as readers see it: a false sentence is not quoted without it. */
  readonly verdict?: string;
  readonly url: string | null;
}

/** One `@misc` entry for the dataset, or for one of its claims; year and address only where they are known. */
export function renderCitation(settings: Settings, version: string, claim?: CitedClaim): string {
  const fields: [string, string | null | undefined][] = [
    // The outer braces keep a name or a title as it is written; without them BibTeX would split and recase it.
    [
      'author',
      settings.authors
        .map(({ kind, name, sorted = name }) => (kind === 'person' ? tex(sorted) : `{${tex(name)}}`))
        .join(' and '),
    ],
    ['title', `{${tex(settings.title)}}`],
    [
      'note',
      claim && `Claim ${claim.id}${claim.verdict === undefined ? '' : ` [${tex(claim.verdict)}]`}: ${tex(claim.text)}`,
    ],
    ['version', tex(version)],
    ['year', settings.released?.slice(0, 4)],
    ['doi', settings.doi],
    ['url', claim?.url ?? settings.url ?? settings.repository],
  ];
  const key = claim ? `${settings.name}-${claim.id}` : settings.name;
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

function tex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, (char) => `\\${char}`);
}
