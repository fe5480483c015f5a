import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleSubject } from '../../scripts/article/subject.ts';
import { FactKeeper } from '../../scripts/examine/factKeeper.ts';
import { Shelf, StoredFacts, storeFacts } from '../../scripts/examine/storedFacts.ts';
import { ResultFile, ResultWriter } from '../../scripts/platform/resultFile.ts';
import { FactCollector, type FactPart } from '../../scripts/rules/engine/collectFacts.ts';
import { Facts } from '../../scripts/rules/engine/facts.ts';
import { makeWorkspace } from '../platform/workspace.ts';

const facts: FactPart = {
  articles: [
    {
      file: 'raw/articles/gazette-2024-05-02.md',
      id: 'gazette-2024-05-02',
      lost: false,
      broken: false,
      tidy: false,
      capture: null,
      isCollection: false,
      claims: 3,
      suppress: [],
    },
  ],
  ids: ['gazette-2024-05-02-c01', 'gazette-2024-05-02-c02', 'été-c03'],
  numbers: Int32Array.of(1, -2, 2 ** 31 - 1),
  // A view into memory that holds more than it.
  words: Int32Array.of(9, 4, 5, 9).subarray(1, 3),
  verdicts: ['refuted'],
  links: [{ claim: 0, sameAs: ['herald-2024-05-03-c01'] }],
  evidence: [{ pages: ['https://a.example/'], words: ['bridge closed'] }],
  uses: { verdicts: ['refuted'], publishers: [], entities: [], topics: [], licences: [], distortions: [] },
  users: { verdicts: [[0]], publishers: [], entities: [], topics: [], licences: [], distortions: [] },
};

/** The facts as they are read from a file again, and how often something was read from it. */
async function storeAndOpen(shelf: Shelf) {
  const path = join(await makeWorkspace(), 'x.piece');
  const writer = new ResultWriter(path);
  const { head, pieces } = storeFacts(facts, writer);
  writer.finish(head);
  const file = ResultFile.open<FactPart>(path);
  if (!file) throw new Error('What was written cannot be read.');
  onTestFinished(() => file.close());
  const readings = { count: 0 };
  const read: ConstructorParameters<typeof StoredFacts>[2] = (piece) => {
    readings.count++;
    const bytes = file.read(piece);
    if (!bytes) throw new Error('damaged');
    return bytes;
  };
  return { stored: new StoredFacts(file.head, pieces, read, shelf), head, readings };
}

const columnsOf = ({ articles, ids, numbers, words, evidence, uses, users }: FactPart) => ({
  ...{ articles, ids, numbers, words, evidence, uses, users },
});

describe('stored facts', () => {
  test('are the facts, and nothing that grows with the claims is in memory before it is asked for', async () => {
    const { stored, head, readings } = await storeAndOpen(new Shelf());
    const nobody = { verdicts: [], publishers: [], entities: [], topics: [], licences: [], distortions: [] };
    const none = new Int32Array(0);
    expect(columnsOf(head)).toEqual({
      ...{ articles: [], ids: [], numbers: none, words: none, evidence: [], uses: nobody, users: nobody },
    });
    expect(readings.count).toBe(0);
    const { verdicts, links } = stored;
    expect({ verdicts, links, ...columnsOf(stored) }).toEqual(facts);
  });

  test('are read once as long as the shelf has room', async () => {
    const { stored, readings } = await storeAndOpen(new Shelf());
    for (let i = 0; i < 3; i++) columnsOf(stored);
    expect(readings.count).toBe(7);
  });

  test('are the same where the shelf has no room, and every column gives way to the next', async () => {
    const { stored, readings } = await storeAndOpen(new Shelf(0));
    for (let i = 0; i < 3; i++) expect(columnsOf(stored)).toEqual(columnsOf(facts));
    expect(readings.count).toBe(21);
  });
});

test('memory is written over only after what was in hand: rules find the same with hardly any room', () => {
  const makeFacts = (parts: number): FactPart[] => {
    const collector = new FactCollector();
    return Array.from({ length: parts }, (_, part) => {
      for (let i = 0; i < 2; i++) collector.add(toSubject(`a${part}${i}`, 3 * part + i));
      return structuredClone(collector.take());
    });
  };
  const given = makeFacts(40);
  const keeper = new FactKeeper(0, new Shelf(0));
  onTestFinished(() => keeper.close());
  const stored = new Facts(given.map((facts) => keeper.keep(facts)));
  const held = new Facts(given);
  expect([...stored.twins]).toEqual([...held.twins]);
  expect(held.twins.some((twin) => twin >= 0)).toBe(true);
  for (let a = 0; a < held.size; a += 3)
    for (let b = 0; b < held.size; b++) {
      expect(stored.countShared(a, b)).toBe(held.countShared(a, b));
      expect(stored.haveSameWords(a, b)).toBe(held.haveSameWords(a, b));
    }
});

/** An article of five claims, whose words come again in other articles. */
function toSubject(name: string, seed: number): ArticleSubject {
  const claims = Array.from({ length: 5 }, (_, i) => {
    const text = `The ${WORDS[(seed + i) % 7]} bridge of ${WORDS[(seed * i) % 7]} was ${WORDS[(seed + 2 * i) % 7]} in May.`;
    const id = `${name}-c0${i + 1}`;
    const none = { distortion: null, annotations: [], topics: [], reviews: [], same_as: [] };
    const voices = { claimant: 'article', asserted_by: 'claimant' };
    return {
      claim: { id, text, status: 'labelled', verdict: 'refuted', ...voices, ...none },
      pointer: `/claims/${i}`,
    };
  });
  return {
    file: `raw/articles/${name}.md`,
    article: { id: name, publisher: null, rights: { license: '' }, suppress: [] },
    claims,
    damaged: [],
    lost: false,
    text: { kind: 'absent', required: false, looked: '' },
  } as unknown as ArticleSubject;
}

const WORDS = ['long', 'short', 'old', 'new', 'open', 'closed', 'narrow'];
