import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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
    workspace.file(
      `raw/articles/${ID}.md`,
      `${decided}${'The gates of the lock are replaced, says the Gazette. '.repeat(9).trim()}\n`,
    );
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

describe('what stands beside the article is not the article’s', () => {
  const read = async (html: string, file = 'page.html') => {
    const workspace = openWorkspace().file(file, html);
    await workspace.create({ from: workspace.path(file), id: 'a' });
    return articleOf(workspace, 'a');
  };
  const data = (...items: object[]) => `<script type="application/ld+json">${JSON.stringify(items)}</script>`;
  const TITLE = '<title>Lock gates to be replaced | The Gazette</title>';
  const other = {
    '@type': 'NewsArticle',
    headline: 'Ferry strike ends',
    datePublished: '2026-11-01',
    author: { name: 'Ben Bow' },
  };

  test.each([
    ['a day above the article', '<aside><time datetime="2026-11-01">1 Nov</time></aside><article>', '<article>'],
    ['a day in a box within it', '</h1><aside class="x"><time datetime="2026-11-01">1 Nov</time></aside>', '</h1>'],
    [
      'a day in a list of other stories',
      '</h1><ul class="related"><li><time datetime="2026-11-01">1</time></ul>',
      '</h1>',
    ],
    ['two days in it', '</h1><time datetime="2026-11-01"></time><time datetime="2026-11-02"></time>', '</h1>'],
    ['data of another article', `${data(other)}</head>`, '</head>'],
  ])('%s', async (_, by, place) => {
    const text = await read(page(TITLE).replace(place, by));
    expect(text).toMatch(/\npublished: todo/);
    expect(text).toMatch(/\nauthors: \[\]/);
  });

  test('the article’s own day and authors are found among those of others', async () => {
    const own = {
      '@type': 'NewsArticle',
      headline: 'Lock gates to be replaced',
      datePublished: '2024-05-11',
      author: [{ name: 'Ann Roe' }],
    };
    const text = await read(page(TITLE + data(other, own)));
    expect(text).toContain('published: 2024-05-11\n');
    expect(text).toContain('authors: [Ann Roe]\n');
    expect(await read(page(TITLE).replace('</h1>', '</h1><time datetime="2024-05-11T09:00">11 May</time>'))).toContain(
      'published: 2024-05-11\n',
    );
  });

  test.each([
    ['By Ann Roe, Ben Doe and Cy Poe', 'authors: [Ann Roe, Ben Doe, Cy Poe]'],
    ['Ann Roe &amp; Ben van Doe', 'authors: [Ann Roe, Ben van Doe]'],
    ['Ann Roe', 'authors: [Ann Roe]'],
    ['Ann Roe, Reporter', 'authors: todo  # a list of names, or []; the page says: Ann Roe, Reporter'],
    ['Roe, Ann', 'authors: todo  # a list of names, or []; the page says: Roe, Ann'],
  ])('the authors %s', async (line, written) => {
    expect((await read(page(`${TITLE}<meta name="author" content="${line}">`))).split('\n')).toContain(written);
  });

  test('a dialogue about cookies that is longer than the article', async () => {
    const workspace = openWorkspace().file(
      'page.html',
      page().replace(
        '<nav>',
        `<div id="cookie-notice"><p>${'We use cookies, and others do. '.repeat(200)}</p></div><nav>`,
      ),
    );
    await workspace.create({ from: workspace.path('page.html'), id: 'a' });
    expect(workspace.read('raw/captures/a.txt')).not.toContain('cookies');
  });
});

describe('pages as they are saved', () => {
  const capture = async (bytes: string | Uint8Array, file = 'page.html') => {
    const workspace = openWorkspace().file(file, bytes);
    const result = await workspace.create({ from: workspace.path(file), id: 'a' });
    return { text: articleOf(workspace, 'a'), capture: workspace.read('raw/captures/a.txt'), ...result };
  };
  const plain = `${PARAGRAPHS.join('\n\n')}\n`;

  test('in UTF-16', async () => {
    const bytes = Buffer.from(`\ufeff${page()}`, 'utf16le');
    expect((await capture(bytes)).capture).toBe(plain);
    expect((await capture(bytes.swap16())).capture).toBe(plain);
  });

  test('with one byte that is no UTF-8, whose place is told', async () => {
    const bytes = Buffer.from(page().replace('council', 'cafe\0'));
    const at = bytes.indexOf(0);
    bytes[at] = 0xe9;
    const { capture: read, out } = await capture(Buffer.concat([bytes, Buffer.alloc(500, ' ')]));
    expect(read).toContain('cafe\ufffd');
    expect(out).toContain(`byte ${at + 1} is no UTF-8`);
  });

  test('with a script before it, a long comment, or as a piece of a page', async () => {
    for (const html of [
      `<script>var a</script>${page()}`,
      `<!-- ${'x'.repeat(9000)} -->${page()}`,
      page().replace(/<!doctype html>|<\/?(?:html|head|body)[^>]*>/g, ''),
    ])
      expect((await capture(html)).capture).toBe(plain);
  });

  test.each(['quoted-printable', 'base64'])('by a browser as one file, in %s', async (coding) => {
    const html = page(HEAD.replace(/<link.*/, '')).replaceAll('council', 'conseil café');
    const quoted = [...Buffer.from(html)]
      .map((byte) => (byte === 0x3d || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
      .join('')
      .replace(/.{60}(?![\dA-F]{1,2})/g, '$&=\r\n');
    const body = coding === 'base64' ? Buffer.from(html).toString('base64') : quoted;
    const { capture: read, text } = await capture(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example.org/gates\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${body}\r\n----b--\r\n`,
    );
    expect(read).toBe(plain.replaceAll('council', 'conseil café'));
    expect(text).toContain('url: "https://gazette.example.org/gates"');
  });

  test('a headline keeps its signs, a language its usual spelling, a relative address falls back', async () => {
    const head = `<meta property="og:title" content="AT&amp;T | &lt;b&gt;&#xFFFF;"><link rel="canonical" href="/x"><meta property="og:url" content="https://gazette.example.org/x">`;
    const { text } = await capture(page(head).replace('lang="en"', 'lang="en-us"'));
    expect(text).toContain('title: "AT&T | <b>"\n');
    expect(text).toContain('language: en-US\n');
    expect(text).toContain('url: "https://gazette.example.org/x"\n');
  });
});

test('of several that write one article at once, one does, and the others say so', async () => {
  const workspace = openWorkspace().file('page.html', page());
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => workspace.create({ from: workspace.path('page.html'), id: 'a' })),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) if (one.status === 'rejected') expect(String(one.reason)).toContain('exists already');
  expect((await workspace.report()).findings.map(({ code }) => code)).not.toContain('Q02');
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

  test('an id that Windows reserves', async () => {
    const workspace = openWorkspace().file('page.html', page());
    await expect(workspace.create({ from: workspace.path('page.html'), id: 'aux' })).rejects.toThrow('Windows');
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
    [
      'a redirection to another host',
      (_, response) => response.writeHead(302, { location: 'http://localhost:1/metadata' }).end(),
      'redirects to another host; if that is where the article is, give http://localhost:1/metadata itself',
    ],
    [
      'a packed page that is cut short',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(gzipSync(page()).subarray(0, -20)),
      'cut short',
    ],
    [
      'a page of which less is sent than was said',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' }).write(page());
        setTimeout(() => response.destroy(), 50);
      },
      'cannot be fetched',
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
