// Every record of a file is built like the others.
import { passOn } from './problems.ts';
import type { AuditRule } from './rule.ts';

export const columns: AuditRule = {
  code: 'F01',
  title: 'A record can be read, and has the columns of the header.',
  severity: 'error',
  scope: 'file',
  rationale:
    'A record of another number of columns is cut or glued: nobody knows which value belongs to which column. It is counted and judged no further. The same goes for a line that is no JSON and a cell that shows an error.',
  examples: {
    good: [{ why: 'quoted as it must be', files: { 'claims.csv': 'id,claim,verdict\n1,"One, two",true\n' } }],
    bad: [
      { files: { 'claims.csv': 'id,claim,verdict\n1,One, two,true\n' }, at: '1,One, two,true' },
      {
        mapping: 'files: [{ path: claims.jsonl }]\nfields: { id: id, text: claim }\n',
        files: { 'claims.jsonl': '{"id": "1", "claim": "One"}\n{"id": "2", "claim": \n' },
        at: '{"id": "2"',
      },
    ],
  },
  open: (_, report) => passOn('F01', report),
};
