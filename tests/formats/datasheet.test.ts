import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDatasheet } from '../../scripts/formats/datasheet.ts';
import { describeResponsibly, TEXT_PROPERTIES } from '../../scripts/formats/responsibleAi.ts';

const SHEET = `# Datasheet
## Collection

### L1 How was it obtained?

<!-- rai: dataCollection, dataCollectionType -->

By <!-- veritable:articles -->2<!-- /veritable:articles --> readers,
line by line.

- a list
- of things

### L2 By what means?

<!-- rai: dataCollection -->
By hand.

## Uses

Not an answer.

### U1 Used already?
`;

test('an answer is what stands below its heading, without comments and broken lines', () => {
  expect(readDatasheet(SHEET)).toEqual([
    {
      id: 'L1',
      question: 'How was it obtained?',
      properties: ['dataCollection', 'dataCollectionType'],
      text: 'By 2 readers, line by line.\n\n- a list\n- of things',
    },
    { id: 'L2', question: 'By what means?', properties: ['dataCollection'], text: 'By hand.' },
    { id: 'U1', question: 'Used already?', properties: [], text: '' },
  ]);
});

test('a property of one value joins the answers that name it', () => {
  expect(describeResponsibly({ datasheet: SHEET, days: ['2024-05-09', '2024-05-10'] })).toEqual({
    'rai:dataCollection': 'By 2 readers, line by line.\n\n- a list\n- of things\n\nBy hand.',
    'rai:dataCollectionType': 'By 2 readers, line by line.\n\n- a list\n- of things',
    'rai:dataCollectionTimeframe': ['2024-05-09', '2024-05-10'],
  });
});

test('without a datasheet nothing is said', () => {
  expect(describeResponsibly({ datasheet: null, days: ['2024-05-09'] })).toEqual({});
});

test("the project's own datasheet names known properties only, and all of them", () => {
  const named = readDatasheet(readFileSync('DATASHEET.md', 'utf8')).flatMap(({ properties }) => properties);
  const known = [...Object.keys(TEXT_PROPERTIES), 'dataCollectionTimeframe'];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !named.includes(name))).toEqual([]);
});
