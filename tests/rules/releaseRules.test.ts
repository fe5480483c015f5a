// A released project and one forbidden change → the finding that names it.
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeAndHead } from '../../scripts/platform/measuredFile.ts';
import { NO_HISTORY } from '../../scripts/release/history.ts';
import type { Snapshot } from '../../scripts/release/snapshot.ts';
import type { RawArticle, RawArticleAnnotation, RawArticleClaim } from '../../scripts/schemas/generated/types.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { makeArticle, readState, writeLedger, writeProject } from '../release/labels.ts';
import { renderLedger } from '../release/ledgerOf.ts';

let folder: string;
let articles: RawArticle[];

beforeEach(async () => {
  folder = await makeWorkspace();
  articles = [makeArticle('north-2024', 3), makeArticle('south-2024', 2)];
  const withdrawn = articles[1]?.claims[1] as RawArticleClaim;
  withdrawn.status = 'withdrawn';
  withdrawn.withdrawn = { date: '2024-05-20', reason: 'It is no claim.', successors: [] };
  writeProject(folder, articles);
  writeLedger(folder, '1.0.0', await readState(folder));
  appendFileSync(join(folder, 'CITATION.cff'), 'version: 1.0.0\ndate-released: 2024-06-01\n');
});

/** Findings of the release rules after the articles were written anew, each as code, file and pointer. */
function judge(): Promise<string[]> {
  writeProject(folder, articles);
  appendFileSync(join(folder, 'CITATION.cff'), 'version: 1.0.0\ndate-released: 2024-06-01\n');
  return listFindings();
}

async function listFindings(): Promise<string[]> {
  const { findings } = (await readState(folder)).check;
  return findings
    .filter(({ code }) => code.startsWith('R'))
    .map(({ code, file, pointer }) => `${code} ${file.split('/').at(-1)} ${pointer ?? ''}`.trim());
}

const claim = () => articles[0]?.claims[0] as RawArticleClaim;

describe('R01', () => {
  const changes: Record<string, () => void> = {
    verdict: () => Object.assign(claim(), { verdict: 'supported' }),
    text: () => Object.assign(claim(), { text: 'Ferries ran.' }),
    claimant: () => Object.assign(claim(), { claimant: 'article' }),
    claim_date: () => Object.assign(claim(), { claim_date: '2024-04' }),
  };
  test.each(Object.keys(changes))('refuses a changed %s without a revision', async (field) => {
    changes[field]?.();
    expect(await judge()).toEqual([`R01 north-2024.md /claims/0/${field}`]);
  });

  test.each(Object.keys(changes))('accepts a changed %s with its revision', async (field) => {
    const from = claim()[field as 'text'];
    changes[field]?.();
    const to = claim()[field as 'text'];
    claim().revisions = [{ date: '2024-06-02', field, from, to, reason: 'A reader wrote.' }];
    expect(await judge()).toEqual([]);
  });

  test('accepts a change in two steps, and refuses one whose steps do not meet the released value', async () => {
    const step = (from: string, to: string) => ({ date: '2024-06-02', field: 'verdict', from, to, reason: 'Why.' });
    claim().verdict = 'supported';
    claim().revisions = [step('refuted', 'misleading'), step('misleading', 'supported')];
    expect(await judge()).toEqual([]);
    claim().revisions = [step('misleading', 'supported')];
    expect(await judge()).toEqual(['R01 north-2024.md /claims/0/verdict']);
  });

  test('lets everything else change', async () => {
    Object.assign(claim(), { justification: 'The log says so.', status: 'reviewed' });
    expect(await judge()).toEqual([]);
  });
});

describe('R02', () => {
  test('refuses a released claim that is gone, or a draft again', async () => {
    claim().status = 'draft';
    articles[0]?.claims.pop();
    expect(await judge()).toEqual(['R02 north-2024.md /claims/0/status', 'R02 north-2024.md /claims']);
  });

  test('accepts one that is withdrawn', async () => {
    claim().status = 'withdrawn';
    claim().withdrawn = { date: '2024-06-02', reason: 'It joined two.', successors: [] };
    expect(await judge()).toEqual([]);
  });

  test('refuses a withdrawn claim that comes back', async () => {
    Object.assign(articles[1]?.claims[1] ?? {}, { status: 'labelled', withdrawn: null });
    expect(await judge()).toEqual(['R02 south-2024.md /claims/1/status']);
  });
});

describe('a slip in a released claim is told once, as what it is', () => {
  const slips: Record<string, () => void> = {
    'an id that no vocabulary has': () => Object.assign(claim(), { verdict: 'suported' }),
    'a day that there is not': () => Object.assign(claim(), { claim_date: '2024-02-30' }),
    'a key that is not known': () => Object.assign(claim(), { verdikt: 'refuted' }),
    'a misspelt id of its own': () => Object.assign(claim(), { id: 'nroth-2024-c01' }),
    'a vote for an id that no vocabulary has': () => Object.assign(claim().annotations[0] ?? {}, { verdict: 'refutd' }),
    'the id of another claim': () => Object.assign(claim(), { id: 'north-2024-c02' }),
  };
  test.each(Object.keys(slips))('%s', async (slip) => {
    slips[slip]?.();
    expect(await judge()).toEqual([]);
    expect((await readState(folder)).check.summary.errors).toBeGreaterThan(0);
  });

  test('and hides no change elsewhere', async () => {
    Object.assign(claim(), { verdict: 'suported', text: 'Ferries ran.' });
    Object.assign(articles[0]?.claims[1] ?? {}, { verdict: 'supported' });
    expect(await judge()).toEqual(['R01 north-2024.md /claims/0/text', 'R01 north-2024.md /claims/1/verdict']);
  });
});

test('R03 refuses a deleted file of a released article', async () => {
  rmSync(join(folder, 'raw/articles/south-2024.md'));
  expect(await listFindings()).toEqual(['R03 south-2024.md']);
});

describe('R04', () => {
  const ledger = () => join(folder, 'releases/1.0.0.jsonl');

  test('refuses a ledger with one character changed', async () => {
    writeFileSync(ledger(), readFileSync(ledger(), 'utf8').replace('"refuted"', '"revised"'));
    expect(await listFindings()).toEqual(['R04 1.0.0.jsonl']);
  });

  test('refuses a ledger written anew under the one that followed it', async () => {
    Object.assign(claim(), { justification: 'The log says so.' });
    writeProject(folder, articles);
    writeLedger(folder, '1.0.1', await readState(folder));
    rmSync(ledger());
    const state = await readState(folder);
    writeLedger(folder, '1.0.0', { ...state, project: { ...state.project, history: NO_HISTORY } });
    writeFileSync(join(folder, 'CITATION.cff'), readFileSync('examples/gazette/CITATION.cff', 'utf8'));
    appendFileSync(join(folder, 'CITATION.cff'), 'version: 1.0.1\ndate-released: 2024-06-01\n');
    expect(await listFindings()).toEqual(['R04 1.0.1.jsonl']);
  });
});

describe('R06', () => {
  const vote = () => claim().annotations[0] as RawArticleAnnotation;
  const revise = (from: string | null, to: string | null) =>
    claim().revisions.push({ date: '2024-06-02', field: 'annotations', from, to, reason: 'A slip of the pen.' });
  const GONE = ['R06 north-2024.md /claims/0/annotations'];

  test('refuses another verdict of a released vote, unless it is the only one and the claim’s revision says why', async () => {
    const revision = { date: '2024-06-02', field: 'verdict', from: 'refuted', to: 'supported', reason: 'The log.' };
    Object.assign(claim(), { verdict: 'supported', revisions: [revision] });
    vote().verdict = 'supported';
    expect(await judge()).toEqual([]);
    claim().annotations.push({ ...vote(), annotator: 'a2' });
    expect(await judge()).toEqual(['R06 north-2024.md /claims/0/annotations/0/verdict']);
  });

  test.each([
    ['confidence', 'low'],
    ['date', '2024-05-08'],
    ['guideline', '2'],
  ])('refuses another %s of a released vote', async (key, value) => {
    Object.assign(vote(), { [key]: value });
    expect(await judge()).toEqual([`R06 north-2024.md /claims/0/annotations/0/${key}`]);
  });

  test('refuses a released vote that is gone, or somebody else’s', async () => {
    vote().annotator = 'a9';
    expect(await judge()).toEqual(GONE);
    claim().annotations = [];
    expect(await judge()).toEqual(GONE);
  });

  test('accepts a change with its revision, and only with its own', async () => {
    vote().confidence = 'low';
    const refused = ['R06 north-2024.md /claims/0/annotations/0/confidence'];
    revise('a9: refuted', 'a1: refuted');
    expect(await judge()).toEqual(refused);
    revise('a1: refuted', null);
    expect(await judge()).toEqual(refused);
    revise('a1: refuted', 'a1: refuted');
    expect(await judge()).toEqual([]);
  });

  test('accepts that a vote is taken out with its revision', async () => {
    claim().annotations = [];
    revise('a1: refuted', null);
    expect(await judge()).toEqual([]);
  });

  test('lets votes be added anywhere in the list, notes be written and claims be withdrawn', async () => {
    claim().annotations.unshift({ ...vote(), annotator: 'a2', verdict: 'supported' });
    Object.assign(claim().annotations[1] ?? {}, { note: 'By the log.' });
    Object.assign(articles[0]?.claims[1] ?? {}, {
      status: 'withdrawn',
      annotations: [],
      withdrawn: { date: '2024-06-02', reason: 'It joined two.', successors: [] },
    });
    expect(await judge()).toEqual([]);
  });

  test('a ledger that gives no votes says nothing of them', async () => {
    const path = join(folder, 'releases/1.0.0.jsonl');
    const state = await readState(folder);
    const { tables, ...snapshot } = state.check.snapshot as Snapshot;
    const without = { ...snapshot, version: '1.0.0', tables: tables.filter(({ name }) => name !== 'annotations') };
    // Rows that have not changed are read from the ledger that is there.
    writeAndHead(`${path}.new`, renderLedger(without));
    renameSync(`${path}.new`, path);
    vote().confidence = 'low';
    expect(await judge()).toEqual([]);
  });
});

test('R05 refuses a citation of another version or day', async () => {
  writeProject(folder, articles);
  appendFileSync(join(folder, 'CITATION.cff'), 'version: 1.1.0\ndate-released: 2024-06-02\n');
  expect(await listFindings()).toEqual(['R05 CITATION.cff /version', 'R05 CITATION.cff /date-released']);
});
