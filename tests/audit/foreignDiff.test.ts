// What changed between two states of somebody else's dataset.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../scripts/exchange/mapping.ts';
import { readState } from '../../scripts/exchange/readState.ts';
import { compareRecords } from '../../scripts/release/compareRecords.ts';
import type { Change } from '../../scripts/release/compareReleases.ts';
import { FIELD_CASES, FIELD_DATA } from '../outside.ts';

/** Records of one file by a mapping without version, name and files. */
async function load(file: string, style: string, fields: string, content?: string) {
  const text = `mapping: 1\nname: example\nfiles: [{ path: "${file}"${style} }]\n${fields}`;
  const read = readMapping('mapping.yml', text, { resolve: (path) => path, read: () => null });
  if ('drafts' in read) throw new Error(JSON.stringify(read.drafts));
  const { records, problems } = await readState(read.mapping, () => [Buffer.from(content ?? readFileSync(file))]);
  expect(problems).toEqual([]);
  return records;
}

const count = (changes: readonly Change[], is: Partial<Change>) =>
  changes.filter((change) => Object.entries(is).every(([key, value]) => change[key as keyof Change] === value)).length;

test.skipIf(!FIELD_CASES)('FIELD_CASES/before.csv and after.csv', async () => {
  const states = ['before', 'after'].map((name) =>
    load(
      `${FIELD_CASES}/${name}.csv`,
      '',
      `fields: { id: id, text: claim, verdict: verdict }\nextra: [${readFileSync(`${FIELD_CASES}/${name}.csv`, 'utf8').split('\n')[0]?.trim().split(',').slice(3).join(', ')}]\n`,
    ),
  );
  const [before, after] = await Promise.all(states);
  const { changes } = compareRecords({ old: 'before', new: 'after' }, before ?? new Map(), after ?? new Map());
  const { diff, ids_of_changed_verdicts } = JSON.parse(readFileSync(`${FIELD_CASES}/expected.json`, 'utf8')).cases[
    'before.csv + after.csv'
  ];
  expect({
    verdicts_changed: count(changes, { kind: 'verdict' }),
    claims_reworded: count(changes, { kind: 'text' }),
    other_values: count(changes, { kind: 'metadata' }) + count(changes, { kind: 'particulars' }),
    added: count(changes, { kind: 'added' }),
    removed: count(changes, { kind: 'dropped' }),
  }).toEqual(diff);
  expect(changes.filter(({ kind }) => kind === 'verdict').map(({ id }) => id)).toEqual(ids_of_changed_verdicts);
});

/** A state of a repository lies in a folder of its name and commit, as `LIAR-PLUS@b680811`. */
const at = (path: string) => join(FIELD_DATA ?? '', path);

const POSTS = `fields: { id: post_id, verdict: Rating, url: Post URL, published: Date Published }
extra: [account_id, Category, Page, Post Type, Debate, share_count, reaction_count, comment_count]
`;
const COMMITS = ['3383388', 'c4de4c5', '339d3e9'];
const postsOf = (commit: string) => at(`2016-10-facebook-fact-check@${commit}/data/facebook-fact-check.csv`);

describe.skipIf(!FIELD_DATA || !COMMITS.every((commit) => existsSync(postsOf(commit))))(
  'FIELD_DATA/2016-10-facebook-fact-check at three commits',
  () => {
    test.each([
      [0, 3],
      [1, 1],
    ])('after commit %d there are %d other verdicts, and nothing else', async (i, verdicts) => {
      const [old, current] = await Promise.all([i, i + 1].map((n) => load(postsOf(COMMITS[n] as string), '', POSTS)));
      const { changes } = compareRecords({ old: '', new: '' }, old ?? new Map(), current ?? new Map());
      expect([count(changes, { kind: 'verdict' }), changes.length]).toEqual([verdicts, verdicts]);
    });
  },
);

const COLUMNS =
  'json_file_id, label, claim, topics, originator, title, state, party, barely, false_count, half, mostly, pants, context, justification';
const FIRST = at('LIAR-PLUS@b680811/dataset/test.tsv');
const SECOND = at('LIAR-PLUS/dataset/tsv/test2.tsv');

test.skipIf(!FIELD_DATA || !existsSync(FIRST) || !existsSync(SECOND))(
  'FIELD_DATA/LIAR-PLUS, test of versions 1 and 2: no label and 1,274 justifications',
  async () => {
    const fields = (dropped: string) =>
      `fields: { id: json_file_id, text: claim, verdict: label, justification: justification }\ndropped: [${dropped}]\n`;
    const dropped = COLUMNS.split(', ').filter((name) => !/^(?:json_file_id|label|claim|justification)$/.test(name));
    const style = (columns: string) => `, quote: null, header: [${columns}]`;
    const first = await load(FIRST, style(COLUMNS), fields(dropped.join(', ')));
    // Sixteen of its records are cut in two by a line break.
    const joined = readFileSync(SECOND, 'utf8').replace(/\n(?!\d+\t)/g, ' ');
    const second = await load(SECOND, style(`id, ${COLUMNS}`), fields(['id', ...dropped].join(', ')), joined);
    expect([first.size, second.size]).toEqual([1283, 1283]);
    const { changes, cells } = compareRecords({ old: '1', new: '2' }, first, second);
    expect(count(changes, { kind: 'verdict' })).toBe(0);
    // In 127 claims quotation marks alone differ.
    expect(cells).toEqual({ claims: { justification: 1274, text: 127 } });
  },
);
