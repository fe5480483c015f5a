// Labels of an article → what it takes to type them in an editor that knows nothing of them.
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { formAt, neededKeys } from '../scripts/lsp/schemaAt.ts';
import { addUp, decide, type Effort, press, take } from './keyModel.ts';

/** Values that stand on a page, or that another program says of it; the rest is chosen, or said in words of one's own. */
const ON_A_PAGE = new Set(['url', 'title', 'publisher', 'holder', 'quote', 'file', 'sha256', 'characters']);

/**
 * Each key is a thought, and so is each value: what to choose, or that the words are at their end. What stands on a
 * page is copied where that takes less. Not counted: the indentation, which an editor types, and the anchor, which
 * `fix` writes.
 */
export function typeByHand(yaml: string, body: string): Effort {
  const text = yaml.replace(/^ *anchor:.*\n/gm, '');
  const efforts: Effort[] = [];
  let scalars = 0;
  visit(parseDocument(text), {
    Scalar(key, { range }, path) {
      const found = text.slice(range?.[0] ?? 0, range?.[1] ?? 0);
      scalars += [...found].length;
      const written = plainOf(found);
      const pair = path.at(-1);
      const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
      const isCopied = key === 'value' && ON_A_PAGE.has(name);
      efforts.push(isCopied ? addUp(take(written), decide('')) : decide(written));
    },
  });
  const signs = text.split('\n').reduce((sum, line) => sum + [...line.trimStart()].length + 1, -1);
  return addUp(...efforts, press(signs - scalars), body === '' ? press('') : addUp(press(body), decide('')));
}

/** Without the quotation marks that commands write, where a person needs none. */
function plainOf(written: string): string {
  const inner = /^"(\p{L}[^"\\#]*)"$/u.exec(written)?.[1];
  return inner === undefined || inner.includes(': ') ? written : inner;
}

/** The claims of an article: what is typed where the article is there already. */
export function claimsOf(yaml: string): string {
  return yaml.slice(yaml.indexOf('claims:'));
}

/** What rules ask of a published claim besides its schema. */
const PUBLISHED = new Set(['verdict', 'justification', 'status', 'annotations', 'evidence', 'anchor']);

/** The same labels with nothing but what is asked for: less than the commands write. */
export function leastOf(yaml: string): string {
  const document = parseDocument(yaml);
  const thin = (node: unknown, path: readonly string[]): void => {
    if (isSeq(node)) for (const [i, item] of node.items.entries()) thin(item, [...path, String(i)]);
    if (!isMap(node)) return;
    const form = formAt('raw/article.schema.json', path);
    const needed = form === null ? new Set<string>() : neededKeys(form);
    node.items = node.items.filter(({ key }) => {
      const name = String(isScalar(key) ? key.value : key);
      return needed.has(name) || PUBLISHED.has(name) || path[0] === 'capture' || name === 'capture';
    });
    for (const { key, value } of node.items) thin(value, [...path, String(isScalar(key) ? key.value : key)]);
  };
  thin(document.contents, []);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
