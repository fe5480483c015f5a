// A score → text for a terminal, JSON, or Markdown for a paper's appendix.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { markdownCell } from '../values/markdown.ts';
import type { DatasetIdentity } from './about.ts';
import type { Interval } from './bootstrap.ts';
import { NONE, type Scored, type SystemScore } from './scoreSystems.ts';

export type ScoreFormat = 'text' | 'json' | 'markdown';

export interface ScoreReport extends Scored {
  signature: string;
  dataset: DatasetIdentity;
  scale: string;
  split: string | null;
  /** What a reader must know to believe the numbers. */
  notes: readonly string[];
}

export function renderScore(report: ScoreReport, format: ScoreFormat): string {
  if (format === 'json') return `${JSON.stringify(round(report), null, 2)}\n`;
  const blocks = listBlocks(report);
  const text = format === 'text' ? blocks.map(renderPlain) : blocks.map(renderMarkdown);
  return text.join('\n');
}

/** Heading, words, and a table whose first row is its header. */
interface Block {
  heading: string | null;
  lines?: string[];
  table?: string[][];
}

function listBlocks(report: ScoreReport): Block[] {
  const { dataset, claims, groups, majority, systems, comparison, signature, notes } = report;
  const version = dataset.version === null ? '' : ` ${dataset.version}`;
  const of = report.split === null ? 'all claims' : `split ${report.split}`;
  const names = ['accuracy', 'macro_f1', 'balanced_accuracy'] as const;
  const title = { accuracy: 'accuracy', macro_f1: 'macro-F1', balanced_accuracy: 'balanced accuracy' };
  const blocks: Block[] = [
    { heading: null, lines: [`${dataset.name}${version}, ${of}: ${claims} claims in ${groups} groups`] },
    {
      heading: 'Verdicts',
      table: [
        ['', ...systems.map(({ name }) => name), `always ${majority.verdict}`],
        ...names.map((name) => [
          title[name],
          ...systems.map(({ scores, intervals }) => `${number(scores[name])}${range(intervals[name])}`),
          number(majority.scores[name]),
        ]),
      ],
    },
  ];
  for (const system of systems) blocks.push(...listSystemBlocks(report, system));
  if (comparison) {
    const {
      first_alone_right: a,
      second_alone_right: b,
      mcnemar_p,
      macro_f1_difference,
      interval,
      bootstrap_p,
    } = comparison;
    const [first = '', second = ''] = systems.map(({ name }) => name);
    blocks.push({
      heading: `${first} against ${second}`,
      table: [
        ['', 'value'],
        [`right where ${second} is wrong`, String(a)],
        [`wrong where ${second} is right`, String(b)],
        ['McNemar, exact, two-sided p', probability(mcnemar_p)],
        ['difference in macro-F1', `${signed(macro_f1_difference)}${range(interval)}`],
        ['paired bootstrap over groups, p', bootstrap_p === null ? 'none' : probability(bootstrap_p)],
      ],
    });
  }
  if (notes.length > 0) blocks.push({ heading: 'Notes', lines: [...notes] });
  blocks.push({ heading: 'Signature', lines: [signature] });
  return blocks;
}

function listSystemBlocks({ classes, systems }: ScoreReport, system: SystemScore): Block[] {
  const of = systems.length === 1 ? '' : ` of ${system.name}`;
  const used = classes.filter((name) => {
    const { support, precision, recall } = system.per_class[name] ?? { support: 0, precision: 0, recall: 0 };
    return support + precision + recall > 0 || classes.some((gold) => (system.confusion[gold]?.[name] ?? 0) > 0);
  });
  const columns = system.missing > 0 ? [...used, NONE] : used;
  const blocks: Block[] = [
    {
      heading: `Classes${of}`,
      table: [
        ['class', 'precision', 'recall', 'F1', 'claims'],
        ...used.map((name) => {
          const scores = system.per_class[name];
          return [name, number(scores?.precision), number(scores?.recall), number(scores?.f1), String(scores?.support)];
        }),
      ],
    },
    {
      heading: `Gold (rows) and predictions (columns)${of}`,
      table: [
        ['', ...columns],
        ...used.map((gold) => [gold, ...columns.map((name) => String(system.confusion[gold]?.[name] ?? 0))]),
      ],
    },
  ];
  if (system.calibration) {
    const { ece, brier, log_loss } = system.calibration;
    blocks.push({
      heading: `Probabilities${of}`,
      table: [
        ['', 'value'],
        ['expected calibration error, 10 equal bins', number(ece)],
        ['Brier score', number(brier)],
        ['log loss', number(log_loss)],
      ],
    });
  }
  const { fever, pages, items } = system.evidence ?? { fever: null, pages: null, items: null };
  const rows = [
    ...(fever
      ? [
          ['FEVER score', number(fever.fever_score)],
          ['sentences, precision', number(fever.precision)],
          ['sentences, recall of whole groups', number(fever.recall)],
          ['sentences, F1', number(fever.f1)],
        ]
      : []),
    ...(pages
      ? [
          ['pages, recall', number(pages.recall)],
          ['pages, precision', pages.precision === null ? 'none predicted' : number(pages.precision)],
        ]
      : []),
    ...(items
      ? [
          [`items, best assignment by ${items.similarity}`, number(items.mean)],
          ...Object.entries(items.verdict_where_above).map(([threshold, share]) => [
            `verdict right and items above ${threshold}`,
            number(share),
          ]),
        ]
      : []),
  ];
  if (rows.length > 0) blocks.push({ heading: `Evidence${of}`, table: [['', 'value'], ...rows] });
  return blocks;
}

function number(value: number | undefined): string {
  return (value ?? 0).toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

function range(interval: Interval): string {
  if (interval === null) return '';
  return ` [${interval.map((value) => (value < 0 ? `−${Math.abs(value).toFixed(3)}` : value.toFixed(3))).join(', ')}]`;
}

function probability(p: number): string {
  return p < 0.001 ? p.toExponential(2) : p.toFixed(3);
}

function renderPlain({ heading, lines = [], table = [] }: Block): string {
  const cells = table.map((row) => row.map(sanitiseForTerminal));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? '')].length)));
  const rows = cells.map((row) =>
    row
      .map((cell, i) => {
        const fill = ' '.repeat((widths[i] as number) - [...cell].length);
        return i === 0 ? cell + fill : fill + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  return [...(heading === null ? [] : [sanitiseForTerminal(heading)]), ...lines.map(sanitiseForTerminal), ...rows]
    .map((line) => `${line}\n`)
    .join('');
}

function renderMarkdown({ heading, lines = [], table = [] }: Block): string {
  const rows = table.map((row) => `| ${row.map(markdownCell).join(' | ')} |`);
  const [header, ...others] = rows;
  const rule =
    header === undefined ? [] : [header, `| --- |${' ---: |'.repeat((table[0]?.length ?? 1) - 1)}`, ...others];
  const words = lines.map((line) =>
    heading === 'Signature' ? `\`${line.replaceAll('`', "'")}\`` : markdownCell(line),
  );
  return [...(heading === null ? [] : [`### ${markdownCell(heading)}`, '']), ...words, ...rule]
    .map((line) => `${line}\n`)
    .join('');
}

/** Numbers to eight digits: more are noise. Counts stay what they are. */
function round(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(8));
  if (Array.isArray(value)) return value.map(round);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, round(part)]));
}
