// A claim with two pieces of evidence, from a saved page on → what is typed for it by hand, by commands and in an editor.
import { isDeepStrictEqual } from 'node:util';
import { tidyLabels } from '../scripts/article/tidy.ts';
import { splitFrontMatter } from '../scripts/yaml/frontMatter.ts';
import { readYaml } from '../scripts/yaml/readYaml.ts';
import { walk } from './editorWalk.ts';
import { claimsOf, leastOf, typeByHand } from './handTyping.ts';
import { addUp, type Effort, press, secondsOf } from './keyModel.ts';
import { NAMES, SAMPLES, type Sample } from './samples.ts';
import { effortOf, label, type Said, type Step } from './typing.ts';

const [PAGE, ...EVIDENCE] = NAMES;
const chosen = (word: string): Said => ({ chosen: word });
const own = (words: string): Said => ({ own: words });
/** Enter: what is offered is taken, or nothing is said. */
const ENTER = chosen('');

const sayClaim = ({ quote, text }: Sample): Said[] => [
  { page: quote },
  own(text),
  ...[ENTER, ENTER, chosen('n'), ENTER],
];
const sayEvidence = ({ evidence }: Sample): Said[] => evidence.flatMap(({ shows }) => [chosen('r'), own(shows), ENTER]);
const sayVote = ({ justification }: Sample): Said[] => [chosen('r'), chosen('h'), own(justification), chosen('a1')];

/** One command, and answers. */
const byAnswers = (sample: Sample): Step[] => [
  {
    words: ['new', PAGE, ...EVIDENCE],
    answers: [
      ...[chosen('o'), chosen('l'), own(sample.synopsis)],
      ...[...sayClaim(sample), ...sayEvidence(sample), ...sayVote(sample)],
    ],
  },
];
/** The same where the article is there. */
const claimByAnswers = (sample: Sample): Step[] => [
  {
    words: ['new', 'claim', ...EVIDENCE],
    answers: [...sayClaim(sample), ...sayEvidence(sample), ...sayVote(sample)],
  },
];
/** Where nobody is asked. */
const articleByOptions = ({ synopsis }: Sample): Step => ({
  words: ['new', PAGE],
  options: [
    ['--nature', chosen('o')],
    ['--licence', chosen('LicenseRef-all-rights-reserved')],
    ['--synopsis', own(synopsis)],
  ],
});
const claimByOptions = ({ quote, text, justification, evidence }: Sample): Step => ({
  words: ['new', 'claim', ...EVIDENCE],
  options: [
    ['-q', { page: quote }],
    ['-t', own(text)],
    ['--claimant', chosen('article')],
    ['--type', chosen('n')],
    ...evidence.flatMap(({ shows }) => [['-s', chosen('r')] as const, ['-w', own(shows)] as const]),
    ['-j', own(justification)],
    ['-v', chosen('refuted')],
    ['-c', chosen('h')],
    ['--as', chosen('a1')],
  ],
});

const sum = (steps: readonly Step[]) => addUp(...steps.map(effortOf));

interface Row {
  what: string;
  /** Words of one's own and of pages: what nobody is spared. */
  words: number;
  hand: Effort;
  answers: Effort;
  options: Effort;
  editor: Effort;
}

/** The article without its claim, where one is about to be written. */
const beginOf = (text: string, body: string) => `${text.slice(0, text.indexOf('claims:'))}claims:\n  - \n---\n${body}`;

async function countSample(sample: Sample): Promise<[whole: Row[], claim: Row[]]> {
  const steps = [articleByOptions(sample), claimByOptions(sample)];
  const text = await label(sample, steps);
  if (text !== (await label(sample, byAnswers(sample)))) throw new Error('Options and answers give different labels.');
  const parts = splitFrontMatter(text);
  if ('message' in parts) throw new Error(parts.message);
  const { yaml, body } = parts;
  const [whole, alone] = [await walk(sample), await walk(sample, beginOf(text, body))];
  for (const walked of [whole, alone]) requireSame(walked.text, yaml);
  const { text: claim, justification, synopsis, evidence } = sample;
  const words = press([claim, justification, ...evidence.map(({ shows }) => shows)].join('')).keys;
  const forms = [
    ['every field', tidyLabels(yaml, 'full')],
    ['as written', yaml],
    ['the least', leastOf(yaml)],
  ] as const;
  const rowsOf = (write: (yaml: string) => Effort, counted: Omit<Row, 'what' | 'hand'>) =>
    forms.map(([form, labels]) => ({ ...counted, what: `${sample.name}: ${form}`, hand: write(labels) }));
  return [
    rowsOf((labels) => typeByHand(labels, body), {
      words: words + press(synopsis).keys,
      answers: sum(byAnswers(sample)),
      options: sum(steps),
      editor: whole.effort,
    }),
    rowsOf((labels) => typeByHand(claimsOf(labels), ''), {
      words,
      answers: sum(claimByAnswers(sample)),
      options: sum([claimByOptions(sample)]),
      editor: alone.effort,
    }),
  ];
}

/** An editor lays text out otherwise than commands do; it says the same. */
function requireSame(text: string, yaml: string): void {
  const parts = splitFrontMatter(text);
  if ('message' in parts || !isDeepStrictEqual(readYaml(parts.yaml), readYaml(yaml)))
    throw new Error(`The editor's labels are others:\n${text}\n${yaml}`);
}

const share = (part: number, whole: number) => (part / whole).toFixed(2);
const minutes = (effort: Effort) => (secondsOf(effort) / 60).toFixed(1);

function renderRow({ what, words, hand, ...ways }: Row): string {
  const { answers, options, editor } = ways;
  const cells = [what, words, `${hand.keys}, ${minutes(hand)}`];
  for (const way of [answers, editor, options])
    cells.push(
      `${way.keys}, ${minutes(way)}`,
      `${share(way.keys, hand.keys)}, ${share(secondsOf(way), secondsOf(hand))}`,
    );
  return `| ${cells.join(' | ')} |\n`;
}

const HEAD = `| labels | own words | by hand | answers | share | editor | share | options | share |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`;

export interface Counted {
  /** Tables of Markdown: an article with a claim, and a claim alone. */
  whole: string;
  claim: string;
}

/** Keys and minutes by hand, by answers and by options, for each sample. */
export async function countKeystrokes(): Promise<Counted> {
  const [whole, claim]: [Row[], Row[]] = [[], []];
  for (const sample of SAMPLES) {
    const [both, alone] = await countSample(sample);
    whole.push(...both);
    claim.push(...alone);
  }
  const render = (rows: readonly Row[]) => HEAD + rows.map(renderRow).join('');
  return { whole: render(whole), claim: render(claim) };
}

if (process.argv[1]?.endsWith('keystrokes.ts')) {
  const { whole, claim } = await countKeystrokes();
  process.stdout.write(`An article and a claim:\n\n${whole}\nA claim of an article that is there:\n\n${claim}`);
}
