// Settings and version → the citation in BibTeX.
import type { Settings } from '../project/settings.ts';

/** One `@misc` entry; year and address only where they are known. */
export function renderCitation(settings: Settings, version: string): string {
  const fields: [string, string | null | undefined][] = [
    // The outer braces keep a name or a title as it is written; without them BibTeX would split and recase it.
    [
      'author',
      settings.authors.map(({ kind, name }) => (kind === 'person' ? tex(name) : `{${tex(name)}}`)).join(' and '),
    ],
    ['title', `{${tex(settings.title)}}`],
    ['version', tex(version)],
    ['year', settings.released?.slice(0, 4)],
    ['doi', settings.doi],
    ['url', settings.url ?? settings.repository],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${settings.name},\n${lines.join(',\n')}\n}`;
}

function tex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, (char) => `\\${char}`);
}
