// Two releases, datasets or ledgers → what changed between them.
import { join } from 'node:path';
import { Option } from 'commander';
import type { Mapping } from '../exchange/mapping.ts';
import { inMemory } from '../formats/readableFile.ts';
import { readChunks } from '../platform/chunks.ts';
import { readCommittedFolder } from '../platform/committedFolder.ts';
import { ensureFolder } from '../platform/files.ts';
import { openPath } from '../platform/readableFiles.ts';
import { isFile } from '../platform/reading.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { writeBelow } from '../platform/writePieces.ts';
import { openMapping } from '../project/openMapping.ts';
import { unpackArchive } from '../release/archive.ts';
import { compareReleases, type Difference } from '../release/compareReleases.ts';
import { computeBump } from '../release/computeBump.ts';
import { parseLedger } from '../release/ledger.ts';
import { type IndexedSnapshot, readDataset } from '../release/readDataset.ts';
import { type DifferenceFormat, renderDifference } from '../release/renderDifference.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('diff')
    .description('say what changed between two releases, or two states of any dataset')
    .argument(
      '<old>',
      'a dataset folder, a release archive, a ledger, or `git:REVISION` for dataset/ as it was committed then (`git:REVISION:FOLDER` for another); with --mapping a data file, or the folder of several',
    )
    .argument('<new>', 'another one')
    .option('--mapping <file>', 'what the fields of the two mean, where somebody else made them')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (old, current, options) => done(await diff(old, current, options, terminal)));
};

/** Rows of each kind that the Markdown shows: it goes into a comment, which must stay short. */
const SAMPLE = 3;

/**
 * `npm run diff -- OLD NEW`: each a dataset folder, a release archive or a ledger. Exit code 0 whether or not there are
 * changes.
 */
export async function diff(
  old: string,
  current: string,
  options: { format: DifferenceFormat; mapping?: string },
  terminal: Terminal,
): Promise<number> {
  const difference = options.mapping === undefined ? null : await compareForeign(old, current, options.mapping);
  const tell = (found: Difference) => terminal.out(renderDifference(found, computeBump(found), options.format, SAMPLE));
  if (difference) tell(difference);
  else
    await withScratchFolder(async (folder) => {
      const [before, after] = [join(folder, 'old'), join(folder, 'new')];
      const first = await openSnapshot(old, before, null);
      tell(compareReleases(first, await openSnapshot(current, after, first)));
    });
  return 0;
}

async function compareForeign(old: string, current: string, path: string): Promise<Difference> {
  const { compareRecords } = await import('../release/compareRecords.ts');
  const opened = openMapping(path);
  if ('findings' in opened)
    throw new UserError(`${path} is no sound mapping. \`npm run audit -- ${path}\` says what is wrong with it.`);
  const before = await loadState(opened.mapping, old);
  const after = await loadState(opened.mapping, current);
  return compareRecords({ old, new: current }, before, after);
}

/** A mapping's files in another place: the one file itself, or a folder that holds all of them. */
async function loadState(mapping: Mapping, place: string) {
  const { readState } = await import('../exchange/readState.ts');
  const [only] = mapping.files;
  const files = mapping.files.map((file) => ({
    ...file,
    path: mapping.files.length === 1 && only && !isFolder(place) ? place : `${place}/${file.written}`,
  }));
  const { records, problems } = await readState({ ...mapping, files }, readChunks);
  const [problem] = problems;
  if (problem)
    throw new UserError(
      `${problem.file} cannot be compared${problem.line > 0 ? `, line ${problem.line}` : ''}: ${problem.message}`,
    );
  return records;
}

function isFolder(path: string): boolean {
  return !isFile(path);
}

async function openSnapshot(path: string, scratch: string, like: IndexedSnapshot | null): Promise<IndexedSnapshot> {
  const read = await readSnapshot(path, scratch, like);
  if ('problem' in read) throw new UserError(`${path} cannot be compared. ${read.problem}`);
  return read;
}

/** @param scratch a folder that an archive is unpacked into */
async function readSnapshot(
  path: string,
  scratch: string,
  like: IndexedSnapshot | null,
): Promise<IndexedSnapshot | { problem: string }> {
  const [, revision, folder = 'dataset'] = /^git:([^:]+)(?::(.+))?$/s.exec(path) ?? [];
  if (revision !== undefined) {
    const texts = readCommittedFolder(folder, revision);
    return readDataset(new Map(Array.from(texts, ([name, text]) => [name, inMemory(text)])), like);
  }
  const opened = await openPath(path);
  if (opened.kind === 'folder') return readDataset(opened.files, like);
  if (path.endsWith('.jsonl')) return parseLedger(opened.file);
  await ensureFolder(scratch);
  const unpacked = await unpackArchive(opened.file, (name, pieces) => writeBelow(scratch, name, pieces));
  return 'problem' in unpacked ? unpacked : readSnapshot(scratch, scratch, like);
}
