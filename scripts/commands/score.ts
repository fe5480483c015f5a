// Predictions and a dataset → how good they are, or everything that is wrong with them.
import { hash } from 'node:crypto';
import { Option } from 'commander';
import { readSource } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import type { ClaimSource } from '../project/claimSource.ts';
import { type About, checkAbout, toAbout } from '../score/about.ts';
import { joinPredictions } from '../score/joinPredictions.ts';
import { readPairs } from '../score/pairs.ts';
import { type Problem, Problems } from '../score/problems.ts';
import { readPredictions } from '../score/readPredictions.ts';
import { renderProblems } from '../score/renderProblems.ts';
import { renderScore, type ScoreFormat } from '../score/renderScore.ts';
import { scoreEvidence } from '../score/scoreEvidence.ts';
import { type NamedSystem, scoreSystems } from '../score/scoreSystems.ts';
import { renderSignature } from '../score/signature.ts';
import { checkTraining } from '../score/trainedOn.ts';
import type { DatasetClaim, Scale } from '../splits/datasetClaim.ts';
import { nameSplit } from '../splits/splitName.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { compareCodePoints } from '../values/order.ts';
import { openSplitSource } from './claimSources.ts';
import type { DefineCommand } from './command.ts';

export interface ScoreOptions {
  dataset?: string;
  mapping?: string;
  ledger?: string;
  against?: string;
  split?: string;
  scale: Scale;
  missing: 'error' | 'wrong';
  pairs?: string;
  about?: string;
  unversioned?: boolean;
  format: ScoreFormat;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('score')
    .description('say how good predictions are, joined with the claims by their ids')
    .argument('<predictions>', 'CSV with claim_id, verdict and p_<verdict>; or JSON Lines')
    .option('--against <predictions>', 'those of another system, to compare the two')
    .option('--dataset <dir>', 'a dataset that was built (default: dataset)')
    .option('--mapping <file>', "somebody else's dataset, by its mapping")
    .option('--ledger <file>', 'where its splits are kept (default: raw/splits.jsonl, or beside the mapping)')
    .option('--split <name>', 'score the claims of this split: train, dev or test')
    .addOption(new Option('--scale <scale>', 'the classes').choices(['own', 'averitec', 'fever']).default('own'))
    .addOption(
      new Option('--missing <how>', 'what a claim without a prediction is')
        .choices(['error', 'wrong'])
        .default('error'),
    )
    .option('--pairs <file>', 'JSON Lines of similarities of predicted and gold evidence: claim_id, gold_items, scores')
    .option('--about <file>', 'JSON that says which system and which dataset the predictions are of')
    .option('--unversioned', 'score predictions that do not say which dataset they are for')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (predictions, options) => done(await score(predictions, options, terminal)));
};

/**
 * `npm run score -- PREDICTIONS`. Exit code 1 where anything is wrong with the predictions; then there is no number.
 */
export async function score(file: string, options: ScoreOptions, terminal: Terminal): Promise<number> {
  const { scale, format } = options;
  const split = nameSplit(options.split ?? null);
  const source = await openSplitSource(options);
  const classes = source.classes[scale];
  if (classes === undefined) throw new UserError(`${source.identity.name} has no verdicts on the scale ${scale}.`);
  const isScored = (claim: DatasetClaim) =>
    (split === null || claim.split === split) && classes.includes(claim.verdicts[scale] ?? '');
  const claims = source.claims.filter(isScored);
  if (claims.length === 0) throw new UserError(describeEmpty(source, split));
  const gold = {
    scale,
    classes,
    claims,
    others: new Set(source.claims.filter((claim) => !isScored(claim)).map(({ id }) => id)),
    withdrawn: source.withdrawn,
  };
  const files = options.against === undefined ? [file] : [file, options.against];
  const notes: string[] = [];
  const wrong: { file: string; problems: Problem[] }[] = [];
  const systems: NamedSystem[] = [];
  let similarity: string | null = null;
  for (const [i, path] of files.entries()) {
    const problems = new Problems();
    const read = readPredictions(readText(path), problems);
    const about = read.about ?? readAbout(options.about, problems);
    if (about) {
      checkAbout(about, source.identity, split, problems);
      for (const name of checkTraining(about, source.identity.name, source.claims, isScored, problems))
        notes.push(`${path}: trained on ${name} too, which cannot be compared with these claims here.`);
    } else if (!options.unversioned && problems.list().every(({ kind }) => kind !== 'about'))
      problems.add(
        'unsaid',
        { line: null, text: '' },
        'say it in a first line `{"about": …}`, with --about FILE, or give --unversioned',
      );
    const joined = joinPredictions(gold, read.predictions, options.missing, problems);
    const pairs = i === 0 ? loadPairs(options.pairs, claims, problems) : null;
    if (!problems.isEmpty) wrong.push({ file: path, problems: problems.list() });
    if (read.ignored.length > 0)
      notes.push(`${path}: not read: ${read.ignored.toSorted(compareCodePoints).join(', ')}.`);
    const evidence = scoreEvidence(joined.claims, pairs);
    similarity ??= evidence?.items?.similarity ?? null;
    // Two files that one --about speaks for are told apart by their own names.
    const system = files.length === 1 ? about?.system : read.about?.system;
    systems.push({ name: system ?? nameOf(path, files), joined, evidence });
  }
  if (wrong.length > 0) {
    terminal.out(renderProblems(wrong, format));
    return 1;
  }
  const scored = scoreSystems(classes, systems);
  notes.unshift(...describeCounts(systems, files, scored.groups, source, scale));
  const signature = renderSignature({
    dataset: source.identity,
    split,
    scale,
    claims: scored.claims,
    groups: scored.groups,
    classes,
    missing: systems.reduce((sum, { joined }) => sum + joined.missing, 0),
    similarity,
  });
  terminal.out(renderScore({ signature, dataset: source.identity, scale, split, ...scored, notes }, format));
  return 0;
}

function describeEmpty({ identity, claims }: ClaimSource, split: string | null): string {
  if (split === null) return `${identity.name} has no claims with a verdict.`;
  const splits = [...new Set(claims.flatMap((claim) => claim.split ?? []))].sort(compareCodePoints);
  const known = splits.length === 0 ? 'It has no splits; `npm run splits` makes them' : `It has ${splits.join(', ')}`;
  return `${identity.name} has no claims in the split ${split}. ${known}.`;
}

/** What a reader must know of the counts to believe the intervals. */
function describeCounts(
  systems: readonly NamedSystem[],
  files: readonly string[],
  groups: number,
  { claims, withdrawn }: ClaimSource,
  scale: Scale,
): string[] {
  const notes: string[] = [];
  for (const [i, { joined }] of systems.entries()) {
    const { missing, skipped } = joined;
    if (missing > 0) notes.push(`${files[i]}: ${missing} claims without a prediction count as wrong.`);
    if (skipped.withdrawn > 0)
      notes.push(
        `${files[i]}: ${skipped.withdrawn} of the ${withdrawn.size} withdrawn claims are predicted, and skipped.`,
      );
    if (skipped.others > 0)
      notes.push(`${files[i]}: ${skipped.others} predictions are for claims that are not scored.`);
  }
  const without = claims.filter(({ verdicts }) => verdicts[scale] === null).length;
  if (without > 0) notes.push(`${without} claims have no class on the scale ${scale}, and are not scored.`);
  if (groups < 2) notes.push('All claims are in one group, so that there is no interval.');
  else if (groups < 20)
    notes.push(`Intervals from ${groups} groups are rough: they are too narrow rather than too wide.`);
  return notes;
}

function readText(path: string): string {
  const read = readSource(path);
  if ('problem' in read) throw new UserError(`cannot read ${path}: ${read.problem}`);
  const text = decodeUtf8(read.bytes);
  if (text === null) throw new UserError(`${path} is not UTF-8.`);
  return text;
}

function readAbout(path: string | undefined, problems: Problems): About | null {
  if (path === undefined) return null;
  try {
    return toAbout(JSON.parse(readText(path)), null, problems);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return toAbout(null, null, problems);
  }
}

function loadPairs(path: string | undefined, claims: readonly DatasetClaim[], problems: Problems) {
  if (path === undefined) return null;
  const text = readText(path);
  const items = new Map(claims.map(({ id, evidence }) => [id, evidence.length]));
  // A dataset without evidence leaves it to the file how many gold items there are.
  const scores = readPairs(text, (claim) => items.get(claim) || null, problems);
  return { name: `pairs#${hash('sha256', text, 'hex').slice(0, 12)}`, scores };
}

/** The file's name without folders and ending; two of one name are told apart by their whole paths. */
function nameOf(path: string, files: readonly string[]): string {
  const short = (file: string) => file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return files.filter((file) => short(file) === short(path)).length > 1 ? path : short(path);
}
