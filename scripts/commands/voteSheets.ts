// Claims → a sheet to vote on without seeing other votes; a filled sheet → lines in a file of votes.
import { type Command, InvalidArgumentError } from 'commander';
import { mayBeVotedOn } from '../claims/status.ts';
import { eachClaim, type ReadClaim } from '../examine/eachClaim.ts';
import { createFile } from '../platform/files.ts';
import { isAbsent } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { isAnnotator } from '../project/openVotes.ts';
import { openJudged } from '../project/requireArticles.ts';
import type { RawArticleClaim } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { shellWord } from '../values/shellWord.ts';
import { assignVotes } from '../votes/assignVotes.ts';
import { newestGuideline } from '../votes/newestGuideline.ts';
import { renderSheet } from '../votes/sheet.ts';
import { parseCount } from './command.ts';
import { readVoteSheet } from './readVoteSheet.ts';

export interface SheetOptions {
  raw: string;
  as: string;
  sheet?: string;
  read?: string;
  left?: boolean;
  among?: string[];
  quota?: Quota;
  seed?: number;
  guideline?: string;
  date?: string;
}

/** How many claims are to be judged twice: a number of them, or per cent. */
type Quota = { claims: number } | { percent: number };

/** Adds the options of sheets to a command that knows `--raw`, `--as`, `--guideline` and `--date`. */
export function withSheets(command: Command): Command {
  return command
    .option('--sheet <file>', 'write a sheet of the claims that this annotator has not voted on')
    .option('--read <file>', 'read a filled sheet into raw/votes/<id>.jsonl')
    .option('--left', 'list the claims that this annotator has not voted on')
    .option('--among <ids>', 'share the claims out among these annotators: a1,a2,a3', parseAnnotators)
    .option('--quota <n>', 'how many claims two of them judge: 30, or 20% (with --among)', parseQuota)
    .option('--seed <n>', 'what is drawn by chance is drawn by this number (default: 1)', parseCount);
}

/** Whether the options ask for anything about sheets. */
export function isAboutSheets({ sheet, read, left }: Partial<SheetOptions>): boolean {
  return sheet !== undefined || read !== undefined || left === true;
}

/**
 * `npm run vote` with `sheet` writes a sheet, with `read` reads one back, with `left` lists the claims that are left.
 * Exit code 1 where a sheet has a mistake; then nothing is written.
 * @param today the day of votes for which neither the sheet nor `date` gives one
 */
export async function voteSheets(options: SheetOptions, terminal: Terminal, today: string): Promise<number> {
  const { as, sheet, read, among, quota, date } = options;
  if ([sheet, read, options.left || undefined].filter((one) => one !== undefined).length !== 1)
    throw new UserError('Name one of --sheet FILE, --read FILE and --left.');
  if (!isAnnotator(as))
    throw new UserError(`\`${as}\` is no pseudonym: lower-case letters and digits, joined by hyphens.`);
  if ((quota === undefined) !== (among === undefined)) throw new UserError('--among and --quota go together.');
  if (options.seed !== undefined && !among) throw new UserError('--seed goes with --among and --quota.');
  if (among && !among.includes(as)) throw new UserError(`${as} is not among ${among.join(', ')}.`);
  if (quota && among && among.length < 2)
    throw new UserError('For two votes on a claim, --among needs two annotators.');
  const project = openJudged({ raw: options.raw });
  if (read !== undefined) return readVoteSheet(project, { annotator: as, file: read, day: date ?? today }, terminal);
  if (sheet === undefined) {
    const { left } = listLeft(project, options);
    terminal.out(left.map(({ id }) => `${id}\n`).join(''));
    return 0;
  }
  // Whoever has begun to fill it in loses nothing.
  if (!isAbsent(sheet)) throw new UserError(`${sheet} exists already. Read it back, or name another file.`);
  const { left, newest } = listLeft(project, options);
  const place = options.raw === 'raw' ? '' : ` --raw ${shellWord(options.raw)}`;
  const command = `npm run vote --${place} --as ${as} --read ${shellWord(sheet)}`;
  const head = { annotator: as, guideline: options.guideline ?? newest, command };
  if (!createFile(sheet, renderSheet(head, left, project.vocabulary))) throw new UserError(`${sheet} exists already.`);
  terminal.out(`${sheet}: ${left.length === 1 ? '1 claim' : `${left.length} claims`} for ${as}. Then: ${command}\n`);
  return 0;
}

/** The claims that an annotator has still to vote on, and the guideline of the newest vote of all. */
function listLeft(project: Project, options: SheetOptions): { left: RawArticleClaim[]; newest: string } {
  const claims = [...eachClaim(project)].filter(({ joined }) => mayBeVotedOn(joined));
  const newest = newestGuideline(claims.flatMap(({ joined }) => joined.annotations));
  const own = shareOf(claims, options);
  const left = claims.filter(({ joined: { id, annotations } }) => {
    const hasVoted = annotations.some(({ annotator }) => annotator === options.as);
    return !hasVoted && (own === null || own.has(id));
  });
  return { left: left.map(({ joined }) => joined), newest };
}

/** The claims that fall to an annotator; null where they are not shared out. */
function shareOf(
  claims: readonly ReadClaim[],
  { as, among, quota, seed = 1 }: SheetOptions,
): ReadonlySet<string> | null {
  if (!among || !quota) return null;
  const doubled = 'claims' in quota ? quota.claims : Math.round((claims.length * quota.percent) / 100);
  const assignable = claims.map(({ written: { id, annotations } }) => ({
    id,
    voters: annotations.map(({ annotator }) => annotator),
  }));
  return assignVotes(assignable, { annotators: among, seed, doubled }).get(as) ?? null;
}

function parseAnnotator(text: string): string {
  if (!isAnnotator(text)) throw new InvalidArgumentError('Lower-case letters and digits, joined by hyphens.');
  return text;
}

/** In the order of their names: who is named first gets no more. */
function parseAnnotators(text: string): string[] {
  const names = text.split(',').map((name) => parseAnnotator(name.trim()));
  return [...new Set(names)].sort(compareCodePoints);
}

function parseQuota(text: string): Quota {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === undefined || (!percent && digits.includes('.')) || (percent && Number(digits) > 100))
    throw new InvalidArgumentError('A number of claims, or per cent as 20%.');
  return percent ? { percent: Number(digits) } : { claims: Number(digits) };
}
