// The examples for clusters on real engines: the bytes of a build, also where a shard was killed with -9.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'veritable-cluster-'));
const raw = join(root, 'raw');
const SHARDS = 3;

function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
}

function has(...commands: string[]): boolean {
  return commands.every((command) => run('sh', ['-c', `command -v ${command}`]).status === 0);
}

/** Only root may start daemons that run jobs as others. */
const AS_ROOT = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
const isRoot = () => AS_ROOT.length === 0 || run('sudo', ['-n', 'true']).status === 0;
function runAsRoot(...args: string[]) {
  const [command = '', ...rest] = [...AS_ROOT, ...args];
  return run(command, rest);
}

/** Skipped by name where an engine is not installed, but not in CI, where it must be. */
const testWhere = (present: boolean) => (process.env['CI'] || present ? test : test.skip);

/** The program as a command; the first examination of all, marked by a folder, is killed with -9 once it has begun. */
function writeProgram(name: string): string {
  const path = join(root, name);
  const launch = `'${process.execPath}' '${resolve('scripts/launch.js')}' "$@"`;
  const killed = `${launch} & pid=$!; sleep 0.3; kill -9 $pid; wait $pid; exit $?`;
  const isFirst = `[ "$2" = examine ] && mkdir '${path}.killed' 2>/dev/null`;
  writeFileSync(path, `#!/bin/sh\nif ${isFirst}; then ${killed}; fi\nexec ${launch}\n`, { mode: 0o755 });
  return path;
}

const sums = (out: string) => readFileSync(join(root, out, 'SHA256SUMS'), 'utf8');

beforeAll(() => {
  makeCorpus(root, 90);
  const { status, stderr } = run(process.execPath, [
    'scripts/launch.js',
    'build',
    '--raw',
    raw,
    '--out',
    join(root, 'alone'),
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
afterAll(() => {
  runAsRoot('rm', '-rf', root);
});

describe('Slurm', () => {
  const folder = join(root, 'slurm');
  const isThere = has('slurmctld', 'slurmd', 'sbatch', 'munged') && isRoot();
  afterAll(() => {
    runAsRoot('bash', 'tests/cluster/slurm.sh', 'stop', folder);
  });

  testWhere(isThere)('runs arrays of shards and the merge; run again after a kill, it ends what is left', async () => {
    const ports = await Promise.all([findPort(), findPort()]);
    const started = runAsRoot('bash', 'tests/cluster/slurm.sh', 'start', folder, ...ports.map(String));
    expect(started).toMatchObject({ status: 0, stderr: '' });
    const [work, out] = [join(root, 'slurm-work'), join(root, 'slurm-dataset')];
    const env = { SLURM_CONF: join(folder, 'slurm.conf'), VERITABLE: writeProgram('slurm-program') };
    const build = () => run('bash', ['examples/cluster/slurm.sh', raw, work, out, String(SHARDS)], env);
    const first = build();
    expect(first).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no dataset') });
    const second = build();
    expect(`${second.status} ${second.stderr}`).toBe('0 ');
    expect(sums('slurm-dataset')).toBe(sums('alone'));
    const logs = readdirSync(join(work, 'logs')).map((name) => readFileSync(join(work, 'logs', name), 'utf8'));
    const kept = logs.filter((text) => text.endsWith('before, and nothing has changed since\n'));
    // Links of all shards and the plan, and the examinations that were not killed.
    expect(kept).toHaveLength(SHARDS + 1 + SHARDS - 1);
  });
});

describe('Snakemake', () => {
  testWhere(has('snakemake'))('runs the rules, and a killed shard once more', () => {
    const program = writeProgram('snakemake-program');
    const [work, out] = [join(root, 'snakemake-work'), join(root, 'snakemake-dataset')];
    const config = [`raw=${raw}`, `work=${work}`, `out=${out}`, `shards=${SHARDS}`, `program=${program}`];
    const snakefile = resolve('examples/cluster/Snakefile');
    const args = ['-s', snakefile, '--directory', root, '--cores', '2', '--retries', '2', '--config', ...config];
    const { status, stderr } = run('snakemake', args, { XDG_CACHE_HOME: join(root, 'cache'), HOME: root });
    expect(stderr).toContain('Error in rule examine');
    expect(status).toBe(0);
    expect(sums('snakemake-dataset')).toBe(sums('alone'));
  });
});

/** A port that nobody listens at just now. */
function findPort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
