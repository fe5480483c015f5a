import { describe, expect, it } from 'vitest';
import { toSettings } from '../../scripts/citation/settings.ts';
import { citeApa, citeBibtex, citeCsl, citeVersion } from '../../scripts/explorer/citation.ts';
import { makeSurroundings } from './datasetFixture.ts';

const { settings } = makeSurroundings({ repository: 'https://github.com/example/aldport' });
const released = citeVersion(settings, '1.2.0');

describe('citations', () => {
  it('of the dataset, in APA style', () => {
    expect(citeApa(released)).toBe(
      'Aldport Desk. (2024). Aldport Claims 2024 (Version 1.2.0) [Data set]. https://github.com/example/aldport',
    );
  });

  it('of the dataset, for BibTeX', () => {
    expect(citeBibtex(released)).toBe(
      [
        '@misc{aldport-claims-2024,',
        '  author = {{Aldport Desk}},',
        '  title = {{Aldport Claims 2024}},',
        '  version = {1.2.0},',
        '  year = {2024},',
        '  url = {https://github.com/example/aldport}',
        '}',
      ].join('\n'),
    );
  });

  it.each([
    ['تدقيق الادعاءات', 'https://github.com/example/aldport-ar', 'aldport-ar'],
    ['تدقيق الادعاءات 2024', 'https://github.com/example/aldport-ar.git', 'aldport-ar-2024'],
    ['تدقيق الادعاءات 2024', 'https://github.com/example/2024', 'dataset-2024'],
    ['تدقيق الادعاءات 2024', null, 'dataset-2024'],
    ['事实核查', null, 'dataset'],
    ['Ověřená tvrzení 2024', 'https://github.com/example/x', 'overena-tvrzeni-2024'],
  ])('of "%s" in %s have the key %s, which says more than a year', (title, repository, key) => {
    const citation = { title, ...(repository === null ? {} : { 'repository-code': repository }) };
    const named = citeVersion(toSettings(citation as Parameters<typeof toSettings>[0]), '1.0.0');
    expect(citeBibtex(named)).toContain(`@misc{${key},`);
    expect(citeBibtex(named, { id: 'x-c01', text: 'x', url: null })).toContain(`@misc{${key}-x-c01,`);
    expect(JSON.parse(citeCsl(named))).toMatchObject([{ id: key }]);
  });

  it('of a claim name its id and its text', () => {
    const claim = { id: 'gazette-0-c01', text: 'The bridge was closed', url: null };
    expect(citeApa(released, claim)).toContain('The bridge was closed. Claim gazette-0-c01 in Aldport Claims 2024');
    expect(citeBibtex(released, claim)).toContain('gazette-0-c01: The bridge was closed');
  });

  it('of a claim never stand without its verdict', () => {
    const claim = { id: 'gazette-0-c01', text: 'The bridge was closed.', verdict: 'Refuted', url: null };
    expect(citeApa(released, claim)).toContain('The bridge was closed. [Refuted]. Claim gazette-0-c01');
    expect(citeBibtex(released, claim)).toContain('Claim gazette-0-c01 [Refuted]: The bridge was closed.');
    expect(JSON.parse(citeCsl(released, claim))).toMatchObject([
      { type: 'dataset', note: '[Refuted] The bridge was closed.' },
    ]);
  });

  it('prefer the DOI', () => {
    expect(citeApa({ ...released, doi: '10.1000/1' })).toMatch(/https:\/\/doi\.org\/10\.1000\/1$/);
  });

  it('of what has not been released carry no year, and invent no address', () => {
    const next = citeVersion({ ...settings, repository: null }, '1.3.0-dev');
    expect(citeApa(next)).toBe('Aldport Desk. (n.d.). Aldport Claims 2024 (Version 1.3.0-dev) [Data set].');
    expect(citeBibtex(next)).not.toMatch(/year|url/);
  });

  it('hold nothing that TeX would act on', () => {
    const entry = citeBibtex(released, { id: 'x-c01', text: '50% of {x}_y & \\input', url: null });
    expect(entry).toContain('note = {Claim x-c01: 50\\% of x\\_y \\& input}');
  });
});
