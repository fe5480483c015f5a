import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { servePage } from '../../scripts/platform/loopbackServer.ts';

async function serve(page: () => string) {
  const server = await servePage(page, 0);
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

  it('is announced again to whoever listens', async () => {
    const server = await serve(() => '');
    const response = await fetch(`${server.url}changes`);
    const reader = response.body?.getReader();
    server.announce();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: changed\n\n');
    await reader?.cancel();
  });

  it('needs a port that is free', async () => {
    const { url } = await serve(() => '');
    const port = Number(new URL(url).port);
    await expect(servePage(() => '', port)).rejects.toThrow(`Port ${port} cannot be used`);
  });
});
