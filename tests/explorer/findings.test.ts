import { describe, expect, it } from 'vitest';
import { textOf } from '../../scripts/explorer/nodes/node.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { countFindings, showFindings } from '../../scripts/explorer/parts/findings.ts';
import type { ShownFinding } from '../../scripts/explorer/preview/news.ts';
import { formatView } from '../../scripts/explorer/view/viewState.ts';

const finding: ShownFinding = {
  code: 'A13',
  severity: 'error',
  message: 'type is none of the choices',
  place: 'raw/articles/a.md:3:9',
  expected: 'numerical',
  found: 'numercial',
  hint: 'write numerical',
  article: 'a',
  claim: 'a-c01',
};
const show = (one: ShownFinding, linked = false) => showFindings({ link: formatView }, [one], linked);

describe('a finding', () => {
  it('says what is wrong, where, what was expected, what is there and what to do', () => {
    const text = textOf(show(finding));
    for (const part of ['Error A13', finding.message, finding.place, 'numerical', 'numercial', 'write numerical'])
      expect(text).toContain(part);
  });

  it('leads to its claim, else to its article, where it stands in a list of all', () => {
    expect(renderHtml(show(finding, true))).toContain('href="#claim/a-c01"');
    expect(renderHtml(show({ ...finding, claim: null }, true))).toContain('href="#article/a"');
    expect(renderHtml(show({ ...finding, claim: null, article: null }, true))).not.toContain('href');
    expect(renderHtml(show(finding))).not.toContain('href');
  });

  it('is text, whatever it quotes', () => {
    const hostile = '</code><img src=x onerror=alert(1)>"\'';
    const texts = { message: hostile, place: hostile, expected: hostile, found: hostile, hint: hostile };
    const html = renderHtml(show({ ...finding, ...texts, claim: hostile }, true));
    expect(html).not.toContain('<img');
    expect(textOf(show({ ...finding, ...texts })).split(hostile)).toHaveLength(6);
  });
});

it('findings are counted by how bad they are', () => {
  const of = (...severities: ShownFinding['severity'][]) =>
    countFindings(severities.map((severity) => ({ ...finding, severity })));
  expect(of('warning', 'error', 'warning', 'info')).toBe('1 error, 2 warnings, 1 note');
  expect(of()).toBe('No findings');
});
