import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openWorkspace, type Workspace } from '../workspace.ts';

const PARAGRAPHS = [
  'The two upper gates of the lock at Aldport will be replaced in September, the harbour office said on Friday. It is the first time in forty years that both are taken out at once.',
  'The work will take nineteen days. Boats longer than twelve metres have to wait or take the northern arm, an official told the council, which had asked for a shorter closure.',
  'The council has set aside 210,000 for it, more than for any other work on the river this year, and expects to spend all of it before winter.',
];
const HEAD = `<title>Lock gates to be replaced | The Gazette</title>
  <meta property="og:title" content="Lock gates to be replaced">
  <meta property="og:site_name" content="The Gazette">
  <meta property="article:published_time" content="2024-05-11T23:30:00+02:00">
  <link rel="canonical" href="https://gazette.example.org/lock-gates">
  <script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ada Archer"}]}</script>`;
const page = (head = HEAD) => `<!doctype html><html lang="en"><head>${head}</head><body>
  <nav><a href="/">Home</a></nav><article><h1>Lock gates to be replaced</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>
  <script>document.title = 'run'</script></body></html>`;

const ID = 'the-gazette-2024-05-11';
const articleOf = (workspace: Workspace, id = ID) => workspace.read(`raw/articles/${id}.md`);

describe('from a saved page', () => {
  test('what can be read off it is written, the rest is `todo`', async () => {
    const workspace = openWorkspace().file('page.html', page());
    const { exitCode } = await workspace.create({ from: workspace.path('page.html') });
    expect(exitCode).toBe(0);
    const text = articleOf(workspace);
    for (const line of [
      `id: ${ID}`,
      'title: Lock gates to be replaced',
      'title_basis: page',
      'publisher: the-gazette',
      'authors: [Ada Archer]',
      'url: "https://gazette.example.org/lock-gates"',
      'published: 2024-05-11',
      'published_basis: page',
      'language: en',
      'text: withheld',
    ])
      expect(text.split('\n')).toContain(line);
    expect(workspace.read(`raw/captures/${ID}.txt`)).toBe(`${PARAGRAPHS.join('\n\n')}\n`);
  });

  test('validation then asks for every decision and for nothing else', async () => {
    const workspace = openWorkspace().file('page.html', page());
    await workspace.create({ from: workspace.path('page.html') });
    const { findings } = await workspace.report();
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['A22', 'A32']));
    expect(findings.map(({ pointer }) => pointer).sort()).toEqual(
      [
        '/text',
        '/nature',
        '/rights/license',
        ...['claimant', 'quote', 'text', 'type'].map((key) => `/claims/0/${key}`),
      ].sort(),
    );
  });

  test('and accepts what a person writes there', async () => {
    const workspace = openWorkspace().file('page.html', page());
    await workspace.create({ from: workspace.path('page.html') });
    const decided = articleOf(workspace)
      .replace(/nature: todo.*/, 'nature: original')
      .replace(/license: todo.*/, 'license: LicenseRef-all-rights-reserved')
      .replace(/text: todo.*/, 'text: Both upper gates of the lock at Aldport are replaced in September 2024.')
      .replace(/quote: todo.*/, 'quote: will be replaced in September')
      .replace(/claimant: todo.*/, 'claimant: article')
      .replace(/type: todo.*/, 'type: event');
    workspace.file(`raw/articles/${ID}.md`, `${decided}The gates of the lock are replaced, says the Gazette.\n`);
    await workspace.fix();
    expect(articleOf(workspace)).toMatch(/anchor: \{ start: 43, end: 72 \}/);
    expect((await workspace.report()).findings).toEqual([]);
  });

  test('a date that only the address holds says so; without one a person must find it', async () => {
    const workspace = openWorkspace()
      .file('a.html', page('<link rel="canonical" href="https://other.example.org/2024/05/12/gates">'))
      .file('b.html', page(''));
    await workspace.create({ from: workspace.path('a.html'), id: 'a' });
    await workspace.create({ from: workspace.path('b.html'), id: 'b' });
    expect(articleOf(workspace, 'a')).toContain('published: 2024-05-12\npublished_basis: url\n');
    expect(articleOf(workspace, 'b')).toMatch(/\npublished: todo {2}#.*\npublished_basis: todo {2}#/);
  });

  test('text of a page stays text', async () => {
    const title = 'a: # &amp;x *b | "c" <script> &#27;[31m\n---\n';
    const workspace = openWorkspace().file(
      'page.html',
      page(`<meta property="og:title" content='${title}'><meta property="og:site_name" content="x\n---\ny: &#8238;z">`),
    );
    await workspace.create({ from: workspace.path('page.html'), id: 'a' });
    const { findings } = await workspace.report();
    expect(findings.filter(({ code }) => !['A22', 'A32'].includes(code))).toEqual([]);
    expect(articleOf(workspace, 'a').match(/^---$/gm)).toHaveLength(2);
  });

  test('an encoding that the page names is read', async () => {
    const latin = Buffer.from(page('<meta charset="iso-8859-1">').replaceAll('council', 'cafe\u00e9'), 'latin1');
    const workspace = openWorkspace().file('page.html', latin);
    await workspace.create({ from: workspace.path('page.html'), id: 'a' });
    expect(workspace.read('raw/captures/a.txt')).toContain('cafe\u00e9');
  });
});

test('from plain text: all of it is the article, its first line the title', async () => {
  const workspace = openWorkspace().file('text.txt', `Gates out\r\n\r\n${PARAGRAPHS[0]}  \n\n\n`);
  await workspace.create({ from: workspace.path('text.txt'), id: 'gates' });
  expect(articleOf(workspace, 'gates')).toContain('title: Gates out\ntitle_basis: content\n');
  expect(workspace.read('raw/captures/gates.txt')).toBe(`Gates out\n\n${PARAGRAPHS[0]}\n`);
});

describe('refused, with nothing written', () => {
  test.each([
    ['an empty file', '', 'is empty'],
    ['no text', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff), 'is no text'],
    ['a page without an article', '<!doctype html><html><body></body></html>', 'no article could be found'],
    [
      'a page of nested elements',
      `<!doctype html><html><body>${'<div>'.repeat(200_000)}`,
      'cannot be read as an article',
    ],
  ])('%s', async (_, content, reason) => {
    const workspace = openWorkspace().file('input', content);
    await expect(workspace.create({ from: workspace.path('input'), id: 'a' })).rejects.toThrow(reason);
    expect(() => articleOf(workspace, 'a')).toThrow('ENOENT');
  });

  test('an article that exists is never overwritten', async () => {
    const workspace = openWorkspace().file('page.html', page());
    await workspace.create({ from: workspace.path('page.html') });
    await expect(workspace.create({ from: workspace.path('page.html') })).rejects.toThrow('exists already');
  });

  test('an id that leads elsewhere', async () => {
    const workspace = openWorkspace().file('page.html', page());
    await expect(workspace.create({ from: workspace.path('page.html'), id: '../../x' })).rejects.toThrow('--id');
  });
});

describe('from an address', () => {
  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  test('the page is fetched, and where it was is its address', async () => {
    const url = await serve((_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page('<title>Gates</title>')),
    );
    const workspace = openWorkspace();
    await workspace.create({ url, id: 'a' });
    expect(articleOf(workspace, 'a')).toContain(`url: "${url}"\nurl_basis: page\n`);
  });

  test.each<[string, RequestListener, string]>([
    ['a page that is not there', (_, response) => response.writeHead(404).end(), 'the server answers 404'],
    [
      'a picture',
      (_, response) => response.setHeader('content-type', 'image/png').end('x'),
      'it is image/png, no page',
    ],
    [
      'a page without an end',
      (_, response) => pour(response.setHeader('content-type', 'text/html')),
      'larger than 16 MiB',
    ],
    ['a redirection without an end', (_, response) => response.writeHead(302, { location: '/' }).end(), 'redirect'],
  ])('%s', async (_, answer, reason) => {
    await expect(openWorkspace().create({ url: await serve(answer) })).rejects.toThrow(reason);
  });

  test('only http and https', async () => {
    await expect(openWorkspace().create({ url: 'file:///etc/hosts' })).rejects.toThrow('only http and https');
  });

  function pour(response: Parameters<RequestListener>[1]): void {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 20, 'x')));
    };
    response.on('drain', more);
    more();
  }
});
