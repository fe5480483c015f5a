// What this dataset has of its own is what a new one gets: the datasheet's questions, the licence's text.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDatasheet } from '../../scripts/formats/datasheet.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const questions = (path: string) =>
  readDatasheet(read(path)).map(({ id, question, properties }) => [id, question, properties]);

test('a new datasheet asks the questions that this one answers', () => {
  expect(questions('templates/project/DATASHEET.md')).toEqual(questions('DATASHEET.md'));
});

test('the text of the licence is the same', () => {
  expect(read('LICENSE-DATA')).toContain(read('templates/licences/CC-BY-4.0.txt').trimEnd());
});
