// The command line → what is to be measured, and where the results go.
import { parseArgs } from 'node:util';
import { PEERS, type Peer } from './peers.ts';
import { STYLE_NAMES, type Style } from './styles.ts';

export interface Arguments {
  sizes: number[];
  styles: Style[];
  /** What is measured; null for what is usual at a size. */
  groups: Group[] | null;
  peers: Peer[];
  runs: number;
  /** A checkout of an earlier version, whose cold build is measured too. */
  before: string | null;
  json: boolean;
  check: boolean;
  from: string[];
  profile: number | null;
  plot: string | null;
  write: string | null;
}

/** Works that are measured together. */
export const GROUPS = ['cold', 'warm', 'publishing', 'shards'] as const;
export type Group = (typeof GROUPS)[number];

export const USAGE = `Usage: npm run bench -- [options]

Measures this project, the obvious script and others on the same invented articles.

  --articles N,M,…     sizes of the corpus (default: 1000)
  --styles A|B|…       how the labels are written (default: all)
                       ${STYLE_NAMES.join('\n                       ')}
  --works A,B,…        what is measured: ${GROUPS.join(', ')} (default: all, of many articles but cold and warm nothing)
  --runs N             rounds of which the tables have the median (default: 3)
  --peers A,B,…        other tools to measure: ${PEERS.join(', ')}
  --before DIR         a checkout of an earlier version, whose cold build is measured beside this one
  --profile N          the share of each part in a cold build of N articles on one thread
  --check              fail where bytes depend on the style or on threads, or an article costs more among many
  --from FILE.json,…   results of earlier runs instead of new ones
  --format FORMAT      table or json (default: table)
  --write FILE.md      put the tables between the markers of a page
  --plot FILE.svg      draw time and memory against size
  --help               show this

Ends with 1 where a check fails, with 2 on wrong usage.
`;

/** Throws with one line on what is wrong; null where help is asked for. */
export function readArguments(argv: readonly string[]): Arguments | null {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.help) return null;
  const count = (option: string, text: string) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} takes a number above 0, not '${text}'.`);
    return number;
  };
  if (!['table', 'json'].includes(values.format)) throw new Error(`--format is table or json, not '${values.format}'.`);
  return {
    sizes: values.articles.split(',').map((size) => count('articles', size)),
    styles: values.styles === undefined ? [...STYLE_NAMES] : choose('styles', values.styles.split('|'), STYLE_NAMES),
    groups: values.works === undefined ? null : choose('works', values.works.split(','), GROUPS),
    peers: values.peers === undefined ? [] : choose('peers', values.peers.split(','), PEERS),
    runs: count('runs', values.runs),
    before: values.before ?? null,
    json: values.format === 'json',
    check: values.check,
    from: values.from?.split(',') ?? [],
    profile: values.profile === undefined ? null : count('profile', values.profile),
    plot: values.plot ?? null,
    write: values.write ?? null,
  };
}

const OPTIONS = {
  articles: { type: 'string', default: '1000' },
  styles: { type: 'string' },
  works: { type: 'string' },
  peers: { type: 'string' },
  runs: { type: 'string', default: '3' },
  before: { type: 'string' },
  format: { type: 'string', default: 'table' },
  plot: { type: 'string' },
  write: { type: 'string' },
  from: { type: 'string' },
  profile: { type: 'string' },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function choose<T extends string>(option: string, asked: readonly string[], known: readonly T[]): T[] {
  const unknown = asked.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`--${option} does not know '${unknown}', only ${known.join(', ')}.`);
  return known.filter((name) => asked.includes(name));
}
