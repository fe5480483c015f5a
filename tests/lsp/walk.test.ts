// From a saved page to an accepted claim with two pieces of evidence, as an editor drives the server: completions, the
// places of their snippets, and actions; nothing else is asked, and every sign that is typed is counted.
import { expect, test } from 'vitest';
import { walk } from '../../bench/editorWalk.ts';
import { secondsOf } from '../../bench/keyModel.ts';
import { SAMPLES } from '../../bench/samples.ts';

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', { timeout: 120_000 }, async (_, sample) => {
  const { text, effort } = await walk(sample);
  for (const { shows, site } of sample.evidence) {
    expect(text).toContain(shows);
    expect(text).toContain(site);
  }
  expect(text).toMatch(/^ {4}status: labelled$/m);
  expect(text).toMatch(/^ {4}anchor: \{ start: \d+, end: \d+ \}$/m);
  // What is not copied is typed: no word of one's own comes from nowhere.
  const words = [sample.text, sample.justification, sample.synopsis, ...sample.evidence.map(({ shows }) => shows)];
  expect(effort.keys).toBeGreaterThan([...words.join('')].length);
  expect(secondsOf(effort)).toBeGreaterThan(0);
});
