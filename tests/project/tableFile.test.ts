// A file that is put together from pieces of the one before holds what it would hold without them.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type Range, TableFile } from '../../scripts/dataset/tableFile.ts';
import { MeasuredFile } from '../../scripts/platform/measuredFile.ts';

const root = mkdtempSync(join(tmpdir(), 'veritable-table-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LINES = { path: 'rows.jsonl', opening: '', separator: '', closing: '' };
const LIST = { path: 'rows.json', opening: '[\n', separator: ',\n', closing: '\n]\n' };

/** Rows of batches: a batch may have none. */
const row = fc.string({
  unit: fc.constantFrom('a', '"', ',', 'é', '\u2028', '\u{1F600}', ' '),
  minLength: 1,
  maxLength: 4,
});
const batches = fc.array(fc.array(row, { maxLength: 3 }), { maxLength: 8 });

function measureOf(bytes: Buffer) {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function renderPart(rows: readonly string[], layout: typeof LIST): Buffer {
  return Buffer.from(layout === LIST ? rows.join(',\n') : rows.map((line) => `${line}\n`).join(''));
}

function render(rows: readonly (readonly string[])[], layout: typeof LIST): Buffer {
  const all = rows.flat();
  return Buffer.from(layout === LIST ? `[\n${all.join(',\n')}\n]\n` : all.map((line) => `${line}\n`).join(''));
}

/** Where the rows of each batch stand in a file. */
function placesOf(rows: readonly (readonly string[])[], layout: typeof LIST): Range[] {
  let end = layout.opening.length;
  let begun = false;
  return rows.map((batch) => {
    if (batch.length === 0) return [end, end];
    const text = layout === LIST ? batch.join(',\n') : batch.map((line) => `${line}\n`).join('');
    const start = begun ? end + layout.separator.length : end;
    begun = true;
    end = start + Buffer.byteLength(text);
    return [start, end];
  });
}

test('whatever has changed', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      batches,
      fc.array(fc.option(fc.array(row, { maxLength: 3 }))),
      fc.array(fc.array(row, { maxLength: 3 }), { maxLength: 2 }),
      async (before, changes, added) => {
        const [from, to] = ['from', 'to'].map((name) => join(root, `${run}-${name}`)) as [string, string];
        run++;
        for (const folder of [from, to]) mkdirSync(folder);
        const [lines, list] = [LINES, LIST].map((layout) => {
          const bytes = render(before, layout);
          writeFileSync(join(from, layout.path), bytes);
          const open = () => new MeasuredFile(join(to, layout.path));
          return new TableFile(layout, to, { folder: from, ...measureOf(bytes) }, open);
        }) as [TableFile, TableFile];
        const places = [LINES, LIST].map((layout) => placesOf(before, layout));
        const after = [...before.map((batch, i) => changes[i] ?? batch), ...added];
        for (const [i, batch] of after.entries()) {
          const ranges = places.map((ranges) => ranges[i] ?? ([0, 0] as const));
          for (const [j, layout] of [LINES, LIST].entries()) {
            const file = j === 0 ? lines : list;
            const part = renderPart(batch, layout);
            const isSame = i < before.length && file.holds(part, ranges[j] as Range);
            expect(isSame).toBe(i < before.length && part.equals(renderPart(before[i] as string[], layout)));
            if (isSame) file.keep(ranges[j] as Range);
            else file.append(part);
          }
          if (i === 4) for (const file of [lines, list]) file.flush();
        }
        for (const [file, layout] of [
          [lines, LINES],
          [list, LIST],
        ] as const) {
          const measure = await file.finish();
          const written = readFileSync(join(to, layout.path));
          // Without any row the file is what stands around them.
          const expected =
            after.flat().length > 0 ? render(after, layout) : Buffer.from(layout.opening + layout.closing);
          expect(written.toString()).toBe(expected.toString());
          expect(measure).toEqual(measureOf(written));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a file that has not changed is the one before, under a second name', async () => {
  const [from, to] = ['same-from', 'same-to'].map((name) => join(root, name)) as [string, string];
  for (const folder of [from, to]) mkdirSync(folder);
  const bytes = render([['one'], ['two']], LIST);
  writeFileSync(join(from, LIST.path), bytes);
  const file = new TableFile(LIST, to, { folder: from, ...measureOf(bytes) }, () => {
    throw new Error('Nothing is to be written.');
  });
  for (const range of placesOf([['one'], ['two']], LIST)) file.keep(range);
  expect(await file.finish()).toEqual(measureOf(bytes));
  expect(statSync(join(to, LIST.path)).ino).toBe(statSync(join(from, LIST.path)).ino);
});
