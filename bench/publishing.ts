// A corpus in a git repository → what it takes to release, verify, compare, export and show it.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, measureWarm } from './builds.ts';
import type { Result } from './results.ts';
import { launch, MANY, runAll, type Work } from './works.ts';

/** Names of the works, in the order in which they are run. */
export const PUBLISHING = [
  'release',
  'verify',
  'diff',
  'export parquet',
  'export npm',
  'explore',
  'explore --site',
] as const;

/** Behind the names of works with a cache that are run where there is a release to compare with. */
export const RELEASED = ', after a release';

/** What has to end however many articles there are; the others are for as many as one page or package can hold. */
export const ENDING = ['release', 'verify', 'diff', 'export parquet', 'explore --site'] as const;

/** Where the site would lie. */
const AT = ['--base', 'https://example.org/'];

/**
 * Each once: a release is made of a fresh checkout, and what follows reads it. `diff` compares it with the dataset
 * that it was made from.
 */
export function measurePublishing({ folder, articles, style }: Corpus): Result[] {
  makeRepository(folder);
  const raw = join(folder, 'raw');
  const [build, dataset] = [join(folder, 'build'), join(folder, 'dataset')];
  const run = (name: (typeof PUBLISHING)[number], ...args: string[]): Work => ({
    name,
    command: [...launch(), ...args],
  });
  const release = run('release', 'release', '--raw', raw, '--date', '2026-02-01');
  const released = runAll([release], articles, style, 1);
  const archive = readdirSync(folder).includes('build') ? readdirSync(build).find((name) => name.endsWith('.gz')) : '';
  const works = [
    run('verify', 'verify', join(build, archive ?? '')),
    run('diff', 'diff', join(build, archive ?? ''), dataset),
    run('export parquet', 'export', 'parquet', '--raw', raw, '--out', join(folder, 'parquet')),
    run('export npm', 'export', 'npm', '--raw', raw, '--out', join(folder, 'npm')),
    run('explore', 'explore', '--raw', raw, '--dataset', dataset, '--out', join(folder, 'page/index.html')),
    run('explore --site', 'explore', '--raw', raw, '--dataset', dataset, '--site', join(folder, 'site'), ...AT),
  ];
  const isWanted = ({ name }: Work) => articles <= MANY || (ENDING as readonly string[]).includes(name);
  const warm = () => (articles <= MANY ? measureWarm({ folder, articles, style }, 1, RELEASED) : []);
  const results = [...released, ...runAll(works.filter(isWanted), articles, style, 1), ...warm()];
  for (const out of ['parquet', 'npm', 'page', 'site', 'build', 'dataset', 'out', '.git'])
    rmSync(join(folder, out), { recursive: true, force: true });
  return results;
}

function makeRepository(folder: string): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('LICENSE-DATA', 'Creative Commons Attribution 4.0\n');
  write('CHANGELOG.md', '# Changelog\n\n<!-- releases -->\n');
  write('DATASHEET.md', '# Datasheet\n\nOf version <!-- veritable:version -->nothing<!-- /veritable:version -->.\n');
  write('.gitignore', 'build/\nout/\n.*.veritable-*\n');
  const author = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...author, 'commit', '-q', '-m', 'Labels'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  }
}
