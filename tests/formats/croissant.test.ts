import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../workspace.ts';

interface Reference {
  '@id': string;
}

interface Field extends Reference {
  name: string;
  dataType: string;
  isArray?: boolean;
  source?: { fileObject: Reference; extract: { column: string } };
  references?: { field: Reference };
}

interface RecordSet extends Reference {
  key: Reference | Reference[];
  field: Field[];
  data?: Record<string, string>[];
}

interface Croissant {
  conformsTo: string | string[];
  distribution: (Reference & { contentUrl: string; sha256: string; contentSize: string; encodingFormat: string })[];
  recordSet: RecordSet[];
}

function load(text: string): Croissant {
  return JSON.parse(text) as Croissant;
}

async function build(workspace: Workspace): Promise<Croissant> {
  expect((await workspace.build()).exitCode).toBe(0);
  return load(workspace.read('dataset/croissant.json'));
}

/** Every `@id` that is declared and every one that is pointed to. */
function ids({ distribution, recordSet }: Croissant): { declared: string[]; used: string[] } {
  const fields = recordSet.flatMap(({ field }) => field);
  return {
    declared: [...distribution, ...recordSet, ...fields].map((node) => node['@id']),
    used: [
      ...recordSet.flatMap(({ key }) => [key].flat()),
      ...fields.flatMap(({ source, references }) => [source?.fileObject, references?.field]),
    ].flatMap((node) => node?.['@id'] ?? []),
  };
}

describe('the committed dataset', () => {
  const croissant = load(readFileSync('dataset/croissant.json', 'utf8'));
  const read = (path: string) => readFileSync(`dataset/${path}`, 'utf8');

  test('ids are declared once, hold no white space, and everything that points points to one', () => {
    const { declared, used } = ids(croissant);
    expect(new Set(declared).size).toBe(declared.length);
    expect(declared.filter((id) => /\s/.test(id))).toEqual([]);
    expect(used.filter((id) => !declared.includes(id))).toEqual([]);
  });

  test('digests and sizes are those of the files', () => {
    for (const { contentUrl, contentSize, sha256 } of croissant.distribution) {
      const bytes = readFileSync(`dataset/${contentUrl}`);
      expect([contentUrl, contentSize, sha256]).toEqual([
        contentUrl,
        `${bytes.length} B`,
        createHash('sha256').update(bytes).digest('hex'),
      ]);
    }
  });

  test('every value of every record has the type of its field', () => {
    const fits: Record<string, (value: unknown) => boolean> = {
      'sc:Text': (value) => typeof value === 'string',
      'sc:Integer': Number.isInteger,
      'sc:Float': Number.isFinite,
      'sc:Boolean': (value) => typeof value === 'boolean',
      'sc:Date': (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
    };
    const wrong = croissant.recordSet.flatMap(({ field }) =>
      field.flatMap(({ '@id': id, dataType, isArray, source }) => {
        if (!source) return [];
        const rows = read(source.fileObject['@id'])
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
        const values = rows.map((row) => row[source.extract.column]).filter((value) => value !== null);
        if (values.some((value) => value === undefined || Array.isArray(value) !== (isArray ?? false))) return [id];
        return values.flat().every((value) => fits[dataType]?.(value)) ? [] : [id];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the answers of the datasheet are there, with the numbers of this build', () => {
    expect(croissant).toMatchObject({
      'rai:dataAnnotationAnalysis': expect.stringContaining('judged twice'),
      'rai:dataBiases': expect.not.stringContaining('<!--'),
    });
    expect([croissant.conformsTo].flat()).toContain('http://mlcommons.org/croissant/RAI/1.0');
  });
});

test('a table without rows has a file but no record set, and nothing points to it', async () => {
  const { distribution, recordSet } = await build(openWorkspace());
  expect(distribution.map((file) => file['@id'])).toContain('withdrawn.jsonl');
  expect(recordSet.map((set) => set['@id'])).not.toContain('withdrawn');
});

test('the verdict scale is an enumeration that the verdict column points to', async () => {
  const { recordSet } = await build(openWorkspace());
  expect(recordSet.find((set) => set['@id'] === 'verdicts')?.data?.[0]).toMatchObject({
    'verdicts/id': expect.any(String),
    'verdicts/label': expect.any(String),
  });
  const verdict = recordSet.flatMap(({ field }) => field).find((field) => field['@id'] === 'claims/verdict');
  expect(verdict?.references).toEqual({ field: { '@id': 'verdicts/id' } });
});

test('neither an address nor a day is invented', async () => {
  const workspace = openWorkspace();
  const before = await build(workspace);
  expect(before).not.toHaveProperty('url');
  expect(before).not.toHaveProperty('datePublished');
  expect(before.conformsTo).toBe('http://mlcommons.org/croissant/1.1');
  const known = 'url: https://gazette.example.org/claims\nversion: 1.0.0\ndate-released: 2024-06-01\n';
  workspace.file('CITATION.cff', workspace.read('CITATION.cff') + known);
  expect(await build(workspace)).toMatchObject({
    url: 'https://gazette.example.org/claims',
    datePublished: '2024-06-01',
    citeAs: expect.stringContaining('year = {2024}'),
  });
});

test('a number in the datasheet is that of this build, not of the last', async () => {
  const workspace = openWorkspace().file(
    'DATASHEET.md',
    '### L1 How?\n\n<!-- rai: dataCollection -->\n\nOut of <!-- veritable:articles -->99<!-- /veritable:articles --> articles.\n',
  );
  expect(await build(workspace)).toMatchObject({ 'rai:dataCollection': 'Out of 2 articles.' });
});
