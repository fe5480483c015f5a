// Two releases, datasets or ledgers → what changed between them.
import { Option } from 'commander';
import { loadPath } from '../platform/loading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { unpackArchive } from '../release/archive.ts';
import { compareReleases } from '../release/compareReleases.ts';
import { computeBump } from '../release/computeBump.ts';
import { parseLedger } from '../release/ledger.ts';
import { readDataset } from '../release/readDataset.ts';
import { type DifferenceFormat, renderDifference } from '../release/renderDifference.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('diff')
    .description('say what changed between two releases')
    .argument('<old>', 'a dataset folder, a release archive or a ledger')
    .argument('<new>', 'another one')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (old, current, options) => done(await diff(old, current, options, terminal)));
};

/** Rows of each kind that the Markdown shows: it goes into a comment, which must stay short. */
const SAMPLE = 3;

/** `npm run diff -- OLD NEW`: each a dataset folder, a release archive or a ledger. Exit code 0 whether or not there are changes. */
export async function diff(
  old: string,
  current: string,
  options: { format: DifferenceFormat },
  terminal: Terminal,
): Promise<number> {
  const difference = compareReleases(await loadSnapshot(old), await loadSnapshot(current));
  terminal.out(renderDifference(difference, computeBump(difference), options.format, SAMPLE));
  return 0;
}

async function loadSnapshot(path: string): Promise<Snapshot> {
  const read = await readSnapshot(path);
  if ('problem' in read) throw new UserError(`${path} cannot be compared. ${read.problem}`);
  return read;
}

async function readSnapshot(path: string): Promise<Snapshot | { problem: string }> {
  const loaded = await loadPath(path);
  if (loaded.kind === 'file' && path.endsWith('.jsonl')) return parseLedger(new TextDecoder().decode(loaded.bytes));
  const unpacked = loaded.kind === 'file' ? await unpackArchive(loaded.bytes) : loaded;
  if ('problem' in unpacked) return unpacked;
  const dataset = readDataset(unpacked.files);
  return 'problem' in dataset ? dataset : dataset.snapshot;
}
