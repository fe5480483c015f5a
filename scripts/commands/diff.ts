// Two releases, datasets or ledgers → what changed between them.
import { join } from 'node:path';
import { Option } from 'commander';
import { ensureFolder } from '../platform/files.ts';
import { openPath } from '../platform/readableFiles.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { writeBelow } from '../platform/writePieces.ts';
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
  return withScratchFolder(async (folder) => {
    const [before, after] = [join(folder, 'old'), join(folder, 'new')];
    const difference = compareReleases(await openSnapshot(old, before), await openSnapshot(current, after));
    terminal.out(renderDifference(difference, computeBump(difference), options.format, SAMPLE));
    return 0;
  });
}

async function openSnapshot(path: string, scratch: string): Promise<Snapshot> {
  const read = await readSnapshot(path, scratch);
  if ('problem' in read) throw new UserError(`${path} cannot be compared. ${read.problem}`);
  return read;
}

/** @param scratch a folder that an archive is unpacked into */
async function readSnapshot(path: string, scratch: string): Promise<Snapshot | { problem: string }> {
  const opened = await openPath(path);
  if (opened.kind === 'folder') return readDataset(opened.files);
  if (path.endsWith('.jsonl')) return parseLedger(opened.file);
  await ensureFolder(scratch);
  const unpacked = await unpackArchive(opened.file, (name, pieces) => writeBelow(scratch, name, pieces));
  return 'problem' in unpacked ? unpacked : readSnapshot(scratch, scratch);
}
