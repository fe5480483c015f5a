// Whether something is left to do is found out in the same way, whichever parser reads a file.

import { expect, test } from 'vitest';
import { decodeDocument } from '../../scripts/article/document.ts';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import fc from '../property.ts';

test('places that say todo are the same, however the file is read', () => {
  let found = 0;
  const piece = fc.constantFrom(
    'todo',
    '\\u0074odo',
    'TODO',
    'Todo',
    'to',
    'do',
    ' ',
    ':',
    '"',
    "'",
    'é',
    '_',
    '1',
    '-',
    '(',
    '\\n',
    '\\"',
    '[',
    ']',
    '|-\n  ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (parts) => {
      const yaml = `id: ${parts.join('')}\ntitle: "${parts.join('')}"\n`;
      if (readYaml(yaml) === undefined) return;
      // A tab in a comment is for `yaml` alone.
      const full = decodeDocument('f', `${yaml}#\t\n`, 0, 'raw/article.schema.json');
      const fast = decodeDocument('f', yaml, 0, 'raw/article.schema.json');
      expect(fast).toEqual(full);
      if (fast.drafts.some(({ code }) => code === 'A22')) found++;
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect(found).toBeGreaterThan(50);
});
