// The packed program and an empty folder → a dataset of one's own with a release, as every package manager makes it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'veritable-own-'));
let tool = '';

function run(folder: string, [command = '', ...args]: readonly string[]): string {
  const env = { ...process.env, YARN_ENABLE_TELEMETRY: '0', YARN_ENABLE_IMMUTABLE_INSTALLS: '0', CI: '' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** How a package manager runs a package that is a file, installs, and runs a script of the project. */
interface Manager {
  once(...args: string[]): string[];
  install: string[];
  script(name: string, ...args: string[]): string[];
}

const MANAGERS: Record<string, Manager> = {
  npm: {
    once: (...args) => ['npx', '--yes', '--offline', '--package', tool, 'veritable', ...args],
    install: ['npm', 'install', '--no-audit', '--no-fund'],
    script: (name, ...args) => ['npm', 'run', '--silent', name, '--', ...args],
  },
  pnpm: {
    once: (...args) => ['pnpm', `--package=${tool}`, 'dlx', 'veritable', ...args],
    install: ['pnpm', 'install'],
    script: (name, ...args) => ['pnpm', '--silent', 'run', name, ...args],
  },
  // Of the second generation, which installs into no node_modules.
  yarn: {
    once: (...args) => ['yarn', 'dlx', '--package', `veritable@file:${tool}`, 'veritable', ...args],
    install: ['yarn', 'install'],
    script: (name, ...args) => ['yarn', 'run', name, ...args],
  },
};

const PAGE = `<!doctype html><html lang="en"><head><title>Lock gates to be replaced</title>
<meta property="og:title" content="Lock gates to be replaced"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2024-05-11T12:00:00Z">
<link rel="canonical" href="https://gazette.example.org/lock-gates"></head><body><article><h1>Lock gates to be replaced</h1>
<p>The two upper gates of the lock at Aldport will be replaced in September, the harbour office said on Friday. It is the
first time in forty years that both are taken out at once.</p><p>The work will take nineteen days. Boats longer than twelve
metres have to wait or take the northern arm, an official told the council, which had asked for a shorter closure.</p><p>The
council has set aside 210,000 for it, more than for any other work on the river this year.</p></article></body></html>`;

const CLAIM = `    topics: []
    verdict: supported
    justification: The harbour office published the order for both gates with the month of the work.
    status: labelled
    annotations:
      - { annotator: a1, verdict: supported, confidence: high, date: 2024-06-02, guideline: "1" }
    evidence:
      - id: e1
        url: https://harbour.example.org/orders/17
        title: Order 17, lock gates
        publisher: Harbour office
        origin: harbour-office
        published: 2024-05-10
        published_basis: page
        stance: supports
        shows: The order names both upper gates and September 2024.
`;

const ANSWERS: Record<string, string> = {
  publisher: 'the-gazette',
  nature: 'original',
  license: 'LicenseRef-all-rights-reserved',
  text: 'Both upper gates of the lock at Aldport are replaced in September 2024.',
  quote: 'will be replaced in September',
  claimant: 'article',
  type: 'event',
};

/** What a person does: decides every \`todo\` of the article, gives a verdict on its claim, answers the datasheet. */
function label(project: string): void {
  const [name = ''] = readdirSync(join(project, 'raw/articles')).filter((file) => file.endsWith('.md'));
  const path = join(project, 'raw/articles', name);
  const decided = readFileSync(path, 'utf8')
    .replace(/^( *(?:- )?)(\w+): todo.*$/gm, (_, indent: string, key: string) => `${indent}${key}: ${ANSWERS[key]}`)
    .replace(/^ {4}status: draft\n/m, CLAIM);
  writeFileSync(path, `${decided}${'The gates of the lock are replaced, says the Gazette. '.repeat(9).trim()}\n`);
  const publishers = '- { id: the-gazette, name: The Gazette, domains: [gazette.example.org] }\n';
  writeFileSync(join(project, 'raw/vocabulary/publishers.yml'), publishers);
  const datasheet = join(project, 'DATASHEET.md');
  writeFileSync(datasheet, readFileSync(datasheet, 'utf8').replace(/^todo$/gm, 'Not known.'));
}

function commit(project: string): void {
  run(project, ['git', 'add', '-A']);
  run(project, ['git', '-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'Labels']);
}

beforeAll(() => {
  run(resolve('.'), ['npm', 'run', '--silent', 'pack:cli', '--', join(root, 'package')]);
  run(join(root, 'package'), ['npm', 'pack', '--pack-destination', root]);
  tool = join(root, readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '');
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(Object.entries(MANAGERS))('%s', (name, { once, install, script }) => {
  const isHere = spawnSync(name, ['--version'], { cwd: tmpdir() }).status === 0;

  test.skipIf(!isHere)(
    'from an empty folder to a release that is proved',
    () => {
      const folder = join(root, name);
      const project = join(folder, 'x');
      mkdirSync(folder);
      const answers = ['--title', 'Locks', '--authors', 'Archer, Ada', '--tool', `file:${tool}`, '--yes'];
      run(folder, once('init', 'x', ...answers));
      run(project, ['git', 'init', '-q', '-b', 'main']);
      run(project, install);
      run(project, script('build:dataset'));
      run(project, script('test'));

      writeFileSync(join(folder, 'page.html'), PAGE);
      run(project, script('new', '--from', '../page.html'));
      label(project);
      run(project, script('fix'));
      run(project, script('build:dataset'));
      run(project, script('test'));
      expect(readFileSync(join(project, 'dataset/claims.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
      commit(project);

      expect(run(project, script('release'))).toMatch(/^Version 1\.0\.0 /m);
      commit(project);
      const proved = run(project, script('verify', 'build/locks-1.0.0.tar.gz', '--rebuild', '.'));
      expect(proved).toMatch(/rebuild +ok\nThe release is what it says\.\n$/);
      run(project, script('test'));
    },
    600_000,
  );
});
