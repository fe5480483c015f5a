// The names that articles of the corpus use → the other files of its workspace.
import { PAPERS, PEOPLE, TOPICS, VERDICTS } from './labels.ts';

const numbered = (count: number, entry: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => entry(n)).join('');

/** Path in the workspace → text of the file. */
export const SHARED_FILES: Readonly<Record<string, string>> = {
  'CITATION.cff': `cff-version: 1.2.0
message: An invented corpus for measuring.
type: dataset
title: Bench
authors:
  - name: Veritable maintainers
license: CC-BY-4.0
`,
  'raw/vocabulary/verdicts.yml': VERDICTS.map(
    (id, n) => `- id: ${id}
  label: ${id.replaceAll('_', ' ')}
  definition: Verdict number ${n}, for measuring only.
  colour: "#0072B${n}"
  rating_value: ${n + 1}
  claim_review: true
  averitec: null
  fever: null
`,
  ).join(''),
  'raw/vocabulary/publishers.yml': numbered(
    PAPERS,
    (n) => `- id: paper-${String(n).padStart(2, '0')}\n  name: Paper ${n}\n  domains: [paper-${n}.example.org]\n`,
  ),
  'raw/vocabulary/entities.yml': numbered(
    PEOPLE,
    (n) => `- id: person-${n}\n  name: Person ${n}\n  kind: person\n  aliases: []\n  wikidata: null\n`,
  ),
  'raw/vocabulary/topics.yml': numbered(
    TOPICS,
    (n) => `- id: topic-${n}\n  label: Topic ${n}\n  definition: Topic number ${n}, for measuring only.\n`,
  ),
  'raw/vocabulary/licences.yml': `- id: CC-BY-4.0
  name: Creative Commons Attribution 4.0 International
  text_may_be_published: true
  max_quote: null
  max_share: null
`,
};
