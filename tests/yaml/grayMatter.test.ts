// Front matter is split as the tool that most projects use splits it, where both read it.
import { readdirSync, readFileSync } from 'node:fs';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';

const articles = ['raw/articles', 'examples/gazette/raw/articles'].flatMap((folder) =>
  readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const texts = [
  ...articles,
  '---\na: 1\n---\n',
  '---\na: 1\n---\n\nA body.\n---\nMore of it.\n',
  '---\na: "---"\n---\nbody',
];

test.each(texts)('%#', (text) => {
  const ours = splitFrontMatter(text);
  // Without options gray-matter answers from a cache that it changes itself.
  const theirs = matter(text, {});
  if ('message' in ours) throw new Error(ours.message);
  expect(ours.yaml.trim()).toBe(theirs.matter.trim());
  expect(ours.body).toBe(theirs.content);
});
