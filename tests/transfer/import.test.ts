// A table becomes labels that can be built, follows a newer table, and never takes the place of what is there.
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportClaims } from '../../scripts/commands/exportClaims.ts';
import { importDataset } from '../../scripts/commands/import.ts';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { readState, writeLedger } from '../release/labels.ts';
import { record, Workspace } from '../workspace.ts';

const LONG = { timeout: 120_000 };

/** A copy of examples/import in a folder that goes away with the test. */
function openExample(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync('examples/import', root, { recursive: true });
  return new Workspace(root);
}

const bring = (workspace: Workspace, options: object = {}) =>
  record((terminal) =>
    importDataset([workspace.path('claims.yml')], { raw: workspace.path('raw'), ...options }, terminal, '2024-06-01'),
  );
const send = (workspace: Workspace, kind: 'averitec' | 'fever' | 'claimreview', source?: string) =>
  record((terminal) =>
    exportClaims(
      kind,
      { raw: workspace.path('raw'), out: workspace.path(`out/${kind}`), ...(source ? { source } : {}) },
      terminal,
    ),
  );
const ARTICLE = (row: number) => `raw/articles/ferry-${row}.md`;

describe('import', () => {
  test('what it writes is valid, and can be built', LONG, async () => {
    const workspace = openExample();
    expect((await bring(workspace)).exitCode).toBe(0);
    const { findings, summary } = await workspace.report();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Every claim is judged, though none has a quotation that could be checked.
    expect(summary).toMatchObject({ articles: 10, claims: 10, quotations: { checked: 0, unchecked: 0 } });
    expect((await workspace.build({ out: workspace.path('dataset') })).exitCode).toBe(0);
    const rows = workspace.rows('claims.jsonl');
    expect(rows.length).toBe(10);
    expect(rows.find(({ source_row }) => source_row === '8')).toMatchObject({
      claim: 'The captain said: "We have never run aground."',
      claimant: 'Captain Dene',
      claim_date: '2024-04-09',
      verdict: 'refuted',
      verdict_native: 'False',
      claim_type: null,
      status: 'imported',
    });
  });

  test('what is missing stays missing, and what is no address is kept letter for letter', LONG, async () => {
    const workspace = openExample();
    await bring(workspace);
    expect(workspace.read(ARTICLE(6))).toContain('extra: { link: see the file, department: history }');
    expect(workspace.read(ARTICLE(6))).not.toContain('evidence:');
    expect(workspace.read(ARTICLE(10))).not.toContain('claimant');
    expect(workspace.read('raw/vocabulary/entities.yml').match(/Ada Archer/g)?.length).toBe(1);
    expect(workspace.read('raw/sources/ferry.yml')).toContain('"link: no web address, kept in extra": 1');
  });

  test.each([
    ['a digest that is none', /sha256: "\w{8}/, 'sha256: "', 'A14 /files/0/sha256'],
    ['a count that is none', /claims: 10\n/, 'claims: ten\n', 'A12 /claims'],
    ['a key that nobody knows', /^drafts:/m, 'draughts: 1\ndrafts:', 'A10 /draughts'],
    ['another name than its own', /^name: ferry/m, 'name: fairy', 'A23 /name'],
    ['a mapping that is none', /text: statement/, 'words: statement', 'A10 /mapping/fields/words'],
  ])('the file of the source is judged: %s', LONG, async (_, replace, by, found) => {
    const workspace = openExample();
    await bring(workspace);
    const file = 'raw/sources/ferry.yml';
    const text = workspace.read(file);
    expect(text).toMatch(replace);
    workspace.file(file, text.replace(replace, by));
    const { findings } = await workspace.report();
    expect(findings.filter((one) => one.file.endsWith(file)).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      found,
    ]);
  });

  test('a dry run writes nothing', LONG, async () => {
    const workspace = openExample();
    expect((await bring(workspace, { dryRun: true })).exitCode).toBe(0);
    expect(existsSync(workspace.path('raw/articles'))).toBe(false);
  });

  test.each([
    ['a verdict that the map does not know', 'crowns.,True', 'crowns.,Mostly', /Mostly/],
    ['an id that is given twice', '\n7,', '\n6,', /twice/],
    ['a date that is none', '18 March 2024', '32 March 2024', /32 March 2024/],
    ['a record with another number of columns', '1961.,True', '1961.,True,', /columns/],
    ['a column that nobody has decided about', 'department', 'office', /office/],
  ])('%s stops it, and nothing is written', LONG, async (_, replace, by, told) => {
    const workspace = openExample().edit('claims.csv', replace, by);
    const { exitCode, out } = await bring(workspace);
    expect(exitCode).toBe(1);
    expect(out).toMatch(told);
    expect(existsSync(workspace.path('raw/articles'))).toBe(false);
    expect(existsSync(workspace.path('raw/vocabulary/entities.yml'))).toBe(false);
  });

  test('so many errors that not all are shown are counted all the same', LONG, async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i + 1},,True,,,,\n`).join('');
    const workspace = openExample();
    const [header] = workspace.read('claims.csv').split('\n');
    workspace.file('claims.csv', `${header}\n${rows}`);
    expect((await bring(workspace)).out).toMatch(/… and 280 more\.\nNothing was written: 300 errors/);
  });

  test('a vocabulary that nothing can be added to stops it before anything is written', LONG, async () => {
    const flow = '[{ id: ada-archer, name: Ada Archer, kind: person }]\n';
    const workspace = openExample()
      .file('raw/vocabulary/publishers.yml', '[]\n')
      .file('raw/vocabulary/entities.yml', flow);
    await expect(bring(workspace)).rejects.toThrow(/entities.yml is no list with a line for each entry/);
    expect(workspace.read('raw/vocabulary/publishers.yml')).toBe('[]\n');
    expect(workspace.read('raw/vocabulary/entities.yml')).toBe(flow);
    expect(existsSync(workspace.path('raw/articles'))).toBe(false);
  });

  test("somebody else's article is never overwritten", LONG, async () => {
    const workspace = openExample().file(ARTICLE(3), 'mine');
    await expect(bring(workspace)).rejects.toThrow(/ferry-3.md: there already/);
    await expect(bring(workspace, { update: true })).rejects.toThrow(/ferry-3.md: there already/);
    expect(readdirSync(workspace.path('raw/articles'))).toEqual(['ferry-3.md']);
    expect(workspace.read(ARTICLE(3))).toBe('mine');
  });
});

describe('import --update', () => {
  test('follows what the source has changed, and leaves the rest as it is', LONG, async () => {
    const workspace = openExample();
    await bring(workspace);
    await expect(bring(workspace)).rejects.toThrow(/there already: with --update/);
    workspace.edit(
      ARTICLE(2),
      '    status: imported\n',
      '    status: imported\n    topics: []\n    event_date: 2024-02\n',
    );
    const before = workspace.read(ARTICLE(1));
    workspace.edit('claims.csv', '90000', '95000').edit('claims.csv', '2024.",False', '2024.",True');
    const { out } = await bring(workspace, { update: true });
    expect(out).toContain('0 new, 2 changed, 8 unchanged, 0 kept, 0 withdrawn');
    expect(workspace.read(ARTICLE(1))).toBe(before);
    expect(workspace.read(ARTICLE(7))).toContain('95000');
    const article = workspace.read(ARTICLE(2));
    for (const line of ['verdict: supported', 'event_date: 2024-02']) expect(article).toContain(`    ${line}\n`);
  });

  test.each([
    ['verdict', 'crowns.,True', 'crowns.,False', 'supported', 'refuted'],
    [
      'text',
      '90000 crowns',
      '95000 crowns',
      'The county sold the old ferry for 90000 crowns.',
      'The county sold the old ferry for 95000 crowns.',
    ],
    [
      'claimant',
      'Harbour Office,2 April 2024,https://county',
      'Ben Baker,2 April 2024,https://county',
      'harbour-office',
      'ben-baker',
    ],
    ['claim_date', '2 April 2024,https://county', '3 April 2024,https://county', '2024-04-02', '2024-04-03'],
  ])(
    'a changed %s of a released claim is a revision, with the source as its reason',
    LONG,
    async (field, ...change) => {
      const [replace, by, from, to] = change;
      const workspace = openExample();
      await bring(workspace);
      writeLedger(workspace.root, '1.0.0', await readState(workspace.root));
      appendFileSync(workspace.path('CITATION.cff'), 'version: 1.0.0\ndate-released: 2024-06-01\n');
      workspace.edit('claims.csv', replace, by);
      expect((await bring(workspace, { update: true })).out).toContain('1 changed, 9 unchanged');
      const sha256 = createHash('sha256')
        .update(readFileSync(workspace.path('claims.csv')))
        .digest('hex');
      const value = readYaml(workspace.read(ARTICLE(7)).split('---\n')[1] ?? '');
      expect((value as { claims: unknown[] }).claims[0]).toMatchObject({
        [field]: to,
        revisions: [{ date: '2024-06-01', field, from, to, reason: `source ${sha256}` }],
      });
      const { findings } = await workspace.report();
      expect(findings.filter(({ code, severity }) => code.startsWith('R') || severity === 'error')).toEqual([]);
      // Without that entry the change would be refused.
      const article = workspace.read(ARTICLE(7));
      workspace.file(ARTICLE(7), article.replace(/ {4}revisions:\n(?: {6}.*\n)+/, ''));
      expect((await workspace.report()).findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
        `R01 /claims/0/${field}`,
      ]);
    },
  );

  test('a row that is gone withdraws its claim, and a person must say why', LONG, async () => {
    const workspace = openExample();
    await bring(workspace);
    workspace.edit(
      'claims.csv',
      '10,There were more complaints about noise in 2023 than in 2022.,Unproven,,30 April 2024,,traffic\n',
      '',
    );
    expect((await bring(workspace, { update: true })).out).toContain('1 withdrawn');
    expect(workspace.read(ARTICLE(10))).toMatch(/status: withdrawn\n[\s\S]*reason: "todo: the row is no longer/);
    expect((await workspace.report()).findings.map(({ code }) => code)).toContain('A22');
  });

  test('a claim that the project has judged itself is left alone', LONG, async () => {
    const workspace = openExample();
    await bring(workspace);
    workspace.edit(ARTICLE(7), 'status: imported', 'status: labelled').edit('claims.csv', '90000', '95000');
    expect((await bring(workspace, { update: true })).out).toContain('1 kept');
    expect(workspace.read(ARTICLE(7))).toContain('90000');
  });
});

describe('export', () => {
  const ROWS =
    '[\n  {"claim": "One.", "label": "Refuted", "speaker": "Ada Archer", "note": 1.0},\n  {"claim": "Two.", "label": "Supported", "speaker": null, "note": 2}\n]\n';
  const MAPPING = `mapping: 1
name: rows
files: [{ path: rows.json }]
fields: { text: claim, verdict: { path: label, map: { Refuted: refuted, Supported: supported } }, claimant: speaker }
extra: [note]
`;
  const openRows = async () => {
    const workspace = openExample().file('rows.json', ROWS).file('claims.yml', MAPPING);
    await bring(workspace);
    return workspace;
  };

  test('with the source, an edit stands in its place and every other sign is as it was', LONG, async () => {
    const workspace = await openRows();
    expect((await send(workspace, 'averitec', workspace.path('rows.json'))).exitCode).toBe(0);
    expect(workspace.read('out/averitec/rows.json')).toBe(ROWS);
    workspace.edit('raw/articles/rows-2.md', 'verdict: supported', 'verdict: refuted');
    await send(workspace, 'averitec', workspace.path('rows.json'));
    expect(workspace.read('out/averitec/rows.json')).toBe(ROWS.replace('Supported', 'Refuted'));
  });

  test('a file that was not imported is refused', LONG, async () => {
    const workspace = (await openRows()).file('other.json', ROWS.replace('One', 'Three'));
    await expect(send(workspace, 'averitec', workspace.path('other.json'))).rejects.toThrow(
      /not a file that was imported/,
    );
  });

  test.each(['averitec', 'fever'] as const)('%s goes out without the source and comes in again', LONG, async (kind) => {
    const workspace = await openRows();
    const { out, exitCode } = await send(workspace, kind);
    expect(exitCode).toBe(0);
    expect(out).toContain('2 claims');
    const other = openExample();
    const { out: told, exitCode: again } = await record((terminal) =>
      importDataset([workspace.path(`out/${kind}/mapping.yml`)], { raw: other.path('raw') }, terminal, '2024-06-01'),
    );
    expect([again, told.includes('refuted 1, supported 1')]).toEqual([0, true]);
    if (kind === 'averitec')
      for (const name of ['rows-1.md', 'rows-2.md'])
        expect(other.read(`raw/articles/${name}`)).toBe(workspace.read(`raw/articles/${name}`));
  });
});
