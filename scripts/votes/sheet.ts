// Claims → a sheet on which one annotator votes without seeing how others did, and the votes on it.
import { writeFlow } from '../findings/writeFlow.ts';
import type { RawArticleClaim, VoteSheet } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { SHOWN_EVIDENCE, showBlind } from './blindClaim.ts';
import type { VoteLine } from './voteLines.ts';

/** What a sheet is made of besides claims. */
export interface SheetHead {
  annotator: string;
  guideline: string;
  /** The command that reads the sheet back. */
  command: string;
}

/**
 * Writes a sheet. It depends on the words of claims and evidence alone: two projects that differ in verdicts,
 * justifications, stances, statuses or votes give the same bytes for the same claims.
 */
export function renderSheet(head: SheetHead, claims: Iterable<RawArticleClaim>, vocabulary: Vocabulary): string {
  const lines = [
    `# The sheet of ${head.annotator}. Judge each claim by its evidence alone, and give a verdict and a confidence.`,
    '# Where both stay null you have not voted. Nothing here tells how others judged.',
    `# Then: ${head.command}`,
    '#',
    '# verdict is one of',
    ...vocabulary.lists.verdicts.map(({ id, definition }) => `#   ${id}: ${oneLine(definition)}`),
    '# confidence is high, medium or low',
    `annotator: ${writeFlow(head.annotator)}`,
    `guideline: ${JSON.stringify(head.guideline)}`,
    'date: null',
    'claims:',
  ];
  for (const claim of claims) for (const line of renderEntry(claim, vocabulary)) lines.push(line);
  if (lines.at(-1) === 'claims:') lines[lines.length - 1] = 'claims: []';
  return `${lines.join('\n')}\n`;
}

function renderEntry(claim: RawArticleClaim, vocabulary: Vocabulary): string[] {
  const { id, text, quote, claimant, claim_date, evidence: shown } = showBlind(claim, vocabulary);
  const evidence = shown.flatMap((item) =>
    SHOWN_EVIDENCE.flatMap((key) => (item[key] === null ? [] : [`${key}: ${writeText(item[key])}`])).map(
      (line, i) => `      ${i === 0 ? '- ' : '  '}${line}`,
    ),
  );
  return [
    `  - id: ${id}`,
    '    verdict: null',
    '    confidence: null',
    '    note: null',
    `    claim: ${writeText(text)}`,
    `    quote: ${writeText(quote)}`,
    `    claimant: ${writeText(claimant)}`,
    `    claim_date: ${writeText(claim_date)}`,
    ...(evidence.length === 0 ? ['    evidence: []'] : ['    evidence:', ...evidence]),
    '',
  ];
}

/** A text is written so that no reader takes it for anything else. */
function writeText(value: string | null): string {
  return value === null ? 'null' : writeFlow(value, 'text');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A vote on a sheet: `at` is its place in the list of claims. */
export interface SheetVote extends Pick<VoteLine, 'claim' | 'vote'> {
  at: number;
  /** The claim as the sheet shows it. */
  text: string;
}

/** What stands on a sheet: votes, the places of entries that give half of one, and how many give none. */
export function listSheetVotes(sheet: VoteSheet, day: string): { votes: SheetVote[]; halves: number[]; open: number } {
  const votes: SheetVote[] = [];
  const halves: number[] = [];
  let open = 0;
  for (const [at, { id, claim: text, verdict = null, confidence = null, note = null }] of sheet.claims.entries()) {
    if (verdict !== null && confidence !== null) {
      const { annotator, guideline } = sheet;
      const vote = { annotator, verdict, confidence, date: sheet.date ?? day, guideline, note };
      votes.push({ at, claim: id, text, vote });
    } else if (verdict !== null || confidence !== null || note !== null) halves.push(at);
    else open += 1;
  }
  return { votes, halves, open };
}
