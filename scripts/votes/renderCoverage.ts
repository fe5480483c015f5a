// Who has voted on what → lines for the terminal.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import type { VoteCoverage } from './coverage.ts';

/** Two blocks: annotators, and articles with what is missing there and how far votes agree. */
export function renderCoverage({ claims, voted, articles }: VoteCoverage): string {
  const annotators = Object.entries(voted).map(
    ([name, n]) => [name, `${n} of ${claims}${sayMissing(claims - n)}`] as const,
  );
  const byArticle = articles.map(({ article, claims: own, voted: here, agreement }) => {
    const counts = Object.entries(here).map(([name, n]) => `${name} ${n}`);
    const { alpha = null, alpha_interval: interval = null } = agreement ?? {};
    const within = interval === null ? '' : ` (95 % interval ${interval.join(' to ')})`;
    const agree =
      agreement === null
        ? 'no claim was judged by two'
        : `${agreement.raw} of the votes on ${agreement.claims} agree, alpha ${alpha ?? 'not defined'}${within}`;
    return [article, `${counts.join(', ')} of ${own}; ${agree}`] as const;
  });
  return [
    block(`Claims that were voted on, of ${claims}`, annotators),
    block('Votes and agreement by article', byArticle),
  ]
    .map((lines) => `\n${lines.map((line) => `${sanitiseForTerminal(line)}\n`).join('')}`)
    .join('');
}

function sayMissing(left: number): string {
  return left === 0 ? '' : `, ${left} without`;
}

function block(heading: string, entries: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return [heading, ...entries.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)];
}
