// What a newcomer may rely on: imports point one way, and the outside is reached in one place.
import { readFileSync } from 'node:fs';
import { globSync } from 'glob';
import { describe, expect, test } from 'vitest';

/** Folders by stage, from raw to release; a folder may import from its own stage and from those before it. */
const STAGES = [
  ['values'],
  ['yaml'],
  ['schemas', 'findings', 'edits', 'vocabulary'],
  ['article', 'citation'],
  ['claims'],
  ['votes'],
  ['splits'],
  ['score'],
  ['rules'],
  ['formats'],
  ['release'],
  ['exchange'],
  ['transfer'],
  ['project'],
  ['examine'],
  ['labelling'],
  ['shards'],
  ['dataset'],
  ['explorer'],
  ['review'],
  ['audit'],
  ['scaffold'],
  ['publish'],
  ['lsp'],
  ['commands'],
];
/** `platform` stands beside the flow: it is used by whoever touches the outside. */
const MAY_USE_PLATFORM = new Set([
  'project',
  'examine',
  'labelling',
  'shards',
  'dataset',
  'review',
  'publish',
  'commands',
  'platform',
  '.',
]);

interface Import {
  file: string;
  folder: string;
  target: string;
  typeOnly: boolean;
}

const files = globSync('scripts/**/*.ts', {
  posix: true,
  ignore: ['scripts/explorer/page/**', 'scripts/review/page/**', 'scripts/**/generated/**'],
}).sort();

function folderOf(path: string): string {
  return /^scripts\/([^/]+)\//.exec(path)?.[1] ?? '.';
}

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return Array.from(
    text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm),
    (match) => ({
      file,
      folder: folderOf(file),
      target: match[2] ?? match[3] ?? '',
      typeOnly: match[1] !== undefined || /import\s*\{\s*(?:type\s+\w+(?:,\s*)?)+\}\s*from/.test(match[0]),
    }),
  );
});

function stageOf(folder: string): number {
  return STAGES.findIndex((stage) => stage.includes(folder));
}

const inner = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((entry) => ({ ...entry, to: folderOf(new URL(entry.target, `file:///${entry.file}`).pathname.slice(1)) }));

test('every folder of scripts/ has its stage', () => {
  expect(
    files.map(folderOf).filter((folder) => folder !== '.' && folder !== 'platform' && stageOf(folder) < 0),
  ).toEqual([]);
});

test('code and types flow from raw to release and never back', () => {
  const backward = inner.filter(
    ({ folder, to }) => folder !== '.' && folder !== 'platform' && to !== 'platform' && stageOf(to) > stageOf(folder),
  );
  expect(backward.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('no modules import each other in a circle, for types either', () => {
  const graph = new Map<string, string[]>();
  for (const { file, target } of imports.filter((entry) => entry.target.startsWith('.')))
    graph.set(file, [...(graph.get(file) ?? []), new URL(target, `file:///${file}`).pathname.slice(1)]);
  const settled = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!settled.has(file)) for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    settled.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('lines of comments are as short as lines of code', () => {
  const long = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (/^\s*(?:\/\/|\/?\*)/.test(line) && line.length > 120 ? [`${file}:${i + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

test('the table of commands in the README is the program', () => {
  const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;
  const table = readFileSync('README.md', 'utf8').split('## Commands')[1]?.split('\n\n')[1] ?? '';
  const told = [...table.matchAll(/`npm (?:run )?([\w:-]+)`/g)].map(([, name]) => name);
  // What `check` is made of, and what only maintainers of the toolchain run, stands in CONTRIBUTING.
  const parts = ['lint', 'format', 'types', 'screenshots', 'test:release', 'test:cluster'];
  expect(told.toSorted()).toEqual(
    Object.keys(scripts)
      .filter((name) => !parts.includes(name))
      .sort(),
  );
});

test('only the rooms that open, examine, write and publish reach the platform', () => {
  const reaching = inner.filter(
    ({ typeOnly, folder, to }) => !typeOnly && to === 'platform' && !MAY_USE_PLATFORM.has(folder),
  );
  expect(reaching.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

describe('the outside', () => {
  const OUTSIDE = /^node:(?:fs|fs\/promises|child_process|worker_threads|os|net|http|https|process)$/;
  test('disk, processes and machine are imported in platform/ only', () => {
    const strangers = imports.filter(({ folder, target }) => OUTSIDE.test(target) && folder !== 'platform');
    expect(strangers.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test.each([
    ['arguments, environment, exit code', /\bprocess\.(?:argv|env|exit|exitCode|stdout|stderr)\b/, ['.']],
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/, ['.', 'platform']],
    ['chance', /\bMath\.random\(|\brandomBytes\(/, ['platform']],
    ['the locale', /\.toLocale\w*\(|\.localeCompare\(/, []],
  ] as const)('%s are read in one place', (_, pattern, allowed) => {
    const readers = files.filter(
      (file) => pattern.test(readFileSync(file, 'utf8')) && !(allowed as readonly string[]).includes(folderOf(file)),
    );
    expect(readers).toEqual([]);
  });
});

test('every module opens with a sentence that says what it turns into what', () => {
  expect(files.filter((file) => !/^(?:#!.*\n)?\/\/ \S/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
