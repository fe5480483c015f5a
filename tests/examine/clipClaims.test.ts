// What is left of front matter tells of the same claims, and is little.
import { describe, expect, test } from 'vitest';
import { type Labels, makeLabels } from '../../bench/labels.ts';
import { STYLE_NAMES, STYLES } from '../../bench/styles.ts';
import { clipClaims } from '../../scripts/examine/clipClaims.ts';
import { readYaml } from '../../scripts/yaml/readYaml.ts';

/** What a link is made of. */
function headsOf(yaml: string): unknown {
  const { claims } = readYaml(yaml) as { claims: { id: string; status: string; same_as?: string[] }[] };
  return claims.map(({ id, status, same_as }) => ({ id, status, same_as }));
}

/** The first article of a corpus in which a claim names another. */
const LABELS = Array.from({ length: 200 }, (_, i) => makeLabels(i, { articles: 200 })).find(({ front }) =>
  front.claims.some(({ same_as }) => (same_as as string[]).length > 0),
) as Labels;

describe('clipped front matter', () => {
  test.each(STYLE_NAMES)('has the same ids, statuses and links: %s', (style) => {
    const yaml = STYLES[style].write(LABELS);
    expect(headsOf(clipClaims(yaml))).toEqual(headsOf(yaml));
  });

  test.each(['by hand', 'yaml', 'PyYAML, flow collections'] as const)('is little: %s', (style) => {
    const yaml = STYLES[style].write(LABELS);
    expect(clipClaims(yaml).length).toBeLessThan(yaml.length / 8);
  });

  test('is what it was where claims do not begin with their ids', () => {
    const yaml = STYLES.PyYAML.write(LABELS);
    expect(clipClaims(yaml)).toBe(yaml);
  });

  test('is not taken in by words that look like a key', () => {
    const yaml = [
      'claims:',
      '  - id: a-c01',
      '    text: |',
      '      same_as: [b-c01]',
      '    status: labelled',
      '    evidence:',
      '    - id: e1',
      '      status: draft',
      '    same_as:',
      '    - c-c01',
      '    # - d-c01',
      '',
      '    - e-c01',
      'suppress:',
      '  - id: another',
      '',
    ].join('\n');
    expect(headsOf(clipClaims(yaml))).toEqual([{ id: 'a-c01', status: 'labelled', same_as: ['c-c01', 'e-c01'] }]);
  });

  test('has nothing of other lists that begin as claims do', () => {
    const yaml = 'claims:\n- id: a-c01\n  status: labelled\nsuppress:\n- id: another\n';
    expect(clipClaims(yaml)).toBe('claims:\n- id: a-c01\n  status: labelled\n');
  });
});
