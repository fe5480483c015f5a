import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { showProgress } from '../../scripts/commands/progress.ts';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';

describe('build', () => {
  test('counts one as one', async () => {
    const workspace = openWorkspace().remove(HERALD);
    workspace.edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []');
    expect((await workspace.build()).out).toContain('1 article, 2 claims (');
  });

  test('writes the dataset and says what it wrote', async () => {
    const workspace = openWorkspace();
    const { exitCode, out } = await workspace.build();
    expect(exitCode).toBe(0);
    expect(out).toContain('2 articles, 3 claims (1 supported, 2 refuted), version 1.0.0-dev');
    expect(
      workspace.rows('claims.jsonl').map((row) => [row['claim_id'], row['claimant'], row['claimant_kind']]),
    ).toEqual([
      ['gazette-2024-05-02-c01', 'Aldport Council', 'government'],
      ['gazette-2024-05-02-c02', 'Ada Archer', 'person'],
      ['herald-2024-05-03-c01', 'Harbour Herald', 'article'],
    ]);
  });

  test('an error stops it before anything is written', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    const before = workspace.read('dataset/claims.csv');
    const { exitCode, out } = await workspace.edit(GAZETTE, 'verdict: refuted', 'verdict: refutd').build();
    expect(exitCode).toBe(1);
    expect(out).toContain('did you mean `refuted`?');
    expect(out).toContain('Nothing was written: 1 error must be put right first.');
    expect(workspace.read('dataset/claims.csv')).toBe(before);
  });

  test('--check names what has drifted and writes nothing', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    expect((await workspace.build({ check: true })).exitCode).toBe(0);
    workspace.edit('dataset/claims.csv', 'Aldport', 'Oldport').file('dataset/extra.csv', '');
    const { exitCode, out } = await workspace.build({ check: true });
    expect(exitCode).toBe(1);
    expect(out).toContain('claims.csv is not what the build yields');
    expect(out).toContain('extra.csv is not a file of the dataset');
    expect(workspace.read('dataset/claims.csv')).toContain('Oldport');
  });

  test('drafts wait, withdrawn claims are only in withdrawn.csv', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, 'status: labelled', 'status: draft')
      .edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []')
      .edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []')
      .edit(HERALD, 'status: labelled', 'status: withdrawn')
      .edit(
        HERALD,
        'withdrawn: null',
        'withdrawn: { date: 2024-06-01, reason: It joined two claims., successors: [] }',
      );
    expect((await workspace.build()).exitCode).toBe(0);
    expect(workspace.rows('claims.jsonl').map((row) => row['claim_id'])).toEqual(['gazette-2024-05-02-c02']);
    expect(workspace.rows('evidence.jsonl').every((row) => row['claim_id'] === 'gazette-2024-05-02-c02')).toBe(true);
    expect(workspace.rows('withdrawn.jsonl')).toMatchObject([
      { claim_id: 'herald-2024-05-03-c01', last_verdict: 'refuted', reason: 'It joined two claims.' },
    ]);
  });

  test('same_as is closed: symmetric, with one cluster id', async () => {
    const workspace = openWorkspace().edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
    await workspace.build();
    const [first, , third] = workspace.rows('claims.jsonl');
    expect([first?.['same_as'], third?.['same_as']]).toEqual([['herald-2024-05-03-c01'], ['gazette-2024-05-02-c01']]);
    expect([first?.['cluster_id'], third?.['cluster_id']]).toEqual([
      'gazette-2024-05-02-c01',
      'gazette-2024-05-02-c01',
    ]);
  });

  test('a `|` in an address is written %7C, so that lists stay lists', async () => {
    const workspace = openWorkspace().edit(
      GAZETTE,
      'https://harbour.example.org/log/2024-04',
      'https://harbour.example.org/log?a|b',
    );
    await workspace.build();
    expect(workspace.rows('claims.jsonl')[0]?.['evidence_urls']).toEqual(['https://harbour.example.org/log?a%7Cb']);
  });

  test('numbers between markers of the datasheet are brought up to date, and only they', async () => {
    const workspace = openWorkspace().file(
      'DATASHEET.md',
      'We have <!-- veritable:claims -->0<!-- /veritable:claims --> claims.\r\nAnd <!-- veritable:nonsense -->1<!-- /veritable:nonsense -->.\n',
    );
    const { err } = await workspace.build();
    expect(workspace.read('DATASHEET.md')).toBe(
      'We have <!-- veritable:claims -->3<!-- /veritable:claims --> claims.\r\nAnd <!-- veritable:nonsense -->1<!-- /veritable:nonsense -->.\n',
    );
    expect(err).toContain('nonsense');
    expect((await workspace.build({ check: true })).exitCode).toBe(0);
  });

  test('a folder that holds other files is left alone', async () => {
    const workspace = openWorkspace().file('elsewhere/thesis.txt', 'mine');
    await expect(workspace.build({ out: workspace.path('elsewhere') })).rejects.toThrow(/thesis\.txt/);
    expect(readdirSync(workspace.path('elsewhere'))).toEqual(['thesis.txt']);
  });

  test('puts its own folder right after a merge that left conflict marks in it', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    const before = workspace.read('dataset/manifest.json');
    workspace.file('dataset/manifest.json', `<<<<<<< ours\n${before}`).file('dataset/claims.csv', '<<<<<<< ours');
    expect((await workspace.build()).exitCode).toBe(0);
    expect(workspace.read('dataset/manifest.json')).toBe(before);
  });

  test('a README that is not UTF-8 is neither rewritten nor bent, and nothing is built beside it', async () => {
    const bytes = Buffer.from('caf\xe9 <!-- veritable:version -->0<!-- /veritable:version -->\n', 'latin1');
    const workspace = openWorkspace().file('README.md', bytes);
    await expect(workspace.build()).rejects.toThrow(/README\.md is not valid UTF-8/);
    expect(readFileSync(workspace.path('README.md'))).toEqual(bytes);
    expect(existsSync(workspace.path('dataset'))).toBe(false);
  });

  test('captures at hand do not change a byte', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    const before = workspace.read('dataset/SHA256SUMS');
    await workspace.build({ captures: workspace.path('captures') });
    expect(workspace.read('dataset/SHA256SUMS')).toBe(before);
  });
});

describe('a private edition', () => {
  test('holds the text, and each quotation in its sentence', async () => {
    const workspace = openWorkspace();
    const out = workspace.path('private-edition');
    const { exitCode } = await workspace.build({ captures: workspace.path('captures'), withText: true, out });
    expect(exitCode).toBe(0);
    const lines = workspace
      .read('private-edition/claims.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    for (const row of lines) {
      expect(row['edition']).toBe('private');
      expect(row['quote_sentence']).toContain(row['quote']);
    }
    expect(existsSync(workspace.path('private-edition/NOT-FOR-PUBLICATION.txt'))).toBe(true);
  });

  test('the public dataset has no column of it', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    expect(workspace.read('dataset/claims.csv').split('\n')[0]).not.toMatch(/edition|sentence/);
    expect(workspace.read('dataset/articles.jsonl')).not.toContain('article_text');
  });

  test.each(['dataset', 'build/private', 'privately', 'private/../raw/x'])(
    'refuses %s in the repository',
    async (out) => {
      const workspace = openWorkspace();
      await expect(workspace.build({ captures: workspace.path('captures'), withText: true, out })).rejects.toThrow(
        /private/,
      );
      expect(existsSync('privately')).toBe(false);
    },
  );

  test('needs to be told where the captures are and where to write', async () => {
    await expect(openWorkspace().build({ withText: true })).rejects.toThrow(
      '--with-text needs --captures DIR and --out DIR',
    );
  });
});

describe('progress', () => {
  const said = (interactive: boolean, all: number) => {
    let text = '';
    const terminal = { out: () => {}, err: (part: string) => (text += part), colour: false, interactive };
    const tell = showProgress(terminal);
    for (const done of [all / 2, all]) tell?.(done, all);
    return text;
  };
  test('of long work is shown to a person, and goes away at the end', () => {
    expect(said(true, 1000)).toBe('\r500 of 1000 articles\r\u001b[K');
  });
  test('of short work, or where no person watches, is not shown', () => {
    expect([said(true, 10), said(false, 1000)]).toEqual(['', '']);
  });
});
