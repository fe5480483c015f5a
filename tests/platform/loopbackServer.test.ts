import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { servePage } from '../../scripts/platform/loopbackServer.ts';

async function serve(page: () => string, news = () => '{}') {
  const part = (name: string) => (name === 'known' ? 'a part' : null);
  const server = await servePage({ page, part, news }, 0);
  onTestFinished(() => server.close());
  return server;
}

function get(url: string, options: { method?: string; host?: string } = {}): Promise<number | undefined> {
  const headers = options.host === undefined ? {} : { host: options.host };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: options.method ?? 'GET', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('a served page', () => {
  it('is what the page is at that moment', async () => {
    let page = 'one';
    const { url } = await serve(() => page);
    page = 'two';
    expect(await (await fetch(url)).text()).toBe('two');
  });

  it('is there on loopback only', async () => {
    const { url } = await serve(() => '');
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('is refused to a site that points its own name at this machine', async () => {
    const { url } = await serve(() => 'secret');
    expect(await get(url, { host: 'evil.example' })).toBe(403);
    expect(await get(url, { host: `localhost:${new URL(url).port}` })).toBe(200);
  });

  it('is the only thing there, and can only be read', async () => {
    const { url } = await serve(() => '');
    expect(await get(`${url}../../etc/passwd`)).toBe(404);
    expect(await get(url, { method: 'POST' })).toBe(405);
  });

  it('gives its parts by their names', async () => {
    const { url } = await serve(() => '');
    expect(await (await fetch(`${url}parts/known`)).text()).toBe('a part');
    for (const name of ['unknown', 'constructor', '../known', ''])
      expect(await get(`${url}parts/${name}`), name).toBe(404);
  });

  it('tells the news to whoever listens, and at once to whoever comes: they may have missed some', async () => {
    let news = 'one';
    const server = await serve(
      () => '',
      () => news,
    );
    const reader = (await fetch(`${server.url}changes`)).body?.getReader();
    const hear = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await hear()).toBe('data: one\n\n');
    news = 'two';
    server.announce();
    expect(await hear()).toBe('data: two\n\n');
    await reader?.cancel();
  });

  it('may be shown and read by no other page', async () => {
    const { url } = await serve(() => '');
    for (const path of ['', 'parts/known']) {
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    }
  });

  it('needs a port that is free', async () => {
    const { url } = await serve(() => '');
    const port = Number(new URL(url).port);
    const served = { page: () => '', part: () => null, news: () => '' };
    await expect(servePage(served, port)).rejects.toThrow(`Port ${port} cannot be used`);
  });
});
