// A claim and a rule → the texts with the certain edits that the rule has at that claim.
import { type CheckerOptions, openChecker } from '../examine/checker.ts';
import { chooseCompatible, type FixableFinding, spliceText, type Texts } from '../findings/repair.ts';
import type { ReviewClaim } from './claims.ts';
import { claimAt } from './findings.ts';

/**
 * Empty where the rule finds nothing there any more.
 * @param read gives the text of a file
 */
export function repairableAt(
  options: CheckerOptions,
  claim: ReviewClaim,
  code: string,
  read: (file: string) => string,
): Texts {
  const found = openChecker(options)
    .check()
    .filter((finding) => finding.code === code && claimAt(finding, [claim]) !== null)
    .filter((finding): finding is typeof finding & FixableFinding => finding.fix !== null);
  const texts = new Map<string, string>();
  for (const file of new Set(found.flatMap(({ fix }) => fix.edits.map((edit) => edit.file)))) {
    const edits = chooseCompatible(found).flatMap(({ fix }) => fix.edits.filter((edit) => edit.file === file));
    texts.set(file, spliceText(read(file), edits));
  }
  return texts;
}
