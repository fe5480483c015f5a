// Three hundred texts with one mistake each: found at the right line, and nothing else is said.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WatchedProject } from '../../scripts/examine/watchedProject.ts';
import type { Finding } from '../../scripts/findings/finding.ts';
import { locateFindings } from '../../scripts/findings/locate.ts';
import { listFiles } from '../../scripts/platform/reading.ts';
import { createChance, FORM, MEANING, type Mutation, mutate, QUOTED } from './mutations.ts';

const SEED = 20230426;
/** Where the withheld articles of the real data are, for those who have them. */
const CAPTURES = process.env['CAPTURES'] ?? 'raw/captures';

/** What became of one mutation. */
interface Result {
  kind: string;
  file: string;
  lines: number[];
  found: boolean;
  alone: boolean;
  said: string[];
}

function keyOf({ code, file, message, pointer }: Finding): string {
  return [code, file, message, pointer].join(' ');
}

class Dataset {
  readonly root = mkdtempSync(join(tmpdir(), 'veritable-'));
  readonly #kept: WatchedProject;
  #last = '';
  readonly files: string[];
  #before = new Map<string, number>();

  constructor(from: string, captures?: string) {
    for (const name of ['raw', 'CITATION.cff', 'releases'])
      if (existsSync(join(from, name))) cpSync(join(from, name), join(this.root, name), { recursive: true });
    this.#kept = new WatchedProject({ raw: join(this.root, 'raw'), captures });
    this.files = listFiles(join(this.root, 'raw/articles'), '*.md').map((name) =>
      join(this.root, 'raw/articles', name),
    );
  }

  open(): this {
    for (const finding of this.#judge(''))
      this.#before.set(keyOf(finding), (this.#before.get(keyOf(finding)) ?? 0) + 1);
    return this;
  }

  close(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Judges again what was written, and what was put back after the last time. */
  #judge(written: string): Finding[] {
    const touched = [written, this.#last];
    this.#last = written;
    const { check } = this.#kept.check((file) =>
      touched.some((path) => path.endsWith(file.slice(file.lastIndexOf('/')))),
    );
    return check.findings;
  }

  /** Findings that the mutation brought. */
  try(file: string, { kind, text, lines }: Mutation): Result {
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, text);
    try {
      const known = new Map(this.#before);
      const found = this.#judge(file).filter((finding) => {
        const left = known.get(keyOf(finding)) ?? 0;
        known.set(keyOf(finding), left - 1);
        return left <= 0;
      });
      const fresh = locateFindings(found, (name) => readFileSync(name, 'utf8'));
      const isRight = (finding: (typeof fresh)[number]) =>
        finding.file.endsWith(file.slice(this.root.length)) && lines.includes(finding.range?.start.line ?? 0);
      return {
        kind,
        file: file.slice(this.root.length + 1),
        lines,
        found: fresh.some(isRight),
        alone: fresh.length === 1 && fresh.every(isRight),
        said: fresh.map(({ code, range, message }) => `${code}:${range?.start.line} ${message}`),
      };
    } finally {
      writeFileSync(file, original);
    }
  }

  /** `count` mutations, the kinds in turn, files and places by chance. */
  tryMany(kinds: readonly string[], count: number): Result[] {
    const chance = createChance(SEED);
    const results: Result[] = [];
    for (let i = 0; results.length < count && i < 20 * count; i++) {
      const file = this.files[chance(this.files.length)] as string;
      const mutation = mutate(kinds[i % kinds.length] as string, readFileSync(file, 'utf8'), chance);
      if (mutation) results.push(this.try(file, mutation));
    }
    return results;
  }
}

function describeMissed(results: readonly Result[], wanted: 'found' | 'alone'): string[] {
  return results
    .filter((result) => !result[wanted])
    .map(({ kind, file, lines, said }) => `${kind} (${file}:${lines}): ${said.join(' | ') || 'nothing is said'}`);
}

function rate(results: readonly Result[]): number {
  return results.filter(({ alone }) => alone).length / results.length;
}

function print(name: string, results: readonly Result[]): void {
  const found = results.filter((result) => result.found).length;
  console.log(
    `${name}: ${found} of ${results.length} found at the right line, ${(100 * rate(results)).toFixed(1)} % with no second finding`,
  );
}

const DATASETS = [
  ['the real data', '.', existsSync(CAPTURES) ? CAPTURES : undefined, 300],
  ['the example', 'examples/gazette', 'examples/gazette/captures', 60],
] as const;

/** A project may hold no article yet. */
const labelled = DATASETS.filter(([, from]) => listFiles(join(from, 'raw/articles'), '*.md').length > 0);

describe.each(labelled)('%s', (name, from, captures, count) => {
  let dataset: Dataset;
  beforeAll(() => {
    dataset = new Dataset(from, captures).open();
  });
  afterAll(() => dataset.close());

  test('every mistake is found at its line, and at least 95 % bring nothing else', { timeout: 300_000 }, () => {
    const results = dataset.tryMany([...Object.keys(FORM), ...Object.keys(MEANING)], count);
    print(name, results);
    expect(results).toHaveLength(count);
    if (process.env['SHOW']) console.log(describeMissed(results, 'alone').join('\n'));
    expect(describeMissed(results, 'found')).toEqual([]);
    expect(rate(results), describeMissed(results, 'alone').join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test.skipIf(captures === undefined)(
    'altered quotations and moved anchors are found (needs the captures)',
    { timeout: 60_000 },
    async () => {
      const results = dataset.tryMany(Object.keys(QUOTED), 20);
      print(`${name}, quotations`, results);
      expect(describeMissed(results, 'alone')).toEqual([]);
    },
  );
});
