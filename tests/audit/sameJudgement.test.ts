// What is judged of our own labels and of foreign data is judged by the same measure: the same words, nearly the same,
// the same page.
import { expect, test } from 'vitest';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';
import { audit } from './auditing.ts';

const BRIDGE = 'The river bridge at Aldport was closed for eleven days in April 2024.';
const OTHER = 'The bridge at Aldport was closed for eleven days in April 2024.';

/** Pairs of claims; the first is as the Gazette has it. */
const PAIRS: readonly [string, verdict: string][] = [
  [BRIDGE, 'refuted'],
  ['The river bridge at ALDPORT was closed, for eleven days, in April 2024', 'refuted'],
  [BRIDGE, 'misleading'],
  [OTHER, 'refuted'],
  [OTHER, 'misleading'],
  ['The river bridge at Aldport was closed for eleven days in April 2023.', 'refuted'],
  ['The mayor of Aldport opened a library in the old mill.', 'refuted'],
];

test.each(PAIRS)('%s (%s)', { timeout: 60_000 }, async (text, verdict) => {
  const workspace = openWorkspace()
    .edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []')
    .edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []')
    .edit(HERALD, OTHER, text)
    .edit(HERALD, 'verdict: refuted\n', `verdict: ${verdict}\n`)
    .edit(HERALD, 'a1, verdict: refuted', `a1, verdict: ${verdict}`);
  expect(workspace.read(GAZETTE)).toContain(BRIDGE);
  const own = new Set((await workspace.report()).findings.map(({ code }) => code as string));
  const cells = (words: string) => JSON.stringify(words);
  const { findings } = await audit('files: [{ path: claims.csv }]\nfields: { text: claim, verdict: verdict }\n', {
    'claims.csv': `claim,verdict\n${cells(BRIDGE)},refuted\n${cells(text)},${verdict}\n`,
  });
  const foreign = (code: string, message: RegExp) =>
    findings.some((finding) => finding.code === code && message.test(finding.message));
  expect({
    same: own.has('D04') || own.has('D05'),
    opposite: own.has('D05'),
    near: own.has('D06'),
  }).toEqual({
    same: foreign('F08', /same words/),
    opposite: foreign('F09', /^The same/),
    near: foreign('F08', /nearly/),
  });
});

const LEDGER = 'https://aldport.example.org/ledger/2024?page=2';

test.each([
  [LEDGER, 'https://aldport.example.org/ledger/2024?page=2#top'],
  [LEDGER, 'http://www.aldport.example.org/ledger/2024/?page=2&utm_source=letter'],
  [LEDGER, 'https://web.archive.org/web/20240501000000/https://aldport.example.org/ledger/2024?page=2'],
  [LEDGER, 'https://aldport.example.org/ledger/2024?page=3'],
  [LEDGER, 'https://aldport.example.com/ledger/2024?page=2'],
])('%s and %s', { timeout: 60_000 }, async (first, second) => {
  const workspace = openWorkspace();
  // The Gazette's claim has a ledger and minutes as evidence.
  const ledger = /https:\/\/aldport\.example\.org\/ledger\/2024\S*/.exec(workspace.read(GAZETTE))?.[0] ?? '';
  workspace.edit(GAZETTE, ledger, first).edit(GAZETTE, 'https://aldport.example.org/minutes/2024-05-01', second);
  const own = (await workspace.report()).findings.some(({ code }) => code === 'E08');
  const { findings } = await audit(
    'files: [{ path: a.csv, split: train }, { path: b.csv, split: test }]\nfields: { text: claim }\nlists: { evidence: { each: ".", fields: { url: page } } }\n',
    { 'a.csv': `claim,page\nOne,${first}\n`, 'b.csv': `claim,page\nTwo,${second}\n` },
  );
  expect(own).toBe(findings.some(({ code }) => code === 'F11'));
});
