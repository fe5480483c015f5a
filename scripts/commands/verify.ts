// A release → whether it is what it says, and what the labels give.

import { dirname, join, resolve } from 'node:path';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { loadPath } from '../platform/loading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject } from '../project/openProject.ts';
import { rebuildRelease } from '../publish/collectRelease.ts';
import { planNext } from '../publish/planRelease.ts';
import { type ReleaseFiles, unpackArchive, verifyArchive } from '../release/archive.ts';
import type { Verification } from '../release/verifyChecksums.ts';
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
 * `npm run verify -- PATH`: an archive, a release's folder, or a dataset folder. Says of every check that it holds, what is wrong, or why it was not made.
 * Exit code 1 where anything is wrong.
 */
export async function verify(path: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const loaded = await loadPath(path);
  const captures = options.captures === undefined ? null : await loadFolder(options.captures);
  const results: Verification[] = [];
  let files: ReleaseFiles;
  if (loaded.kind === 'file') {
    const unpacked = await unpackArchive(loaded.bytes);
    if ('problem' in unpacked) return report([{ name: 'archive', problems: [unpacked.problem] }], terminal);
    files = unpacked.files;
    const { results: inner, dataset, date } = verifyRelease(files, captures);
    const names = dataset && { folder: `${dataset.manifest.name}-${dataset.manifest.version}`, date };
    results.push(await verifyArchive(loaded.bytes, unpacked, names), ...inner);
  } else {
    files = loaded.files;
    results.push(...verifyRelease(files, captures, await loadNeighbours(path, files)).results);
  }
  if (options.rebuild !== undefined) results.push(await verifyRebuild(files, options.rebuild));
  return report(results, terminal);
}

/** What a dataset folder in its project has beside it: ledgers and CITATION.cff. A release's folder holds its own. */
async function loadNeighbours(path: string, files: ReleaseFiles): Promise<ReleaseFiles> {
  const found = new Map<string, Uint8Array>();
  if (files.has('CITATION.cff')) return found;
  const parent = dirname(resolve(path));
  for (const name of ['releases', 'CITATION.cff']) {
    const loaded = await loadPath(join(parent, name)).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    });
    if (loaded?.kind === 'file') found.set(name, loaded.bytes);
    else for (const [file, bytes] of loaded?.files ?? []) found.set(`${name}/${file}`, bytes);
  }
  return found;
}

async function loadFolder(path: string): Promise<ReleaseFiles> {
  const loaded = await loadPath(path);
  if (loaded.kind === 'file') throw new UserError(`${path} is a file, not a folder.`);
  return loaded.files;
}

/** The release, built again from a checkout, has the same files with the same bytes. */
async function verifyRebuild(files: ReleaseFiles, source: string): Promise<Verification> {
  const name = 'rebuild';
  const wishes = { date: null, today: '', atLeast: null };
  const { planned } = await planNext(openProject({ raw: join(source, 'raw') }), wishes);
  if (planned === null) return { name, problems: [`The labels in ${source} have errors.`] };
  if (planned.bump !== null)
    return {
      name,
      problems: [`The labels in ${source} are not those of a release: they would be ${planned.version}.`],
    };
  const built = await rebuildRelease(planned);
  const problems: string[] = [];
  // A dataset folder has its own list of digests, and none of what goes with it.
  const isWhole = files.has('CITATION.cff');
  for (const [path, bytes] of built) {
    const file = files.get(path);
    if (!file && isWhole) problems.push(`${path} is built from ${source} and missing.`);
    else if (file && (isWhole || path !== 'SHA256SUMS') && !Buffer.from(bytes).equals(file))
      problems.push(`${path} is not what ${source} gives.`);
  }
  for (const path of files.keys()) if (!built.has(path)) problems.push(`${path} is not built from ${source}.`);
  return { name, problems };
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
