// Planned release → everything that it writes, in an order in which it can stop at any moment and begin again.
import { join } from 'node:path';
import { PROSE } from '../dataset/renderProse.ts';
import { listDatasetFiles } from '../formats/datasetFiles.ts';
import { emptyMarkers } from '../formats/markers.ts';
import { ByteFollower, type ReadableFile } from '../formats/readableFile.ts';
import { ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { compareFiles, listOwned } from '../platform/folderFiles.ts';
import { replaceFolder } from '../platform/folderSwap.ts';
import { openRegular } from '../platform/readableFiles.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { listUncommitted, readCommitted } from '../platform/workingTree.ts';
import { writePiecesAtomic } from '../platform/writePieces.ts';
import { beside, type Project, readBeside, toPath } from '../project/openProject.ts';
import { packArchive } from '../release/archive.ts';
import { collectRelease, nameRelease, rewriteTexts } from './collectRelease.ts';
import { compress } from './compress.ts';
import type { PlannedRelease } from './planRelease.ts';
import { publishRows } from './publishRows.ts';

const TEXTS = new Set<string>(['CITATION.cff', 'CHANGELOG.md', ...PROSE]);

/** Whether a release writes a file of the project, by its path in it; the archive is none. */
export function isWrittenByRelease(path: string): boolean {
  return TEXTS.has(path) || /^(?:dataset\/|releases\/[^/]+\.jsonl$)/.test(path);
}

/**
 * Why the working tree makes a release impossible whatever it would hold: it is no repository, or files are not
 * committed that no release writes. Those that it writes in part are for {@link refuseUncommitted}.
 * @param out the folder that the archive is written to
 */
export function listForeign(project: Project, out: string): string[] {
  const archives = `${toPath(out)}/`;
  try {
    const foreign = listUncommitted(project.home).filter(
      (path) => !isWrittenByRelease(path) && !beside(project, path).startsWith(archives),
    );
    return foreign.length === 0 ? [] : [sayUncommitted(foreign)];
  } catch (error) {
    if (error instanceof UserError) return [error.message];
    throw error;
  }
}

function sayUncommitted(paths: readonly string[]): string {
  const names = paths.slice(0, 5).join(', ') + (paths.length > 5 ? ', …' : '');
  return `A release is made of what is committed, and these are not: ${names}. Commit them, or put them back.`;
}

/** What has just been written; what follows has not begun. */
export type ReleaseStep = 'citation' | 'changelog' | 'dataset' | 'prose' | 'archive' | 'ledger';

export interface WrittenRelease {
  archive: string;
  bytes: number;
  sha256: string;
}

/**
 * Refuses (UserError) where a file that the release does not write itself is not committed. Files that it writes in
 * part must be as committed but for that part: what is released must be what whoever looks at the commit sees.
 * @param out the folder that the archive is written to
 */
export function refuseUncommitted(planned: PlannedRelease, out: string): void {
  const { home } = planned.project;
  const archive = toPath(join(out, `${nameRelease(planned)}.tar.gz`));
  const own = new Set([beside(planned.project, `releases/${planned.version}.jsonl`), archive]);
  const rewrites: Record<string, (text: string | null) => string | null> = { ...planned.rewrite };
  for (const name of PROSE) rewrites[name] = (text) => text && emptyMarkers(text);
  const foreign = listUncommitted(home).filter((path) => {
    if (path.startsWith('dataset/') || own.has(beside(planned.project, path))) return false;
    const rewrite = Object.hasOwn(rewrites, path) ? rewrites[path] : undefined;
    if (!rewrite) return true;
    const now = readBeside(planned.project, path);
    return now === null || rewrite(now) !== rewrite(readCommitted(home, path));
  });
  if (foreign.length === 0) return;
  throw new UserError(sayUncommitted(foreign));
}

/**
 * Writes citation, changelog, dataset, prose and archive, and the ledger last: until it stands nothing has been
 * released, and the next run does the same again; when it stands all else does.
 * @param scratch an empty folder for what is made on the way
 */
export async function writeRelease(
  planned: PlannedRelease,
  out: string,
  scratch: string,
  onStep: (step: ReleaseStep) => void = () => {},
): Promise<WrittenRelease> {
  const { project, version, date, rewrite, ledger } = planned;
  const write = async (name: string, text: string) => {
    const path = beside(project, name);
    if (readTextIfAny(path) !== text) await writeFileAtomic(path, text);
  };
  const rewritten = (name: keyof typeof rewrite) => rewrite[name](readBeside(project, name));
  await write('CITATION.cff', rewritten('CITATION.cff'));
  onStep('citation');
  await write('CHANGELOG.md', rewritten('CHANGELOG.md'));
  onStep('changelog');
  const folder = beside(project, 'dataset');
  const owned = new Set([...listOwned(folder), ...listDatasetFiles('public', project)]);
  const dataset = await replaceFolder(folder, (staging) => publishRows(planned, staging), {
    owned: (path) => owned.has(path),
  });
  onStep('dataset');
  const prose = rewriteTexts(planned, dataset);
  for (const [name, text] of prose) await write(name, text);
  onStep('prose');
  if (compareFiles(folder, dataset.measured).length > 0)
    throw new UserError(`${folder} was changed while version ${version} was made. Run the command again.`);
  const files = await collectRelease(planned, folder, prose, scratch);
  const archive = join(out, `${nameRelease(planned)}.tar.gz`);
  await ensureFolder(out);
  const packed = packArchive(nameRelease(planned), files, date, compress);
  const made = ledger.file === null ? openRegular(archive) : null;
  const pieces = made !== null && 'content' in made ? refuseOtherBytes(packed, made.content, archive) : packed;
  const measure = await writePiecesAtomic(archive, pieces);
  onStep('archive');
  if (ledger.file !== null) {
    await ensureFolder(beside(project, 'releases'));
    await writePiecesAtomic(beside(project, `releases/${version}.jsonl`), ledger.file.pieces());
  }
  onStep('ledger');
  return { archive, ...measure };
}

/** The same pieces. Throws (UserError) where an archive that was made before holds other bytes. */
async function* refuseOtherBytes(
  pieces: AsyncIterable<Uint8Array>,
  made: ReadableFile,
  path: string,
): AsyncGenerator<Uint8Array> {
  const follower = new ByteFollower(made);
  const refusal = `${path} holds other bytes than are made now, and a version that was released is never made with others. It stays as it is; move it away if it is damaged.`;
  for await (const piece of pieces) {
    if (!follower.goesOn(piece)) throw new UserError(refusal);
    yield piece;
  }
  if (!follower.isAtEnd()) throw new UserError(refusal);
}
