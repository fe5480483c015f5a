// A path where a mapping was asked for → the mapping, or what to do instead.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMapping } from '../../scripts/project/openMapping.ts';
import { makeWorkspace } from '../platform/workspace.ts';

describe('a data file in the place of its mapping', () => {
  test.each(['claims.csv', 'claims.TSV', 'claims.jsonl', 'claims.xlsx'])(
    '%s is told apart, with what to do',
    async (name) => {
      const path = join(await makeWorkspace(), name);
      writeFileSync(path, 'claim,verdict\nThe bridge was closed.,true\n');
      expect(() => openMapping(path)).toThrow(/is data\. .*`audit --draft .*` prints one/);
    },
  );

  test.each(['mapping.yml', 'mapping.json', 'mapping.constructor', 'mapping'])(
    '%s is read as a mapping',
    async (name) => {
      const path = join(await makeWorkspace(), name);
      writeFileSync(path, '[]\n');
      expect(openMapping(path)).toMatchObject({ findings: [{ code: 'A12' }] });
    },
  );
});
