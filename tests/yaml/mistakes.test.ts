// What somebody did wrong in YAML is one finding, in plain words, on the line where it was done.
import { expect, test } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';

const LOG = 'title: Log of closures, April 2024';
const TITLE = 'title: Bridge reopens after long closure';
const JUSTIFICATION = "justification: The harbour office's log shows a closure of three days, from 9 to 11 April.";

test.each([
  [
    'a dash missing in front of a claim',
    '  - id: gazette-2024-05-02-c02',
    '    id: gazette-2024-05-02-c02',
    /`- ` is missing/,
  ],
  [
    'a dash missing in front of the first claim',
    '  - id: gazette-2024-05-02-c01',
    '    id: gazette-2024-05-02-c01',
    /`- ` is missing/,
  ],
  ['a dash missing in front of evidence', '      - id: e2', '        id: e2', /`- ` is missing/],
  [
    'a key in the column of the dashes',
    '  - id: gazette-2024-05-02-c02',
    '  id: gazette-2024-05-02-c02',
    /`- ` is missing/,
  ],
  ['a quotation mark not closed', LOG, 'title: "Log of closures, April 2024', /opened and not closed/],
  ['an apostrophe not closed', LOG, "title: 'Log of closures, April 2024", /opened and not closed/],
  [
    'a quotation mark that another text closes',
    '    text: The repair',
    '    text: "The repair',
    /opened and not closed/,
  ],
  ['a quoted text that goes on from the margin', TITLE, 'title: "Bridge reopens after\nlong closure"', /indent them/],
  [
    'a space too few',
    '        origin: aldport-harbour-office',
    '       origin: aldport-harbour-office',
    /by 7 spaces.* by 8/,
  ],
  [
    'a space too many',
    '        origin: aldport-harbour-office',
    '         origin: aldport-harbour-office',
    /by 9 spaces.* by 8/,
  ],
  ['a space too few in a claim', '    claim_date: 2024-05-01', '   claim_date: 2024-05-01', /by 3 spaces.* by 4/],
  ["an apostrophe inside '…'", JUSTIFICATION, `${JUSTIFICATION.replace(': ', ": '")}'`, /write `''`/],
  ['a quotation mark inside "…"', LOG, 'title: "Log of "closures"', /write `\\"`/],
  ['a dash at the beginning of a text', LOG, 'title: - Log of closures', /begin with `- `.* quotation marks/],
  ['a bar at the beginning of a text', LOG, 'title: | Log of closures', /`\|` or `>`.* quotation marks/],
  ['a backslash in a quoted text', LOG, 'title: "C:\\Users\\x"', /backslash/],
  ['a missing comma', 'annotator: a1, verdict: refuted', 'annotator: a1 verdict: refuted', /comma is missing/],
  [
    'a missing space after the colon',
    '    claimant: ada-archer',
    '    claimant:ada-archer',
    /space is missing after the colon/,
  ],
])('%s', async (_, right, wrong, message) => {
  const workspace = openWorkspace();
  const line = workspace.read(GAZETTE).split(right)[0]?.split('\n').length;
  const { findings } = await workspace.edit(GAZETTE, right, wrong).report();
  expect(findings.map((finding) => `${finding.range?.start.line} ${finding.message}`)).toEqual([
    expect.stringMatching(new RegExp(`^${line} .*${message.source}`)),
  ]);
});

test('nothing that the parser says of itself is told', async () => {
  for (const wrong of [
    '{',
    '}',
    ']',
    '[',
    '!!x y',
    '&a',
    '? x',
    '@a',
    '`a`',
    '%a',
    '- a',
    '"a" b',
    "'a",
    '\\',
    '"\\q"',
    '>x',
    '{a b: c}',
  ]) {
    const { findings } = await openWorkspace().edit(GAZETTE, LOG, `title: ${wrong}`).report();
    for (const { message } of findings)
      expect(message).not.toMatch(
        /scalar|collection|block|flow|token|implicit|mapping|sequence|indicator|-ind\b|node/i,
      );
  }
});
