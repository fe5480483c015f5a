// The quick answer whether an article is right is that of its validator.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats } from '../../scripts/schemas/formats.ts';
import { SCHEMAS } from '../../scripts/schemas/generated/registry.ts';
import { quickPatterns } from '../../scripts/schemas/quickPatterns.ts';
import { renderAcceptor } from '../../scripts/schemas/renderAcceptor.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import { splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';
import { IMPORTED_LABEL } from '../claims/importedLabel.ts';
import { hostileText } from '../hostile.ts';

const PATH = 'raw/article.schema.json';
const judges = { formats, patterns: quickPatterns };
const source = `export default ${renderAcceptor(PATH, SCHEMAS, judges)}`;
const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
  default: (given: typeof judges) => (value: unknown) => boolean;
};
const accepts = module.default(judges);
const validate = validatorOf(PATH);

const files = ['raw/articles', 'examples/gazette/raw/articles'].flatMap((folder) =>
  readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const articles = [...files, IMPORTED_LABEL].map((text) => {
  const parts = splitFrontMatter(text);
  if ('message' in parts) throw new Error(parts.message);
  return JSON.stringify(parseSyntax(parts.yaml).value);
});

test.each(articles.map((text) => [text.slice(0, 40), text]))('%s is accepted', (_, text) => {
  expect(accepts(JSON.parse(text))).toBe(true);
});

/** Every place below a value: what holds it, and under which key. */
function listPlaces(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...listPlaces(holder[key])]);
}

const VALUES = [
  null,
  true,
  0,
  -1,
  1.5,
  [],
  {},
  [null],
  { start: 1 },
  'article',
  'page',
  'norm-1',
  'a-b',
  'a--b',
  'x-c01',
  'e1',
];
const value = fc.oneof(
  fc.constantFrom<unknown>(...VALUES, '2024-02-29', '2023-02-29', '2024-02', '2024/..', 'https://a.bc/d', 'en', 'xx'),
  hostileText,
);

test('what is changed, added or taken away is accepted where the validator accepts it', () => {
  let accepted = 0;
  const edit = fc.tuple(fc.nat(), fc.constantFrom('change', 'change', 'change', 'remove', 'add'), value, hostileText);
  fc.assert(
    fc.property(fc.constantFrom(...articles), edit, (text, [nth, kind, given, key]) => {
      const article: unknown = JSON.parse(text);
      const places = listPlaces(article);
      const place = places[nth % places.length] as (typeof places)[number];
      if (kind === 'change') place.holder[place.key] = given;
      else if (kind === 'add') place.holder[key] = given;
      else if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
      else delete place.holder[place.key];
      const answer = accepts(article);
      if (answer) accepted++;
      if (answer !== validate(article)) expect([text, nth, kind, given, key]).toBeNull();
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(40);
});

test('what is no article is not accepted', () => {
  for (const other of [undefined, null, 1, 'text', [], {}, [{}]]) expect(accepts(other)).toBe(false);
});

test('a quick pattern accepts what its pattern accepts', () => {
  for (const [pattern, quick] of Object.entries(quickPatterns))
    fc.assert(
      fc.property(hostileText, (text) => {
        expect([text, quick(text)]).toEqual([text, new RegExp(pattern, 'u').test(text)]);
      }),
      { numRuns: 3000, seed: 1 },
    );
});

test('a schema that says what has no check is refused', () => {
  const say = (schema: object) => () => renderAcceptor('a', { a: schema }, judges);
  expect(say({ type: 'object', additionalProperties: false, properties: {}, minProperties: 1 })).toThrow(
    'minProperties',
  );
  expect(say({ type: 'object', properties: {} })).toThrow('any key');
  expect(say({ type: 'null' })).toThrow('null');
  expect(say({ anyOf: [{ type: 'string' }, { type: 'integer' }] })).toThrow('between a form and null');
});
