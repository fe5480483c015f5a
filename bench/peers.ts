// A name → another tool, installed outside the project, that reads the same corpus and checks what it can of the same
// schema.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Work } from './works.ts';

export const PEERS = ['velite', 'content-collections', 'hugo'] as const;
export type Peer = (typeof PEERS)[number];

/**
 * Installs a peer below `folder` and gives the command that builds the corpus of `raw`, with the folder to run it in.
 */
export function preparePeer(peer: Peer, folder: string, raw: string): Work {
  const cwd = join(folder, peer);
  mkdirSync(cwd, { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  if (peer === 'hugo') {
    mkdirSync(join(cwd, 'layouts'), { recursive: true });
    mkdirSync(join(cwd, 'content'), { recursive: true });
    // To Hugo `url` says where the page is to stand.
    for (const name of readdirSync(join(raw, 'articles')))
      write(`content/${name}`, readFileSync(join(raw, 'articles', name), 'utf8').replace(/^url:/m, 'source_url:'));
    write('hugo.toml', `disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n[outputs]\nhome = ["json"]\n`);
    write(
      'layouts/index.json',
      '[{{ range $i, $p := site.RegularPages }}{{ if $i }},{{ end }}{{ $p.Params | jsonify }}{{ end }}]',
    );
    return { name: peer, command: ['hugo', '--quiet', '--ignoreCache'], cwd };
  }
  write('package.json', JSON.stringify({ name: `bench-${peer}`, private: true, type: 'module' }));
  const packages = peer === 'velite' ? ['velite'] : ['@content-collections/core', '@content-collections/cli', 'zod'];
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...packages], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${peer} cannot be installed:\n${stderr.slice(-1000)}`);
  if (peer === 'velite') {
    write(
      'velite.config.js',
      `import { defineConfig, s } from 'velite';
export default defineConfig({
  root: ${JSON.stringify(raw)},
  collections: {
    articles: { name: 'Article', pattern: 'articles/*.md', schema: s.object({ id: s.string(), title: s.string(), claims: s.array(s.any()) }) },
  },
});
`,
    );
    return { name: peer, command: ['node_modules/.bin/velite', 'build', '--clean', '--silent'], cwd };
  }
  write(
    'content-collections.ts',
    `import { defineCollection, defineConfig } from '@content-collections/core';
import { z } from 'zod';
const articles = defineCollection({
  name: 'articles',
  directory: ${JSON.stringify(relative(cwd, join(raw, 'articles')))},
  include: '*.md',
  schema: z.object({ id: z.string(), title: z.string(), claims: z.array(z.any()), content: z.string() }),
});
export default defineConfig({ content: [articles], collections: [articles] });
`,
  );
  return { name: peer, command: ['node_modules/.bin/content-collections', 'build'], cwd };
}

/** libyaml's event parser over all front matter, where a C compiler and libyaml are at hand. */
export function prepareFloor(folder: string, raw: string): Work | null {
  const program = join(folder, 'floor');
  const made = spawnSync('cc', ['-O2', '-o', program, 'bench/floor.c', '-lyaml']);
  return made.status === 0 ? { name: 'libyaml alone', command: [program, join(raw, 'articles')] } : null;
}
