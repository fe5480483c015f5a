// CITATION.cff gives the newest release.
import type { Rule } from './engine/rule.ts';

export const citationVersion: Rule = {
  code: 'R05',
  title: 'CITATION.cff gives version and date of the newest release.',
  severity: 'error',
  scope: 'release',
  rationale: 'Who cites the dataset must cite a version that exists.',
  examples: { good: [], bad: [] },
  check({ release, settings, citationFile }, report) {
    if (!release) return;
    const compare = (key: string, expected: string, found: string | null) => {
      if (expected === found) return;
      report({
        file: citationFile,
        pointer: `/${key}`,
        expected: `${expected}, as in releases/${release.version}.jsonl`,
        found: String(found),
        hint: 'only `npm run release` writes this; run it again if it was interrupted',
      });
    };
    compare('version', release.version, settings.version);
    compare('date-released', release.date, settings.released);
  },
};
