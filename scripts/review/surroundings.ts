// A claim and its article's text → the words around its quotation.
import { readArticleText } from '../labelling/quotation.ts';
import { readSourceText } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { parseSyntax } from '../yaml/syntax.ts';
import type { ReviewClaim } from './claims.ts';
import type { Surroundings } from './claimView.ts';

/** Code points each way. */
const REACH = 600;

/** null where the text is not at hand, or nobody knows where the quotation stands in it. */
export function readSurroundings({ file, written }: ReviewClaim, project: Project): Surroundings | null {
  const { anchor } = written;
  const source = anchor === null ? null : readSourceText(file);
  if (anchor === null || source === null) return null;
  const own = readArticleText(file, source, project);
  if (own.kind !== 'body' && own.kind !== 'capture') return null;
  const { text, points } = own;
  const { start, end } = anchor;
  if (end > points.length) return null;
  const cut = (from: number, to: number) => text.slice(points.unitOf(from), points.unitOf(to));
  const parts = splitFrontMatter(source);
  const { language } = 'message' in parts ? {} : (parseSyntax(parts.yaml).value as { language?: unknown });
  return {
    before: cut(Math.max(0, start - REACH), start),
    quote: cut(start, end),
    after: cut(end, Math.min(points.length, end + REACH)),
    language: typeof language === 'string' ? language : null,
  };
}
