// Derived from schemas/ by `npm run generate`. Do not edit by hand.
import type { Rows } from './types.ts';

export type TableName = keyof Rows;

/** `list` is a list of strings, `date` a day as YYYY-MM-DD. A private column exists only in a private edition. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';
  private: boolean;
}

/**
 * A table: its key, its foreign keys (`column` → `table.column`), its columns in order, and what only JSON nests;
 * `nestedRows` names the table where what is nested are rows of another one.
 */
export interface Table {
  name: TableName;
  key: string[];
  references: Record<string, string>;
  columns: Column[];
  nested: string[];
  nestedRows: Readonly<Record<string, TableName>>;
}

export const TABLES: readonly Table[] = [
  {
    "name": "claims",
    "key": [
      "claim_id"
    ],
    "references": {
      "article_id": "articles.article_id",
      "claimant_id": "entities.entity_id",
      "asserted_by_id": "entities.entity_id"
    },
    "columns": [
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim",
        "type": "string",
        "private": false
      },
      {
        "name": "quote",
        "type": "string",
        "private": false
      },
      {
        "name": "claimant",
        "type": "string",
        "private": false
      },
      {
        "name": "claimant_role",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_date",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_type",
        "type": "string",
        "private": false
      },
      {
        "name": "verdict",
        "type": "string",
        "private": false
      },
      {
        "name": "justification",
        "type": "string",
        "private": false
      },
      {
        "name": "source_publisher",
        "type": "string",
        "private": false
      },
      {
        "name": "source_title",
        "type": "string",
        "private": false
      },
      {
        "name": "source_url",
        "type": "string",
        "private": false
      },
      {
        "name": "source_published",
        "type": "string",
        "private": false
      },
      {
        "name": "source_language",
        "type": "string",
        "private": false
      },
      {
        "name": "evidence_count",
        "type": "integer",
        "private": false
      },
      {
        "name": "evidence_urls",
        "type": "list",
        "private": false
      },
      {
        "name": "status",
        "type": "string",
        "private": false
      },
      {
        "name": "claimant_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claimant_kind",
        "type": "string",
        "private": false
      },
      {
        "name": "reported_by",
        "type": "string",
        "private": false
      },
      {
        "name": "event_date",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_date_first",
        "type": "date",
        "private": false
      },
      {
        "name": "claim_date_last",
        "type": "date",
        "private": false
      },
      {
        "name": "verdict_averitec",
        "type": "string",
        "private": false
      },
      {
        "name": "verdict_fever",
        "type": "string",
        "private": false
      },
      {
        "name": "confidence",
        "type": "string",
        "private": false
      },
      {
        "name": "votes",
        "type": "integer",
        "private": false
      },
      {
        "name": "origins_count",
        "type": "integer",
        "private": false
      },
      {
        "name": "topics",
        "type": "list",
        "private": false
      },
      {
        "name": "same_as",
        "type": "list",
        "private": false
      },
      {
        "name": "cluster_id",
        "type": "string",
        "private": false
      },
      {
        "name": "quote_start",
        "type": "integer",
        "private": false
      },
      {
        "name": "quote_end",
        "type": "integer",
        "private": false
      },
      {
        "name": "adjudication",
        "type": "string",
        "private": false
      },
      {
        "name": "split",
        "type": "string",
        "private": false
      },
      {
        "name": "asserted_by",
        "type": "string",
        "private": false
      },
      {
        "name": "asserted_by_id",
        "type": "string",
        "private": false
      },
      {
        "name": "asserted_by_kind",
        "type": "string",
        "private": false
      },
      {
        "name": "distortion",
        "type": "string",
        "private": false
      },
      {
        "name": "corrected",
        "type": "string",
        "private": false
      },
      {
        "name": "source_name",
        "type": "string",
        "private": false
      },
      {
        "name": "source_row",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_types",
        "type": "list",
        "private": false
      },
      {
        "name": "places",
        "type": "list",
        "private": false
      },
      {
        "name": "verdict_native",
        "type": "string",
        "private": false
      },
      {
        "name": "review_urls",
        "type": "list",
        "private": false
      },
      {
        "name": "quote_sentence",
        "type": "string",
        "private": true
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [
      "article",
      "evidence",
      "annotations",
      "revisions",
      "questions",
      "reviews",
      "appearances",
      "extra"
    ],
    "nestedRows": {
      "article": "articles",
      "evidence": "evidence",
      "annotations": "annotations",
      "questions": "questions",
      "reviews": "reviews",
      "appearances": "appearances"
    }
  },
  {
    "name": "articles",
    "key": [
      "article_id"
    ],
    "references": {},
    "columns": [
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "title",
        "type": "string",
        "private": false
      },
      {
        "name": "title_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "publisher",
        "type": "string",
        "private": false
      },
      {
        "name": "publisher_id",
        "type": "string",
        "private": false
      },
      {
        "name": "authors",
        "type": "list",
        "private": false
      },
      {
        "name": "url",
        "type": "string",
        "private": false
      },
      {
        "name": "url_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "archive_url",
        "type": "string",
        "private": false
      },
      {
        "name": "published",
        "type": "string",
        "private": false
      },
      {
        "name": "published_first",
        "type": "date",
        "private": false
      },
      {
        "name": "published_last",
        "type": "date",
        "private": false
      },
      {
        "name": "published_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "language",
        "type": "string",
        "private": false
      },
      {
        "name": "translated_from",
        "type": "string",
        "private": false
      },
      {
        "name": "translated_from_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "nature",
        "type": "string",
        "private": false
      },
      {
        "name": "derived_from",
        "type": "list",
        "private": false
      },
      {
        "name": "license",
        "type": "string",
        "private": false
      },
      {
        "name": "rights_holder",
        "type": "string",
        "private": false
      },
      {
        "name": "text_status",
        "type": "string",
        "private": false
      },
      {
        "name": "text_sha256",
        "type": "string",
        "private": false
      },
      {
        "name": "text_characters",
        "type": "integer",
        "private": false
      },
      {
        "name": "synopsis",
        "type": "string",
        "private": false
      },
      {
        "name": "claims_count",
        "type": "integer",
        "private": false
      },
      {
        "name": "kind",
        "type": "string",
        "private": false
      },
      {
        "name": "article_text",
        "type": "string",
        "private": true
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "evidence",
    "key": [
      "evidence_id"
    ],
    "references": {
      "claim_id": "claims.claim_id",
      "article_id": "articles.article_id",
      "question_id": "questions.question_id"
    },
    "columns": [
      {
        "name": "evidence_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "url",
        "type": "string",
        "private": false
      },
      {
        "name": "archive_url",
        "type": "string",
        "private": false
      },
      {
        "name": "title",
        "type": "string",
        "private": false
      },
      {
        "name": "title_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "publisher",
        "type": "string",
        "private": false
      },
      {
        "name": "origin",
        "type": "string",
        "private": false
      },
      {
        "name": "published",
        "type": "string",
        "private": false
      },
      {
        "name": "published_first",
        "type": "date",
        "private": false
      },
      {
        "name": "published_last",
        "type": "date",
        "private": false
      },
      {
        "name": "published_basis",
        "type": "string",
        "private": false
      },
      {
        "name": "accessed",
        "type": "date",
        "private": false
      },
      {
        "name": "stance",
        "type": "string",
        "private": false
      },
      {
        "name": "shows",
        "type": "string",
        "private": false
      },
      {
        "name": "quote",
        "type": "string",
        "private": false
      },
      {
        "name": "after_claim",
        "type": "boolean",
        "private": false
      },
      {
        "name": "language",
        "type": "string",
        "private": false
      },
      {
        "name": "quote_gloss",
        "type": "string",
        "private": false
      },
      {
        "name": "question_id",
        "type": "string",
        "private": false
      },
      {
        "name": "answer",
        "type": "string",
        "private": false
      },
      {
        "name": "answer_type",
        "type": "string",
        "private": false
      },
      {
        "name": "explanation",
        "type": "string",
        "private": false
      },
      {
        "name": "medium",
        "type": "string",
        "private": false
      },
      {
        "name": "evidence_group",
        "type": "string",
        "private": false
      },
      {
        "name": "locator_page",
        "type": "string",
        "private": false
      },
      {
        "name": "locator_sentence",
        "type": "string",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "annotations",
    "key": [
      "annotation_id"
    ],
    "references": {
      "claim_id": "claims.claim_id",
      "article_id": "articles.article_id"
    },
    "columns": [
      {
        "name": "annotation_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "annotator",
        "type": "string",
        "private": false
      },
      {
        "name": "verdict",
        "type": "string",
        "private": false
      },
      {
        "name": "confidence",
        "type": "string",
        "private": false
      },
      {
        "name": "date",
        "type": "date",
        "private": false
      },
      {
        "name": "guideline",
        "type": "string",
        "private": false
      },
      {
        "name": "note",
        "type": "string",
        "private": false
      },
      {
        "name": "target",
        "type": "string",
        "private": false
      },
      {
        "name": "stance",
        "type": "string",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "entities",
    "key": [
      "entity_id"
    ],
    "references": {},
    "columns": [
      {
        "name": "entity_id",
        "type": "string",
        "private": false
      },
      {
        "name": "name",
        "type": "string",
        "private": false
      },
      {
        "name": "kind",
        "type": "string",
        "private": false
      },
      {
        "name": "aliases",
        "type": "list",
        "private": false
      },
      {
        "name": "wikidata",
        "type": "string",
        "private": false
      },
      {
        "name": "claims_count",
        "type": "integer",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "withdrawn",
    "key": [
      "claim_id"
    ],
    "references": {},
    "columns": [
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim",
        "type": "string",
        "private": false
      },
      {
        "name": "last_verdict",
        "type": "string",
        "private": false
      },
      {
        "name": "withdrawn_date",
        "type": "date",
        "private": false
      },
      {
        "name": "version",
        "type": "string",
        "private": false
      },
      {
        "name": "reason",
        "type": "string",
        "private": false
      },
      {
        "name": "successors",
        "type": "list",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "questions",
    "key": [
      "question_id"
    ],
    "references": {
      "claim_id": "claims.claim_id",
      "article_id": "articles.article_id"
    },
    "columns": [
      {
        "name": "question_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "question",
        "type": "string",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "reviews",
    "key": [
      "review_id"
    ],
    "references": {
      "claim_id": "claims.claim_id",
      "article_id": "articles.article_id"
    },
    "columns": [
      {
        "name": "review_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "publisher",
        "type": "string",
        "private": false
      },
      {
        "name": "publisher_id",
        "type": "string",
        "private": false
      },
      {
        "name": "url",
        "type": "string",
        "private": false
      },
      {
        "name": "archive_url",
        "type": "string",
        "private": false
      },
      {
        "name": "title",
        "type": "string",
        "private": false
      },
      {
        "name": "published",
        "type": "string",
        "private": false
      },
      {
        "name": "published_first",
        "type": "date",
        "private": false
      },
      {
        "name": "published_last",
        "type": "date",
        "private": false
      },
      {
        "name": "language",
        "type": "string",
        "private": false
      },
      {
        "name": "verdict_native",
        "type": "string",
        "private": false
      },
      {
        "name": "rating_value",
        "type": "number",
        "private": false
      },
      {
        "name": "rating_worst",
        "type": "number",
        "private": false
      },
      {
        "name": "rating_best",
        "type": "number",
        "private": false
      },
      {
        "name": "verdict",
        "type": "string",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  },
  {
    "name": "appearances",
    "key": [
      "appearance_id"
    ],
    "references": {
      "claim_id": "claims.claim_id",
      "article_id": "articles.article_id"
    },
    "columns": [
      {
        "name": "appearance_id",
        "type": "string",
        "private": false
      },
      {
        "name": "claim_id",
        "type": "string",
        "private": false
      },
      {
        "name": "article_id",
        "type": "string",
        "private": false
      },
      {
        "name": "url",
        "type": "string",
        "private": false
      },
      {
        "name": "archive_url",
        "type": "string",
        "private": false
      },
      {
        "name": "medium",
        "type": "string",
        "private": false
      },
      {
        "name": "published",
        "type": "string",
        "private": false
      },
      {
        "name": "published_first",
        "type": "date",
        "private": false
      },
      {
        "name": "published_last",
        "type": "date",
        "private": false
      },
      {
        "name": "first",
        "type": "boolean",
        "private": false
      },
      {
        "name": "edition",
        "type": "string",
        "private": true
      }
    ],
    "nested": [],
    "nestedRows": {}
  }
];
