// Findings with certain edits → texts in which those edits are made and nothing else has changed.
import type { LocatedEdit, LocatedFinding } from './locate.ts';
import { listNewFindings } from './newFindings.ts';

type Fix = NonNullable<LocatedFinding['fix']>;
export type FixableFinding = Omit<LocatedFinding, 'fix'> & { fix: Fix };

/** Texts by file that stand in for what is on the disk. */
export type Texts = ReadonlyMap<string, string>;

export interface Repair {
  /** The changed files alone. */
  texts: Texts;
  /** What was fixed, with its place at the time. */
  applied: FixableFinding[];
  /** What is found in the repaired texts. */
  left: LocatedFinding[];
}

/** A bound for inputs that nobody foresaw; a run that reaches it is continued by running again. */
const MOST_ROUNDS = 200;

/**
 * Makes every certain edit, again and again until none is left. Edits count as certain only where they bring no finding
 * that was not there before: a fix that would is left to a person. Since every step takes findings away and adds none,
 * it ends, and repairing the result again changes nothing. `judge` finds what is wrong with the project when `texts`
 * stand in for its files; `read` gives a file's text from the disk.
 */
export function repair(judge: (texts: Texts) => LocatedFinding[], read: (file: string) => string | null): Repair {
  let texts: Texts = new Map();
  let found = judge(texts);
  const applied: FixableFinding[] = [];
  const refused = new Set<LocatedFinding>();
  let batch = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixable = found.filter(isFixable).filter((finding) => !refused.has(finding));
    const chosen = chooseCompatible(fixable).slice(0, batch);
    if (chosen.length === 0) break;
    const trial = applyFixes(texts, chosen, read);
    const after = judge(trial);
    if (isImprovement(found, after)) {
      texts = trial;
      found = after;
      for (const finding of chosen) applied.push(finding);
      refused.clear();
      batch = Number.POSITIVE_INFINITY;
    } else if (chosen.length > 1) {
      batch = chosen.length >> 1;
    } else {
      for (const finding of chosen) refused.add(finding);
      batch = Number.POSITIVE_INFINITY;
    }
  }
  return { texts: onlyChanged(texts, read), applied, left: found };
}

function isFixable(finding: LocatedFinding): finding is LocatedFinding & FixableFinding {
  return finding.fix !== null;
}

/**
 * Fixes of which no two touch the same text, the first of such that do; the others have their turn in a later round.
 */
export function chooseCompatible(findings: readonly FixableFinding[]): FixableFinding[] {
  const taken = new Map<string, LocatedEdit[]>();
  return findings.filter(({ fix }) => {
    if (fix.edits.some((edit) => (taken.get(edit.file) ?? []).some((other) => touches(edit, other)))) return false;
    for (const edit of fix.edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return true;
  });
}

function touches({ offsets: [start, end] }: LocatedEdit, { offsets: [from, to] }: LocatedEdit): boolean {
  return start <= to && from <= end;
}

function applyFixes(texts: Texts, findings: readonly FixableFinding[], read: (file: string) => string | null): Texts {
  const edits = new Map<string, LocatedEdit[]>();
  for (const { fix } of findings)
    for (const edit of fix.edits) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  const changed = new Map(texts);
  for (const [file, list] of edits) changed.set(file, spliceText(texts.get(file) ?? read(file) ?? '', list));
  return changed;
}

/** Puts the texts in place of their ranges (UTF-16 offsets, not overlapping); what is between them stays. */
export function spliceText(text: string, edits: readonly Pick<LocatedEdit, 'offsets' | 'text'>[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offsets, text: inserted } of [...edits].sort((a, b) => a.offsets[0] - b.offsets[0])) {
    parts.push(text.slice(at, offsets[0]), inserted);
    at = offsets[1];
  }
  return parts.join('') + text.slice(at);
}

/** Fewer findings than before, and none that was not there before, wherever it stood. */
function isImprovement(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): boolean {
  return after.length < before.length && listNewFindings(before, after).length === 0;
}

function onlyChanged(texts: Texts, read: (file: string) => string | null): Texts {
  return new Map([...texts].filter(([file, text]) => read(file) !== text));
}
