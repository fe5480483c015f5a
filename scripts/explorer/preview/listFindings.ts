// Located findings and the facts of the articles → what the page shows of them, each with the claim that it is about.
import type { LocatedFinding } from '../../findings/locate.ts';
import { worstFirst } from '../../findings/worstFirst.ts';
import { type FactPart, Field, WIDTH } from '../../rules/engine/collectFacts.ts';
import type { ShownFinding } from './news.ts';

/** Lists the findings, the worst first. */
export function listFindings(located: readonly LocatedFinding[], facts: readonly FactPart[]): ShownFinding[] {
  const articles = nameArticles(located, facts);
  return worstFirst(located).map(({ code, severity, message, file, range, pointer, expected, found, hint }) => {
    const article = articles.get(file);
    const [, place] = /^\/claims\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
    return {
      code,
      severity,
      message,
      place: range === null ? file : `${file}:${range.start.line}:${range.start.column}`,
      expected,
      found,
      hint,
      article: article?.id ?? null,
      claim: (place !== undefined && article?.claims.get(Number(place))) || null,
    };
  });
}

interface Named {
  id: string;
  /** Ids of the claims by their places in the file. */
  claims: Map<number, string>;
}

/** The articles that have findings, by their files. */
function nameArticles(located: readonly LocatedFinding[], facts: readonly FactPart[]): Map<string, Named> {
  const wanted = new Set(located.map(({ file }) => file));
  const named = new Map<string, Named>();
  for (const { articles, ids, numbers } of facts) {
    let at = 0;
    for (const { file, id, claims: count } of articles) {
      if (wanted.has(file)) {
        const claims = new Map<number, string>();
        for (let claim = at; claim < at + count; claim += 1)
          claims.set(numbers[claim * WIDTH + Field.place] ?? -1, ids[claim] ?? '');
        named.set(file, { id, claims });
      }
      at += count;
    }
  }
  return named;
}
