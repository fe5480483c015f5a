// Whoever is not the page that was opened with the printed address gets nothing, and can do nothing.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explore } from '../../scripts/commands/explore.ts';
import { serveReview } from '../../scripts/commands/serveReview.ts';
import { openWorkspace, record } from '../workspace.ts';
import { type Change, review } from './serve.ts';

const ID = 'gazette-2024-05-02-c01';

const FOREIGN: [string, Change, number][] = [
  ['another name that was bound to this machine', { headers: { host: 'evil.example:80' } }, 403],
  ['the name localhost', { headers: { host: 'localhost' } }, 403],
  ['no token', { headers: { 'x-veritable-token': null } }, 403],
  ['another token', { headers: { 'x-veritable-token': '0'.repeat(32) } }, 403],
  ['the beginning of a token', { headers: { 'x-veritable-token': '0' } }, 403],
  ['another origin', { headers: { origin: 'http://evil.example' } }, 403],
  ['no origin', { headers: { origin: null } }, 403],
  ['the origin of a page in a sandbox', { headers: { origin: 'null' } }, 403],
  ['the origin of another port', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
  ['another site, as the browser tells', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['another port, as the browser tells', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['nobody tells from where', { headers: { 'sec-fetch-site': null } }, 403],
  ['a form', { raw: 'claim=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['a form of text', { headers: { 'content-type': 'text/plain' } }, 415],
  ['no type', { headers: { 'content-type': null } }, 415],
  ['what is no JSON', { raw: '{"claim":' }, 400],
  ['a megabyte', { raw: JSON.stringify({ claim: 'x'.repeat(1_000_000) }) }, 413],
  ['a megabyte in pieces', { raw: 'x'.repeat(1_000_000), headers: { 'transfer-encoding': 'chunked' } }, 413],
  ['another method', { method: 'PUT' }, 405],
  ['a question beforehand', { method: 'OPTIONS' }, 405],
];

test.each(FOREIGN)('an act with %s is refused, and nothing is noted', async (_, change, status) => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  const { digest } = await client.claim(ID);
  const vote = { claim: ID, digest, verdict: 'refuted', confidence: 'high', note: null };
  expect((await client.ask('act/vote', vote, change)).status).toBe(status);
  expect(readdirSync(workspace.root)).not.toContain('private');
  expect((await client.ask('act/vote', vote)).status).toBe(200);
});

test.each(['queue', `claims/${ID}`])('%s is read with the token alone, from the page itself', async (path) => {
  const client = await review(openWorkspace());
  for (const headers of [
    { 'x-veritable-token': null },
    { 'x-veritable-token': 'f'.repeat(32) },
    { host: `localhost:${client.port}` },
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'none' },
  ] as Record<string, string | null>[]) {
    const reply = await client.ask(path, undefined, { headers });
    expect([reply.status, reply.text]).toEqual([403, '']);
  }
  expect((await client.ask(path)).status).toBe(200);
});

describe('an act that is not listed', () => {
  const good = { claim: ID, digest: '0'.repeat(64), verdict: 'refuted', confidence: 'high', note: null };
  test.each<[string, string, unknown, number]>([
    ['an unknown act', 'act/publish', good, 400],
    ['a name every object has', 'act/constructor', good, 400],
    ['the act __proto__', 'act/__proto__', {}, 400],
    ['no act', 'vote', good, 400],
    ['an unknown claim', 'act/vote', { ...good, claim: 'gazette-2024-05-02-c99' }, 404],
    ['a path for a claim', 'act/vote', { ...good, claim: '../../etc/passwd' }, 400],
    ['a path for a verdict', 'act/vote', { ...good, verdict: '../verdicts' }, 400],
    ['an unknown verdict', 'act/vote', { ...good, verdict: 'true' }, 422],
    ['a confidence that is none', 'act/vote', { ...good, confidence: 'certain' }, 400],
    ['a digest that is none', 'act/vote', { ...good, digest: 'abc' }, 400],
    ['a key too many', 'act/vote', { ...good, file: 'raw/articles/x.md' }, 400],
    ['a key too few', 'act/vote', { claim: ID }, 400],
    ['a list', 'act/vote', [good], 400],
    ['null', 'act/vote', null, 400],
    ['a text', 'act/vote', 'vote', 400],
    ['a hidden sign in a note', 'act/vote', { ...good, note: 'x\u202Ey' }, 400],
    ['two lines in a note', 'act/vote', { ...good, note: 'x\ny' }, 422],
    ['a fix by a path', 'act/fix', { claim: ID, digest: good.digest, code: '../A01' }, 400],
    ['an undo of something else', 'act/undo', { claim: ID, of: '__proto__' }, 400],
    ['a hand-in of a folder', 'act/hand-in', { raw: '/tmp' }, 400],
  ])('%s', async (_, path, body, status) => {
    const client = await review(openWorkspace());
    expect((await client.ask(path, body)).status).toBe(status);
  });

  test('keys that objects inherit are keys like others', async () => {
    const client = await review(openWorkspace());
    for (const key of ['__proto__', 'constructor', 'toString', 'name']) {
      const text = `${JSON.stringify(good).slice(0, -1)},"${key}":{"x":1}}`;
      expect((await client.ask('act/vote', undefined, { raw: text })).status).toBe(400);
    }
    expect((await client.ask('claims/__proto__')).status).toBe(404);
    expect((await client.ask('claims/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
    expect((await client.ask('claims/%')).status).toBe(404);
    expect((await client.ask('raw/articles/gazette-2024-05-02.md')).status).toBe(404);
  });
});

test('no answer may be kept, framed, or read by another page; the page alone may run its own script', async () => {
  const client = await review(openWorkspace());
  for (const path of ['', 'queue', 'nothing']) {
    const { headers } = await client.ask(path);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  const page = await client.ask('', undefined, { headers: { 'x-veritable-token': null, 'sec-fetch-site': 'none' } });
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/gazette|refuted|[0-9a-f]{32}/);
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/);
});

test('it does not run in CI, for nobody, for a path, or beside what makes a page', async () => {
  const workspace = openWorkspace();
  const raw = workspace.path('raw');
  const code = async () => ({ script: '', style: '', notice: '' });
  const serve = (as: string, isCi: boolean) =>
    record((terminal) =>
      serveReview({ raw, as, blind: true, port: 0, day: () => '', isCi, code }, terminal, AbortSignal.abort()),
    );
  await expect(serve('a1', true)).rejects.toThrow('does not run in CI');
  await expect(serve('../a1', false)).rejects.toThrow('no pseudonym');
  const start = (options: object) =>
    record((terminal) => explore({ raw, review: true, date: '2024-06-01', ...options }, terminal, AbortSignal.abort()));
  await expect(start({})).rejects.toThrow('--review needs --as');
  await expect(start({ as: 'a1', open: true })).rejects.toThrow('neither');
  await expect(workspace.explore({ blind: true })).rejects.toThrow('go with --review');
});
