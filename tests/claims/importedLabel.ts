// A label with everything that a claim from elsewhere may have.

/** The path of the file in a workspace. */
export const IMPORTED = 'raw/articles/some-dataset-17.md';

/** The text of the file. What its source does not say is left out. */
export const IMPORTED_LABEL = `---
id: some-dataset-17
kind: collection
url: https://check.example.org/17
publisher: harbour-herald
language: und
text: none
claims:
  - id: some-dataset-17-c01
    text: A ferry burnt at Aldport.
    also_types: [numerical]
    places: [GB, IE]
    verdict: misleading
    verdict_native: Mostly false
    status: imported
    questions:
      - { id: q1, text: Did a ferry burn? }
      - { id: q2, text: Which one? }
    evidence:
      - id: e1
        question: q1
        answer: Yes, in part.
        answer_type: Abstractive
        explanation: The log has a fire.
        url: https://log.example.org/fire
        medium: Web text
        annotations:
          - { annotator: v1, stance: supports }
          - { annotator: v2, stance: context }
      - id: e2
        question: q2
        url: https://log.example.org/fire
        stance: supports
      - id: e3
        group: "0"
        locator: { page: Aldport, sentence: "3" }
    reviews:
      - publisher: harbour-herald
        url: https://check.example.org/17
        published: 2024-05-04
        language: en
        verdict_native: Mostly false
        rating: { value: 2, worst: 1, best: 5 }
        verdict: misleading
      - { title: A second look }
    appearances:
      - { url: https://post.example.org/a|b, medium: Video, published: 2024-05, first: true }
      - { archive_url: https://archive.example.org/b }
    source: { name: some-dataset, row: "17" }
    extra: { flag: false, "a/b": [1, null, { deep: " kept " }], share: 0.25 }
---
`;
