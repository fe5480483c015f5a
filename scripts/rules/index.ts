// Derived from the names of files by `npm run generate`. Do not edit by hand.
import { unreadableFile } from './A01-unreadable-file.ts';
import { invalidEncoding } from './A02-invalid-encoding.ts';
import { frontMatter } from './A03-front-matter.ts';
import { yamlSyntax } from './A04-yaml-syntax.ts';
import { duplicateKey } from './A05-duplicate-key.ts';
import { alias } from './A06-alias.ts';
import { tag } from './A07-tag.ts';
import { secondDocument } from './A08-second-document.ts';
import { unknownKey } from './A10-unknown-key.ts';
import { missingKey } from './A11-missing-key.ts';
import { wrongType } from './A12-wrong-type.ts';
import { unknownChoice } from './A13-unknown-choice.ts';
import { wrongForm } from './A14-wrong-form.ts';
import { outOfBounds } from './A15-out-of-bounds.ts';
import { byteOrderMark } from './A16-byte-order-mark.ts';
import { lineEnd } from './A17-line-end.ts';
import { tabs } from './A18-tabs.ts';
import { controlCharacter } from './A19-control-character.ts';
import { reordering } from './A20-reordering.ts';
import { ambiguousValue } from './A21-ambiguous-value.ts';
import { placeholder } from './A22-placeholder.ts';
import { misplacedFile } from './A23-misplaced-file.ts';
import { invisibleSign } from './A24-invisible-sign.ts';
import { cutByComment } from './A25-cut-by-comment.ts';
import { mergeConflict } from './A26-merge-conflict.ts';
import { fileName } from './A30-file-name.ts';
import { citationMissing } from './A31-citation-missing.ts';
import { emptyBody } from './A32-empty-body.ts';
import { basis } from './A33-basis.ts';
import { numericId } from './A34-numeric-id.ts';
import { translation } from './A35-translation.ts';
import { repeatedItem } from './A36-repeated-item.ts';
import { labelsInBody } from './A37-labels-in-body.ts';
import { synopsisLength } from './A38-synopsis-length.ts';
import { collection } from './A39-collection.ts';
import { extraField } from './A40-extra-field.ts';
import { claimId } from './C01-claim-id.ts';
import { verdictMissing } from './C02-verdict-missing.ts';
import { withdrawalStatus } from './C03-withdrawal-status.ts';
import { claimAfterPublication } from './C04-claim-after-publication.ts';
import { openDifference } from './C05-open-difference.ts';
import { statusVotes } from './C06-status-votes.ts';
import { voteTwice } from './C07-vote-twice.ts';
import { lateDate } from './C08-late-date.ts';
import { guidelineVersions } from './C09-guideline-versions.ts';
import { personalData } from './C10-personal-data.ts';
import { formula } from './C11-formula.ts';
import { whoIsBlamed } from './C12-who-is-blamed.ts';
import { correctionWithoutDistortion } from './C13-correction-without-distortion.ts';
import { correctionTheSame } from './C14-correction-the-same.ts';
import { distortionOfARightClaim } from './C15-distortion-of-a-right-claim.ts';
import { importedWithoutSource } from './C16-imported-without-source.ts';
import { disputed } from './C17-disputed.ts';
import { voteFile } from './C18-vote-file.ts';
import { duplicateId } from './D01-duplicate-id.ts';
import { sameAs } from './D02-same-as.ts';
import { duplicateClaim } from './D03-duplicate-claim.ts';
import { unlinkedClaim } from './D04-unlinked-claim.ts';
import { oppositeTwin } from './D05-opposite-twin.ts';
import { nearClaim } from './D06-near-claim.ts';
import { tooFew } from './D10-too-few.ts';
import { tooMany } from './D11-too-many.ts';
import { unknownColumn } from './D12-unknown-column.ts';
import { unusedSuppression } from './D90-unused-suppression.ts';
import { suppressionTarget } from './D91-suppression-target.ts';
import { withoutEvidence } from './E01-without-evidence.ts';
import { contradictedVerdict } from './E02-contradicted-verdict.ts';
import { fittingStances } from './E03-fitting-stances.ts';
import { tracking } from './E04-tracking.ts';
import { credentials } from './E05-credentials.ts';
import { placeholderAddress } from './E06-placeholder-address.ts';
import { oneOrigin } from './E07-one-origin.ts';
import { repeatedAddress } from './E08-repeated-address.ts';
import { ownSite } from './E09-own-site.ts';
import { factCheckSite } from './E10-fact-check-site.ts';
import { evidenceId } from './E11-evidence-id.ts';
import { openedEarly } from './E12-opened-early.ts';
import { question } from './E13-question.ts';
import { noAddress } from './E14-no-address.ts';
import { quotationPlace } from './Q01-quotation-place.ts';
import { captureDigest } from './Q02-capture-digest.ts';
import { captureMissing } from './Q03-capture-missing.ts';
import { quotationLength } from './Q04-quotation-length.ts';
import { quotationShare } from './Q05-quotation-share.ts';
import { anchorForm } from './Q06-anchor-form.ts';
import { copiedWords } from './Q07-copied-words.ts';
import { textLicence } from './Q08-text-licence.ts';
import { quotedFormula } from './Q09-quoted-formula.ts';
import { quotedInvisibleSign } from './Q10-quoted-invisible-sign.ts';
import { anchorUnknown } from './Q11-anchor-unknown.ts';
import { longerAnchor } from './Q12-longer-anchor.ts';
import { releasedClaimChanged } from './R01-released-claim-changed.ts';
import { releasedIdMissing } from './R02-released-id-missing.ts';
import { releasedArticleMissing } from './R03-released-article-missing.ts';
import { ledgerAltered } from './R04-ledger-altered.ts';
import { citationVersion } from './R05-citation-version.ts';
import { releasedVoteChanged } from './R06-released-vote-changed.ts';
import { joiningClaim } from './S01-joining-claim.ts';
import { linkedSplits } from './S02-linked-splits.ts';
import { splitLedger } from './S03-split-ledger.ts';
import { unknownId } from './V01-unknown-id.ts';
import { unusedEntry } from './V02-unused-entry.ts';
import { repeatedEntry } from './V03-repeated-entry.ts';
import { sameSpelling } from './V04-same-spelling.ts';
import { aliasOwner } from './V05-alias-owner.ts';
import { nearEntry } from './V06-near-entry.ts';
import { nameFormula } from './V07-name-formula.ts';
import { verdictMap } from './V08-verdict-map.ts';
import type { Rule } from './engine/rule.ts';

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
  invisibleSign,
  cutByComment,
  mergeConflict,
  fileName,
  citationMissing,
  emptyBody,
  basis,
  numericId,
  translation,
  repeatedItem,
  labelsInBody,
  synopsisLength,
  collection,
  extraField,
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
  whoIsBlamed,
  correctionWithoutDistortion,
  correctionTheSame,
  distortionOfARightClaim,
  importedWithoutSource,
  disputed,
  voteFile,
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
  question,
  noAddress,
  quotationPlace,
  captureDigest,
  captureMissing,
  quotationLength,
  quotationShare,
  anchorForm,
  copiedWords,
  textLicence,
  quotedFormula,
  quotedInvisibleSign,
  anchorUnknown,
  longerAnchor,
  releasedClaimChanged,
  releasedIdMissing,
  releasedArticleMissing,
  ledgerAltered,
  citationVersion,
  releasedVoteChanged,
  joiningClaim,
  linkedSplits,
  splitLedger,
  unknownId,
  unusedEntry,
  repeatedEntry,
  sameSpelling,
  aliasOwner,
  nearEntry,
  nameFormula,
  verdictMap,
];
