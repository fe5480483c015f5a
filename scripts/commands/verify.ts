// A release → whether it is what it says, and what the labels give.

import { dirname, join, resolve } from 'node:path';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import type { ReadableFile } from '../formats/readableFile.ts';
import { openPath } from '../platform/readableFiles.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { writeBelow } from '../platform/writePieces.ts';
import { compress } from '../publish/compress.ts';
import { verifyRebuild } from '../publish/verifyRebuild.ts';
import { unpackArchive, verifyArchive } from '../release/archive.ts';
import type { ReleaseFiles, Verification } from '../release/releaseFiles.ts';
import { verifyRelease } from '../release/verifyRelease.ts';
import { capturesOption, type DefineCommand } from './command.ts';

export interface VerifyOptions {
  rebuild?: string;
  captures?: string;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('verify')
    .description('say whether a release is what it says')
    .argument('<path>', "an archive, a release's folder or a dataset folder")
    .option('--rebuild <dir>', 'a checkout that the release is built from again, to compare the bytes')
    .addOption(capturesOption())
    .action(async (path, options) => done(await verify(path, options, terminal)));
};

/**
 * `npm run verify -- PATH`: an archive, a release's folder, or a dataset folder. Says of every check that it holds,
 * what is wrong, or why it was not made. Exit code 1 where anything is wrong.
 */
export async function verify(path: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const opened = await openPath(path);
  const captures = options.captures === undefined ? null : await openFolder(options.captures);
  const finish = async (files: ReleaseFiles, results: readonly Verification[]) => {
    const rebuilt = options.rebuild === undefined ? [] : [await verifyRebuild(files, options.rebuild)];
    return report([...results, ...rebuilt], terminal);
  };
  if (opened.kind === 'folder') {
    const { files } = opened;
    return finish(
      files,
      verifyRelease(files, captures, await openNeighbours(path, files), isReleaseFolder(files)).results,
    );
  }
  return withScratchFolder(async (folder) => {
    const unpacked = await unpackArchive(opened.file, (name, pieces) => writeBelow(folder, name, pieces));
    if ('problem' in unpacked) return report([{ name: 'archive', problems: [unpacked.problem] }], terminal);
    const files = await openFolder(folder);
    const { results, manifest, date } = verifyRelease(files, captures);
    const names = manifest && { folder: `${manifest.name}-${manifest.version}`, date };
    const found = { folder: unpacked.folder, files };
    const own = await verifyArchive(opened.file, found, names, compress);
    return finish(files, [own, ...results]);
  });
}

/** A folder that holds anything that a release has besides its dataset is judged as a release. */
function isReleaseFolder(files: ReleaseFiles): boolean {
  const besides =
    /^(?:CITATION\.cff|LICENSE|DATASHEET\.md|CHANGELOG\.md|explorer\.html|(?:releases|schemas)\/.*|.*\.parquet)$/;
  return [...files.keys()].some((path) => besides.test(path));
}

/** What a dataset folder in its project has beside it: ledgers and CITATION.cff. A release's folder holds its own. */
async function openNeighbours(path: string, files: ReleaseFiles): Promise<ReleaseFiles> {
  const found = new Map<string, ReadableFile>();
  if (files.has('CITATION.cff')) return found;
  const parent = dirname(resolve(path));
  for (const name of ['releases', 'CITATION.cff']) {
    const opened = await openPath(join(parent, name)).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    if (opened?.kind === 'file') found.set(name, opened.file);
    else for (const [file, content] of opened?.files ?? []) found.set(`${name}/${file}`, content);
  }
  return found;
}

async function openFolder(path: string): Promise<ReleaseFiles> {
  const opened = await openPath(path);
  if (opened.kind === 'file') throw new UserError(`${path} is a file, not a folder.`);
  return opened.files;
}

function report(results: readonly Verification[], terminal: Terminal): number {
  for (const { name, problems, skipped } of results) {
    const state = problems.length > 0 ? 'FAILED' : skipped === undefined ? 'ok' : `not checked: ${skipped}`;
    terminal.out(`${name.padEnd(10)} ${state}\n`);
    for (const problem of problems) terminal.out(`  ${sanitiseForTerminal(problem)}\n`);
  }
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  terminal.out(failed === 0 ? 'The release is what it says.\n' : `${failed} of ${results.length} checks failed.\n`);
  return failed === 0 ? 0 : 1;
}
