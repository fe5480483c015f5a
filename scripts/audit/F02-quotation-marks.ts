// A file means the same whether quotation marks enclose cells or are text.
import { passOn } from './problems.ts';
import type { AuditRule } from './rule.ts';

export const quotationMarks: AuditRule = {
  code: 'F02',
  title: 'No quotation mark swallows records.',
  severity: 'error',
  scope: 'file',
  rationale:
    'A mark at the beginning of a cell that is meant as text makes a reader join lines until the next mark: records vanish, and each one left has the right number of columns. Where the mapping states `quote`, only what goes wrong under it is told.',
  examples: {
    good: [
      { why: 'a line break in a cell', files: { 'claims.csv': 'id,claim,verdict\n1,"One\ntwo",true\n' } },
      {
        why: 'the mapping says that marks are text',
        mapping: 'files: [{ path: claims.csv, quote: null }]\nfields: { id: id, text: claim, verdict: verdict }\n',
        files: { 'claims.csv': 'id,claim,verdict\n1,"One,true\n2,Two",true\n' },
      },
    ],
    bad: [
      { files: { 'claims.csv': 'id,claim,verdict\n1,"One,true\n2,Two,true\n3,"Three",true\n' }, at: '1,"One' },
      { files: { 'claims.csv': 'id,claim,verdict\n1,One,true\n2,"Two' }, at: '2,"Two' },
    ],
  },
  open: (_, report) => passOn('F02', report),
};
