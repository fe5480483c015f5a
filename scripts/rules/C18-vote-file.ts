// Every line in a file of votes is one vote on a claim that is there.
import { basename } from 'node:path';
import type { Facts } from './engine/facts.ts';
import type { Rule } from './engine/rule.ts';

const FILE = 'votes/a2.jsonl';
const VOTE =
  '{"claim":"gazette-2024-05-02-c01","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"1"}\n';

export const voteFile: Rule = {
  code: 'C18',
  title: 'A line of `raw/votes/` is one vote on a claim that is there.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'A vote that cannot be read, or is on nothing, would be missing from agreement without a word; one that is cast twice and otherwise the second time has been changed.',
  examples: {
    good: [{ edits: [{ file: FILE, replace: '', by: VOTE }] }],
    bad: [
      {
        why: 'a line that was cut',
        edits: [{ file: FILE, replace: '', by: `${VOTE}{"claim":"herald-2024-05-03-c01",` }],
        at: '{"claim":"herald-2024-05-03-c01",',
      },
      {
        why: 'a key that is missing',
        edits: [{ file: FILE, replace: '', by: VOTE.replace('"confidence":"high",', '') }],
        at: VOTE.replace('"confidence":"high",', '').trim(),
      },
      {
        why: 'another vote of the same annotator',
        edits: [{ file: FILE, replace: '', by: VOTE + VOTE.replace('high', 'low') }],
        at: VOTE.replace('high', 'low').trim(),
      },
      {
        why: 'a claim that is not there',
        edits: [{ file: FILE, replace: '', by: VOTE.replace('c01', 'c11') }],
        at: VOTE.replace('c01', 'c11').trim(),
      },
    ],
  },
  check({ facts, votes, unread }, report) {
    for (const [owner, lines] of votes) {
      for (const { claim, file, offsets } of lines) {
        if (facts.find(claim) >= 0) continue;
        if (unread.some((name) => basename(name, '.md') === owner) || isLost(facts, owner)) break;
        report({
          file,
          offsets,
          message: `There is no claim \`${claim}\`.`,
          expected: 'the id of a claim',
          found: claim,
          hint: 'put the id right: ids of claims are never changed',
        });
      }
    }
  },
};

/** Whether something of an article could not be read, so that a claim that seems to be missing may be there. */
function isLost({ articles }: Facts, id: string): boolean {
  return Array.from(articles.listWith('lost')).some((article) => articles.get(article).id === id);
}
