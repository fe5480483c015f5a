// A file holds what was added to it, in that order, and is measured as what it holds.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MeasuredFile } from '../../scripts/platform/measuredFile.ts';
import { UserError } from '../../scripts/platform/userError.ts';

const folder = mkdtempSync(join(tmpdir(), 'veritable-measured-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Enough for a thread. */
const long = (byte: number) => new Uint8Array(300_000).fill(byte);

describe('a measured file', () => {
  test.each(['write', 'writeBeside'] as const)('holds long and short pieces in their order: %s', async (add) => {
    const path = join(folder, 'file');
    const file = new MeasuredFile(path);
    const pieces = [long(1), Buffer.from('short'), long(2), long(3), Buffer.from('end')];
    for (const piece of pieces) file[add](piece);
    await file.settle();
    const measure = await file.close();
    const whole = Buffer.concat(pieces);
    expect(readFileSync(path).equals(whole)).toBe(true);
    expect(measure).toEqual({ bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') });
  });

  test('is measured alike where nothing is written', async () => {
    const [here, nowhere] = [new MeasuredFile(join(folder, 'file')), new MeasuredFile(null)];
    for (const file of [here, nowhere]) file.writeBeside(long(1));
    await here.settle();
    expect(await nowhere.close()).toEqual(await here.close());
  });

  test.skipIf(!existsSync('/dev/full'))('says which file has no room', async () => {
    const file = new MeasuredFile('/dev/full', 'claims.csv');
    file.writeBeside(long(1));
    const failure = await file.settle().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain('cannot write claims.csv');
    await file.close();
  });
});
