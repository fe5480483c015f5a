// Derived from schemas/ by `npm run generate`. Do not edit by hand.
import s0 from '../../../schemas/defs.schema.json' with { type: 'json' };
import s1 from '../../../schemas/ledger.schema.json' with { type: 'json' };
import s2 from '../../../schemas/manifest.schema.json' with { type: 'json' };
import s3 from '../../../schemas/mapping.schema.json' with { type: 'json' };
import s4 from '../../../schemas/pair.schema.json' with { type: 'json' };
import s5 from '../../../schemas/raw/article.schema.json' with { type: 'json' };
import s6 from '../../../schemas/raw/citation.schema.json' with { type: 'json' };
import s7 from '../../../schemas/raw/config.schema.json' with { type: 'json' };
import s8 from '../../../schemas/raw/distortions.schema.json' with { type: 'json' };
import s9 from '../../../schemas/raw/entities.schema.json' with { type: 'json' };
import s10 from '../../../schemas/raw/expectations.schema.json' with { type: 'json' };
import s11 from '../../../schemas/raw/licences.schema.json' with { type: 'json' };
import s12 from '../../../schemas/raw/publishers.schema.json' with { type: 'json' };
import s13 from '../../../schemas/raw/source.schema.json' with { type: 'json' };
import s14 from '../../../schemas/raw/spellings.schema.json' with { type: 'json' };
import s15 from '../../../schemas/raw/splits.schema.json' with { type: 'json' };
import s16 from '../../../schemas/raw/topics.schema.json' with { type: 'json' };
import s17 from '../../../schemas/raw/verdicts.schema.json' with { type: 'json' };
import s18 from '../../../schemas/raw/vote.schema.json' with { type: 'json' };
import s19 from '../../../schemas/released-change.schema.json' with { type: 'json' };
import s20 from '../../../schemas/released-record.schema.json' with { type: 'json' };
import s21 from '../../../schemas/report.schema.json' with { type: 'json' };
import s22 from '../../../schemas/tables/annotations.schema.json' with { type: 'json' };
import s23 from '../../../schemas/tables/appearances.schema.json' with { type: 'json' };
import s24 from '../../../schemas/tables/articles.schema.json' with { type: 'json' };
import s25 from '../../../schemas/tables/claims.schema.json' with { type: 'json' };
import s26 from '../../../schemas/tables/entities.schema.json' with { type: 'json' };
import s27 from '../../../schemas/tables/evidence.schema.json' with { type: 'json' };
import s28 from '../../../schemas/tables/questions.schema.json' with { type: 'json' };
import s29 from '../../../schemas/tables/reviews.schema.json' with { type: 'json' };
import s30 from '../../../schemas/tables/withdrawn.schema.json' with { type: 'json' };
import s31 from '../../../schemas/verdict-map.schema.json' with { type: 'json' };
import s32 from '../../../schemas/vote-sheet.schema.json' with { type: 'json' };

export const SCHEMAS = {
  'defs.schema.json': s0,
  'ledger.schema.json': s1,
  'manifest.schema.json': s2,
  'mapping.schema.json': s3,
  'pair.schema.json': s4,
  'raw/article.schema.json': s5,
  'raw/citation.schema.json': s6,
  'raw/config.schema.json': s7,
  'raw/distortions.schema.json': s8,
  'raw/entities.schema.json': s9,
  'raw/expectations.schema.json': s10,
  'raw/licences.schema.json': s11,
  'raw/publishers.schema.json': s12,
  'raw/source.schema.json': s13,
  'raw/spellings.schema.json': s14,
  'raw/splits.schema.json': s15,
  'raw/topics.schema.json': s16,
  'raw/verdicts.schema.json': s17,
  'raw/vote.schema.json': s18,
  'released-change.schema.json': s19,
  'released-record.schema.json': s20,
  'report.schema.json': s21,
  'tables/annotations.schema.json': s22,
  'tables/appearances.schema.json': s23,
  'tables/articles.schema.json': s24,
  'tables/claims.schema.json': s25,
  'tables/entities.schema.json': s26,
  'tables/evidence.schema.json': s27,
  'tables/questions.schema.json': s28,
  'tables/reviews.schema.json': s29,
  'tables/withdrawn.schema.json': s30,
  'verdict-map.schema.json': s31,
  'vote-sheet.schema.json': s32,
};

export type SchemaPath = keyof typeof SCHEMAS;
