// A released project and one forbidden change → the finding that names it.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { NO_HISTORY } from '../../scripts/release/history.ts';
import type { RawArticle, RawArticleClaim } from '../../scripts/schemas/generated/types.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { makeArticle, readState, writeLedger, writeProject } from '../release/labels.ts';

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

test('R05 refuses a citation of another version or day', async () => {
  writeProject(folder, articles);
  appendFileSync(join(folder, 'CITATION.cff'), 'version: 1.1.0\ndate-released: 2024-06-02\n');
  expect(await listFindings()).toEqual(['R05 CITATION.cff /version', 'R05 CITATION.cff /date-released']);
});
