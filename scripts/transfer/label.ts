// The label that an imported claim is written as: an article of the kind `collection` with one claim.

export interface ImportedEvidence {
  id: string;
  question: string | null;
  answer: string | null;
  answer_type: string | null;
  explanation: string | null;
  url: string | null;
  archive_url: string | null;
  medium: string | null;
  title: string | null;
  publisher: string | null;
  published: string | null;
  stance: string | null;
  quote: string | null;
  locator: { page: string | null; sentence: string | null } | null;
  group: string | null;
  annotations: { annotator: string; stance: string }[];
}

export interface ImportedReview {
  publisher: string | null;
  url: string | null;
  archive_url: string | null;
  title: string | null;
  published: string | null;
  language: string | null;
  verdict_native: string | null;
  rating: { value: number; worst: number; best: number } | null;
  verdict: string | null;
}

export interface ImportedAppearance {
  url: string | null;
  archive_url: string | null;
  medium: string | null;
  published: string | null;
  first: boolean;
}

export interface ImportedClaim {
  id: string;
  text: string;
  claimant: string | null;
  claimant_role: string | null;
  claim_date: string | null;
  type: string | null;
  also_types: string[];
  places: string[];
  verdict: string | null;
  verdict_native: string | null;
  justification: string | null;
  status: 'imported' | 'draft';
  source: { name: string; row: string };
  questions: { id: string; text: string }[];
  evidence: ImportedEvidence[];
  reviews: ImportedReview[];
  appearances: ImportedAppearance[];
  /** What has no other place, by the name of its field, or by its JSON Pointer where it lies deeper. */
  extra: Map<string, unknown>;
}

export interface ImportedLabel {
  id: string;
  title: string | null;
  url: string | null;
  publisher: string | null;
  published: string | null;
  language: string;
  claim: ImportedClaim;
}
