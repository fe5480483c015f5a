// The capture at hand is the one that was labelled.
import type { Rule } from './engine/rule.ts';

export const captureDigest: Rule = {
  code: 'Q02',
  title: 'The capture at hand is the text that was labelled.',
  severity: 'error',
  scope: 'article',
  rationale: 'Offsets and quotations were taken from one text; in any other they point at other words.',
  examples: { good: [], bad: [] },
  check({ article, text }, report) {
    if (text.kind === 'unreadable') {
      report({ pointer: '/capture/file', message: `The capture ${text.looked} cannot be read. ${text.problem}` });
      return;
    }
    if (text.kind !== 'capture' || !article.capture) return;
    const { sha256, characters } = article.capture;
    if (text.isAnother) {
      const { length } = text.points;
      const hint =
        length === characters
          ? 'its length is right, so letters differ'
          : `it has ${length} characters, not ${characters}`;
      report({
        pointer: '/capture/sha256',
        message: 'The digest of the capture is another one.',
        expected: sha256,
        found: text.sha256,
        hint: `${hint}; no quotation is looked for in it. Take the capture that was labelled, or, where the article itself was changed, label it anew`,
      });
    } else if (text.points.length !== characters) {
      const { length } = text.points;
      report({
        pointer: '/capture/characters',
        message: 'The capture has another number of characters.',
        expected: String(length),
        found: String(characters),
        fix: { title: `write ${length}`, changes: [{ kind: 'set', pointer: '/capture/characters', value: length }] },
      });
    }
  },
};
