// A tree of YAML and its text → how whoever wrote it indents and quotes.
import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, visit } from 'yaml';

export type Quotes = "'" | '"';

export interface Style {
  /** What ends a line. */
  eol: '\n' | '\r\n';
  /** Spaces between the column of a key and that of the dashes below it. */
  dash: number;
  /** Spaces between the column of a dash and that of what stands behind it. */
  gap: number;
  /** Spaces between the column of a key and that of the keys below it. */
  step: number;
  /** Whether short lists and mappings stand on one line, in brackets. */
  flow: boolean;
  /** Quotation marks that texts under a key have, where somebody has chosen some. */
  quotes: ReadonlyMap<string, Quotes>;
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The first example of each habit decides; a text without one is written as this program writes labels itself. */
export function readStyle(yaml: string, root: Node | null): Style {
  const found: Partial<Pick<Style, 'dash' | 'gap' | 'step'>> = {};
  const quotes = new Map<string, Quotes>();
  let hasFlow = false;
  let hasBlockOfWords = false;
  const column = (node: unknown) => columnOf(yaml, (node as Node).range?.[0] ?? 0);
  visit(root ?? new Scalar(null), {
    Seq(_, seq) {
      if (seq.items.length === 0) return;
      if (seq.flow) hasFlow = true;
      else {
        if (seq.items.some((item) => isScalar(item))) hasBlockOfWords = true;
        if (isMap(seq.items[0])) found.gap ??= column(seq.items[0]) - column(seq);
      }
    },
    Map(_, map) {
      if (map.flow && map.items.length > 0) hasFlow = true;
    },
    Pair(_, pair: Pair) {
      const { key, value } = pair;
      if (isScalar(value) && isScalar(key)) {
        if (value.type === Scalar.QUOTE_DOUBLE) quotes.set(String(key.value), '"');
        if (value.type === Scalar.QUOTE_SINGLE) quotes.set(String(key.value), "'");
      }
      if (isSeq(value) && !value.flow && value.items.length > 0) found.dash ??= column(value) - column(key);
      if (isMap(value) && !value.flow && value.items.length > 0) found.step ??= column(value) - column(key);
    },
  });
  const [dash, gap, step] = [found.dash ?? 2, found.gap ?? 2, found.step ?? 2];
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
  return {
    eol,
    dash: Math.max(dash, 0),
    gap: Math.max(gap, 2),
    step: Math.max(step, 1),
    flow: hasFlow || !hasBlockOfWords,
    quotes,
  };
}
