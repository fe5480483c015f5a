// A dataset and its ledger of splits → the ledger with the splits of new claims, and what leaks.
import { InvalidArgumentError, Option } from 'commander';
import { writeFileAtomic } from '../platform/files.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import type { DatasetClaim } from '../splits/datasetClaim.ts';
import { findLeaks, listForbidden } from '../splits/leaks.ts';
import {
  areShares,
  HOLD_OUT_FIELDS,
  isSplit,
  NO_LEDGER,
  parseLedger,
  renderEntries,
  renderSettings,
  type SplitEntry,
  type SplitLedger,
  type SplitSettings,
} from '../splits/ledger.ts';
import { EDGES, type Edge, listLinks } from '../splits/links.ts';
import { planSplits } from '../splits/planSplits.ts';
import { renderSplits } from '../splits/renderSplits.ts';
import { openSource } from './claimSources.ts';
import { type DefineCommand, parseDay } from './command.ts';

export interface SplitsOptions {
  dataset?: string;
  mapping?: string;
  ledger?: string;
  by?: SplitSettings['by'];
  shares?: [number, number, number];
  edges?: Edge[];
  from?: string;
  holdOut?: SplitSettings['hold_out'];
  check?: boolean;
  format: 'text' | 'json';
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('splits')
    .description('put claims into train, dev and test so that nothing leaks, and keep them there')
    .option('--dataset <dir>', 'a dataset that was built (default: dataset)')
    .option('--mapping <file>', "somebody else's dataset, by its mapping")
    .option('--ledger <file>', 'where splits are kept (default: raw/splits.jsonl, or beside the mapping)')
    .addOption(
      new Option('--by <way>', 'how groups are placed (default: group)').choices(['group', 'time', 'hold-out']),
    )
    .addOption(
      new Option('--shares <list>', 'per cent of train, dev and test (default: 70,10,20)').argParser(parseShares),
    )
    .addOption(new Option('--edges <list>', `what ties claims (default: ${EDGES.join(',')})`).argParser(parseEdges))
    .addOption(new Option('--from <day>', 'the first day of test, for --by time').argParser(parseDay))
    .addOption(
      new Option('--hold-out <what>', 'publisher=a,b or language=uk or review=host, for --by hold-out').argParser(
        parseHoldOut,
      ),
    )
    .option('--check', 'write nothing; fail where the ledger lacks a claim, or a split leaks')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await splits(options, terminal)));
};

/**
 * `npm run splits`. Exit code 1 where a split leaks, where the ledger is damaged, and with `--check` where it lacks a
 * claim.
 */
export async function splits(options: SplitsOptions, terminal: Terminal): Promise<number> {
  const { identity, claims, ledger: file } = await openSource(options);
  const text = readTextIfAny(file);
  const ledger = text === null ? NO_LEDGER : parseLedger(text);
  if (ledger.problems.length > 0) {
    for (const { line, message } of ledger.problems) terminal.out(`${file}:${line}: error S03: ${message}\n`);
    terminal.out('The ledger is only ever added to: restore it from its commit.\n');
    return 1;
  }
  const settings = settle(options, ledger, file);
  // Splits that the data bring along are as good as those of the ledger: they stay.
  const brought = listBrought(claims, ledger);
  const entries = new Map([...brought.map((entry) => [entry.claim, entry] as const), ...ledger.entries]);
  const links = [...listLinks(claims)];
  const plan = planSplits(identity.name, claims, links, { ...ledger, entries }, settings);
  // What is checked are the splits as they are, not as they would be.
  const splitOf = ({ id }: DatasetClaim) => (options.check ? entries.get(id)?.split : plan.assigned.get(id));
  const leaks = findLeaks(claims, splitOf, links, plan.leftOut);
  const forbidden = listForbidden(leaks, settings.edges);
  const allowed = leaks.filter((leak) => !forbidden.includes(leak));
  terminal.out(renderSplits({ dataset: identity.name, claims, settings, plan, forbidden, allowed }, options.format));
  const say = options.format === 'text' ? terminal.out : terminal.err;
  if (options.check) {
    if (plan.added.length > 0) say(`${file} lacks ${countLines(plan.added)}: run \`npm run splits\`.\n`);
    return forbidden.length + plan.added.length > 0 ? 1 : 0;
  }
  if (forbidden.length > 0) return 1;
  const lines = [...brought, ...plan.added];
  if (lines.length === 0) return 0;
  await writeFileAtomic(file, (text ?? renderSettings(settings)) + renderEntries(lines));
  say(`${file}: ${countLines(lines)} added.\n`);
  return 0;
}

function countLines({ length }: readonly unknown[]): string {
  return length === 1 ? '1 line' : `${length} lines`;
}

/** @throws UserError for a split that a ledger does not know: its claims would be put into another */
function listBrought(claims: readonly DatasetClaim[], { entries }: SplitLedger): SplitEntry[] {
  return claims.flatMap(({ id, split }): SplitEntry[] => {
    if (split === null || entries.has(id)) return [];
    if (isSplit(split) || split === 'excluded') return [{ claim: id, split }];
    throw new UserError(
      `${id} is in the split \`${split}\`, and only train, dev, test and excluded are known here. \`npm run audit\` looks for leaks between splits of any name (F11).`,
    );
  });
}

/**
 * How splits are made: as the ledger was begun, else as the options say.
 * @throws UserError where options contradict the ledger or each other
 */
export function settle(options: SplitsOptions, { settings }: SplitLedger, file: string): SplitSettings {
  const by = options.by ?? settings?.by ?? (options.from ? 'time' : options.holdOut ? 'hold-out' : 'group');
  const wished: SplitSettings = {
    by,
    shares: options.shares ?? settings?.shares ?? (by === 'group' ? [70, 10, 20] : null),
    edges: options.edges ?? settings?.edges ?? EDGES,
    from: options.from ?? settings?.from ?? null,
    hold_out: options.holdOut ?? settings?.hold_out ?? null,
  };
  if (by === 'time' && wished.from === null) throw new UserError('--by time needs --from DAY.');
  if (by === 'hold-out' && wished.hold_out === null) throw new UserError('--by hold-out needs --hold-out WHAT.');
  const stray = (name: string, owner: SplitSettings['by'], value: unknown) => {
    if (by !== owner && value !== null) throw new UserError(`${name} goes with --by ${owner}, not with --by ${by}.`);
  };
  stray('--shares', 'group', wished.shares);
  stray('--from', 'time', wished.from);
  stray('--hold-out', 'hold-out', wished.hold_out);
  if (settings && renderSettings(settings) !== renderSettings(wished))
    throw new UserError(
      `${file} was begun with ${renderSettings(settings).trim()}, and goes on so. For other splits name another file with --ledger.`,
    );
  return wished;
}

function parseShares(text: string): [number, number, number] {
  const shares = text.split(',').map((part) => (/^\s*\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
  if (!areShares(shares)) throw new InvalidArgumentError('Three numbers that make 100 are needed, as 70,10,20.');
  return shares;
}

function parseEdges(text: string): Edge[] {
  const names = text.split(',').map((name) => name.trim());
  const strange = names.find((name) => !EDGES.includes(name as Edge));
  if (strange !== undefined) throw new InvalidArgumentError(`\`${strange}\` is none of ${EDGES.join(', ')}.`);
  return EDGES.filter((edge) => names.includes(edge));
}

function parseHoldOut(text: string): NonNullable<SplitSettings['hold_out']> {
  const at = text.indexOf('=');
  const field = HOLD_OUT_FIELDS.find((name) => name === text.slice(0, Math.max(at, 0)));
  const values = text
    .slice(at + 1)
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (field === undefined || values.length === 0)
    throw new InvalidArgumentError(`It is written as ${HOLD_OUT_FIELDS.map((name) => `${name}=…`).join(', ')}.`);
  return { field, values };
}
