// What claims.json of a build means, as an audit is told.

/** For the file `claims.json`. */
export const OWN_MAPPING = `files: [{ path: claims.json }]
fields:
  id: claim_id
  text: claim
  verdict: verdict
  claimant: claimant
  claimant_role: claimant_role
  claim_date: claim_date
  justification: justification
  url: source_url
  publisher: source_publisher
  published: source_published
  title: source_title
  language: source_language
  cluster: cluster_id
lists:
  evidence: { each: "evidence[]", fields: { id: evidence_id, text: quote, url: url, archive_url: archive_url, title: title, publisher: publisher, published: published, stance: stance, explanation: shows } }
  annotations: { each: "annotations[]", fields: { annotator: annotator, verdict: verdict } }
dropped:
  [article_id, quote, claim_type, evidence_count, evidence_urls, status, claimant_id, claimant_kind, reported_by, event_date, claim_date_first, claim_date_last,
   verdict_averitec, verdict_fever, confidence, votes, origins_count, topics, same_as, quote_start, quote_end, adjudication, split, asserted_by, asserted_by_id,
   asserted_by_kind, distortion, corrected, source_name, source_row, claim_types, places,
   verdict_native, review_urls, questions, reviews, appearances, extra, article, revisions,
   "evidence[].claim_id", "evidence[].article_id", "evidence[].title_basis", "evidence[].origin", "evidence[].published_first", "evidence[].published_last",
   "evidence[].published_basis", "evidence[].accessed", "evidence[].after_claim", "evidence[].language",
   "evidence[].quote_gloss", "evidence[].question_id", "evidence[].answer",
   "evidence[].answer_type", "evidence[].medium", "evidence[].evidence_group", "evidence[].locator_page",
   "evidence[].locator_sentence", "evidence[].explanation", "annotations[].annotation_id", "annotations[].claim_id",
   "annotations[].article_id", "annotations[].confidence", "annotations[].date", "annotations[].guideline", "annotations[].note",
   "annotations[].target", "annotations[].stance"]
`;
