// All rules, in the order of their codes.
import { alias } from './alias.ts';
import { anchorForm } from './anchor-form.ts';
import { captureDigest } from './capture-digest.ts';
import { captureMissing } from './capture-missing.ts';
import { citationMissing } from './citation-missing.ts';
import { citationVersion } from './citation-version.ts';
import { claimId } from './claim-id.ts';
import { copiedWords } from './copied-words.ts';
import { duplicateClaim } from './duplicate-claim.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { fileName } from './file-name.ts';
import { frontMatter } from './front-matter.ts';
import { invalidEncoding } from './invalid-encoding.ts';
import { ledgerAltered } from './ledger-altered.ts';
import { missingKey } from './missing-key.ts';
import { outOfBounds } from './out-of-bounds.ts';
import { quotationLength } from './quotation-length.ts';
import { quotationPlace } from './quotation-place.ts';
import { quotationShare } from './quotation-share.ts';
import { releasedArticleMissing } from './released-article-missing.ts';
import { releasedClaimChanged } from './released-claim-changed.ts';
import { releasedIdMissing } from './released-id-missing.ts';
import type { Rule } from './rule.ts';
import { sameAs } from './same-as.ts';
import { secondDocument } from './second-document.ts';
import { tag } from './tag.ts';
import { textLicence } from './text-licence.ts';
import { unknownChoice } from './unknown-choice.ts';
import { unknownId } from './unknown-id.ts';
import { unknownKey } from './unknown-key.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { verdictMissing } from './verdict-missing.ts';
import { withdrawalStatus } from './withdrawal-status.ts';
import { wrongForm } from './wrong-form.ts';
import { wrongType } from './wrong-type.ts';
import { yamlSyntax } from './yaml-syntax.ts';

export const RULES: readonly Rule[] = [
  unreadableFile,
  invalidEncoding,
  frontMatter,
  yamlSyntax,
  duplicateKey,
  alias,
  tag,
  secondDocument,
  unknownKey,
  missingKey,
  wrongType,
  unknownChoice,
  wrongForm,
  outOfBounds,
  fileName,
  citationMissing,
  claimId,
  verdictMissing,
  withdrawalStatus,
  duplicateId,
  sameAs,
  duplicateClaim,
  unusedSuppression,
  quotationPlace,
  captureDigest,
  captureMissing,
  quotationLength,
  quotationShare,
  anchorForm,
  copiedWords,
  textLicence,
  unknownId,
  releasedClaimChanged,
  releasedIdMissing,
  releasedArticleMissing,
  ledgerAltered,
  citationVersion,
];

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code; a code that no rule has is a mistake of the program. */
export function ruleOf(code: string): Rule {
  const rule = BY_CODE.get(code);
  if (!rule) throw new Error(`There is no rule ${code}.`);
  return rule;
}
