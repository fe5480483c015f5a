import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { FactKeeper } from '../../scripts/examine/factKeeper.ts';
import { StoredFacts } from '../../scripts/examine/storedFacts.ts';
import type { FactPart } from '../../scripts/rules/engine/collectFacts.ts';

const nothing = { verdicts: [], publishers: [], entities: [], topics: [], licences: [], distortions: [] };

/** Facts of two claims. */
const factsOf = (name: string): FactPart => ({
  articles: [],
  ids: [`${name}-c01`, `${name}-c02`],
  numbers: Int32Array.of(1, -2, 3),
  words: Int32Array.of(4, 5),
  verdicts: ['refuted'],
  links: [],
  evidence: [],
  uses: nothing,
  users: nothing,
});

const contentOf = ({ articles, ids, numbers, words, verdicts, links, evidence, uses, users }: FactPart) => ({
  ...{ articles, ids, numbers, words, verdicts, links, evidence, uses, users },
});

function openKeeper(held: number): FactKeeper {
  const keeper = new FactKeeper(held);
  onTestFinished(() => keeper.close());
  return keeper;
}

test('facts of many claims stay as they are, those that follow lie on the disk and say the same', () => {
  const keeper = openKeeper(4);
  const given = ['a', 'b', 'c', 'd'].map(factsOf);
  const kept = given.map((facts) => keeper.keep(facts));
  expect(kept.map((facts) => facts instanceof StoredFacts)).toEqual([false, false, true, true]);
  expect(kept.map(contentOf)).toEqual(given);
});

test('what lies on the disk already is left there', () => {
  const keeper = openKeeper(0);
  const stored = keeper.keep(factsOf('a'));
  expect(keeper.keep(stored)).toBe(stored);
});

test('one that begins again keeps as many in memory as before', () => {
  const keeper = openKeeper(2);
  for (const name of ['a', 'b']) keeper.keep(factsOf(name));
  keeper.begin();
  const kept = ['c', 'd', 'e'].map((name) => keeper.keep(factsOf(name)));
  expect(kept.map(contentOf)).toEqual(['c', 'd', 'e'].map(factsOf));
  expect(kept.map((facts) => facts instanceof StoredFacts)).toEqual([false, true, true]);
});

test('no file is left', () => {
  const list = () => readdirSync(tmpdir()).filter((name) => /^veritable-[0-9a-f]{16}$/.test(name));
  const before = list();
  const keeper = new FactKeeper(0);
  keeper.keep(factsOf('a'));
  keeper.close();
  expect(list().filter((name) => !before.includes(name))).toEqual([]);
});
