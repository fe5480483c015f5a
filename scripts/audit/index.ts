// Derived from the names of files by `npm run generate`. Do not edit by hand.
import { columns } from './F01-columns.ts';
import { quotationMarks } from './F02-quotation-marks.ts';
import { missing } from './F03-missing.ts';
import { addresses } from './F04-addresses.ts';
import { dates } from './F05-dates.ts';
import { claimAfterReview } from './F06-claim-after-review.ts';
import { laterEvidence } from './F07-later-evidence.ts';
import { twins } from './F08-twins.ts';
import { oppositeTwins } from './F09-opposite-twins.ts';
import { ids } from './F10-ids.ts';
import { leaks } from './F11-leaks.ts';
import { tellTales } from './F12-tell-tales.ts';
import { verdictMaps } from './F13-verdict-maps.ts';
import { statedNumbers } from './F14-stated-numbers.ts';
import { derivations } from './F15-derivations.ts';
import { votes } from './F16-votes.ts';
import { names } from './F17-names.ts';
import { hostileText } from './F18-hostile-text.ts';
import { listsOfValues } from './F19-lists-of-values.ts';
import { sameRows } from './F20-same-rows.ts';
import { circularEvidence } from './F21-circular-evidence.ts';
import { archivedCopies } from './F22-archived-copies.ts';
import { repeatedQuestions } from './F23-repeated-questions.ts';
import { sentenceNumbers } from './F24-sentence-numbers.ts';
import type { AuditRule } from './rule.ts';

export const RULES: readonly AuditRule[] = [
  columns,
  quotationMarks,
  missing,
  addresses,
  dates,
  claimAfterReview,
  laterEvidence,
  twins,
  oppositeTwins,
  ids,
  leaks,
  tellTales,
  verdictMaps,
  statedNumbers,
  derivations,
  votes,
  names,
  hostileText,
  listsOfValues,
  sameRows,
  circularEvidence,
  archivedCopies,
  repeatedQuestions,
  sentenceNumbers,
];
