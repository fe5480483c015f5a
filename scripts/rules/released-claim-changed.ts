// A released claim changes only with an entry in its revisions.

import { excerpt } from '../findings/finding.ts';
import { newestRelease } from '../release/history.ts';
import { changeOf } from '../release/releasedTables.ts';
import { findRevisions } from '../release/revisions.ts';
import type { Rule } from './rule.ts';

export const releasedClaimChanged: Rule = {
  code: 'R01',
  title: 'What was released of a claim changes only with an entry in its `revisions`.',
  severity: 'error',
  scope: 'release',
  rationale: 'Whoever used the data must be able to read from the data alone what was corrected, when and why.',
  examples: { good: [], bad: [] },
  check({ history, current, articles }, report) {
    const release = newestRelease(history);
    const table = current?.tables.find(({ name }) => name === 'claims');
    const released = release?.tables.find(({ name }) => name === 'claims');
    if (!release || !table || !released) return;
    const places = new Map(
      articles.flatMap(({ file, claims }) => claims.map(({ id, pointer }) => [id, { file, pointer }])),
    );
    const columns = table.columns.flatMap(({ name }, i) => {
      const { revision, field } = changeOf('claims', name);
      const before = released.columns.findIndex((column) => column.name === name);
      return revision && field !== undefined && before >= 0 ? [{ name, field, i, before }] : [];
    });
    for (const row of table.rows.values()) {
      const old = released.rows.get(row.id);
      const place = places.get(row.id);
      if (!old || !place || old.record === row.record) continue;
      for (const { name, field, i, before } of columns) {
        const from = old.hashes()[before] ?? '';
        const to = row.hashes()[i] ?? '';
        if (from === to || findRevisions(row.revisions, 'claims', name, from, to).length > 0) continue;
        const was = name === 'verdict' && old.verdict !== null ? ` It was \`${old.verdict}\`.` : '';
        report({
          file: place.file,
          pointer: `${place.pointer}/${field}`,
          message: `The ${field.replace('_', ' ')} is not what version ${release.version} gives, and no revision says why.${was}`,
          expected: `an entry of \`revisions\` with \`field: ${field}\`, the released value in \`from\` and this one in \`to\``,
          found: excerpt(String(row.cells?.[name] ?? 'null')),
          hint: 'add the revision, or put the released value back',
        });
      }
    }
  },
};
