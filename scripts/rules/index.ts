// All rules, in the order of their codes.
import type { Severity } from '../findings/finding.ts';
import { alias } from './alias.ts';
import { aliasOwner } from './alias-owner.ts';
import { ambiguousValue } from './ambiguous-value.ts';
import { anchorForm } from './anchor-form.ts';
import { basis } from './basis.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { captureDigest } from './capture-digest.ts';
import { captureMissing } from './capture-missing.ts';
import { citationMissing } from './citation-missing.ts';
import { citationVersion } from './citation-version.ts';
import { claimAfterPublication } from './claim-after-publication.ts';
import { claimId } from './claim-id.ts';
import { contradictedVerdict } from './contradicted-verdict.ts';
import { controlCharacter } from './control-character.ts';
import { copiedWords } from './copied-words.ts';
import { credentials } from './credentials.ts';
import { duplicateClaim } from './duplicate-claim.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyBody } from './empty-body.ts';
import { evidenceId } from './evidence-id.ts';
import { factCheckSite } from './fact-check-site.ts';
import { fileName } from './file-name.ts';
import { fittingStances } from './fitting-stances.ts';
import { formula } from './formula.ts';
import { frontMatter } from './front-matter.ts';
import { guidelineVersions } from './guideline-versions.ts';
import { invalidEncoding } from './invalid-encoding.ts';
import { lateDate } from './late-date.ts';
import { ledgerAltered } from './ledger-altered.ts';
import { lineEnd } from './line-end.ts';
import { misplacedFile } from './misplaced-file.ts';
import { missingKey } from './missing-key.ts';
import { nameFormula } from './name-formula.ts';
import { nearClaim } from './near-claim.ts';
import { nearEntry } from './near-entry.ts';
import { numericId } from './numeric-id.ts';
import { oneOrigin } from './one-origin.ts';
import { openDifference } from './open-difference.ts';
import { openedEarly } from './opened-early.ts';
import { oppositeTwin } from './opposite-twin.ts';
import { outOfBounds } from './out-of-bounds.ts';
import { ownSite } from './own-site.ts';
import { personalData } from './personal-data.ts';
import { placeholder } from './placeholder.ts';
import { placeholderAddress } from './placeholder-address.ts';
import { quotationLength } from './quotation-length.ts';
import { quotationPlace } from './quotation-place.ts';
import { quotationShare } from './quotation-share.ts';
import { quotedFormula } from './quoted-formula.ts';
import { releasedArticleMissing } from './released-article-missing.ts';
import { releasedClaimChanged } from './released-claim-changed.ts';
import { releasedIdMissing } from './released-id-missing.ts';
import { reordering } from './reordering.ts';
import { repeatedAddress } from './repeated-address.ts';
import { repeatedEntry } from './repeated-entry.ts';
import { repeatedItem } from './repeated-item.ts';
import type { Rule } from './rule.ts';
import { sameAs } from './same-as.ts';
import { sameSpelling } from './same-spelling.ts';
import { secondDocument } from './second-document.ts';
import { statusVotes } from './status-votes.ts';
import { suppressionTarget } from './suppression-target.ts';
import { tabs } from './tabs.ts';
import { tag } from './tag.ts';
import { textLicence } from './text-licence.ts';
import { tooFew } from './too-few.ts';
import { tooMany } from './too-many.ts';
import { tracking } from './tracking.ts';
import { translation } from './translation.ts';
import { unknownChoice } from './unknown-choice.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownId } from './unknown-id.ts';
import { unknownKey } from './unknown-key.ts';
import { unlinkedClaim } from './unlinked-claim.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unusedEntry } from './unused-entry.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { verdictMissing } from './verdict-missing.ts';
import { voteTwice } from './vote-twice.ts';
import { withdrawalStatus } from './withdrawal-status.ts';
import { withoutEvidence } from './without-evidence.ts';
import { wrongForm } from './wrong-form.ts';
import { wrongType } from './wrong-type.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Families: A an article's form, V vocabularies, C a claim's consistency, E evidence, Q quotations and rights, D the dataset as a whole, R releases. */
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
  byteOrderMark,
  lineEnd,
  tabs,
  controlCharacter,
  reordering,
  ambiguousValue,
  placeholder,
  misplacedFile,
  fileName,
  citationMissing,
  emptyBody,
  basis,
  numericId,
  translation,
  repeatedItem,
  unknownId,
  unusedEntry,
  repeatedEntry,
  sameSpelling,
  aliasOwner,
  nearEntry,
  nameFormula,
  claimId,
  verdictMissing,
  withdrawalStatus,
  claimAfterPublication,
  openDifference,
  statusVotes,
  voteTwice,
  lateDate,
  guidelineVersions,
  personalData,
  formula,
  withoutEvidence,
  contradictedVerdict,
  fittingStances,
  tracking,
  credentials,
  placeholderAddress,
  oneOrigin,
  repeatedAddress,
  ownSite,
  factCheckSite,
  evidenceId,
  openedEarly,
  quotationPlace,
  captureDigest,
  captureMissing,
  quotationLength,
  quotationShare,
  anchorForm,
  copiedWords,
  textLicence,
  quotedFormula,
  duplicateId,
  sameAs,
  duplicateClaim,
  unlinkedClaim,
  oppositeTwin,
  nearClaim,
  tooFew,
  tooMany,
  unknownColumn,
  unusedSuppression,
  suppressionTarget,
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

/** The severity of a rule, or null where no rule has the code. */
export function severityOf(code: string): Severity | null {
  return BY_CODE.get(code)?.severity ?? null;
}
