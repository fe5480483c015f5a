// Files of a release and a checkout of its source → whether the source gives the same bytes.
import { join } from 'node:path';
import type { ReadableFile } from '../formats/readableFile.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import { openJudged } from '../project/requireArticles.ts';
import { readManifest } from '../release/readDataset.ts';
import { CHECKSUMS, type ReleaseFiles, type Verification } from '../release/releaseFiles.ts';
import { digestOf } from '../release/verifyChecksums.ts';
import { TOOL } from '../values/tool.ts';
import { collectRelease, rewriteTexts } from './collectRelease.ts';
import { planRelease } from './planRelease.ts';
import { publishRows } from './publishRows.ts';
import { makeScratch } from './scratch.ts';

/**
 * The release, built again from a checkout without anything being written there, has the same files with the same
 * bytes.
 */
export function verifyRebuild(files: ReleaseFiles, source: string): Promise<Verification> {
  const name = 'rebuild';
  return withScratchFolder(async (folder) => {
    const scratch = await makeScratch(folder);
    const wishes = { date: null, today: '', atLeast: null };
    const { planned } = await planRelease(openJudged({ raw: join(source, 'raw') }), wishes, scratch);
    if (planned === null) return { name, problems: [`The labels in ${source} have errors.`] };
    if (planned.bump !== null) {
      const would = `they would be ${planned.version}`;
      return { name, problems: [`The labels in ${source} are not those of a release: ${would}.`] };
    }
    const dataset = await publishRows(planned, scratch.dataset);
    const built = await collectRelease(planned, scratch.dataset, rewriteTexts(planned, dataset), scratch.parts);
    const problems = compareTools(files);
    // A dataset folder has its own list of digests, and none of what goes with it.
    const isWhole = files.has('CITATION.cff');
    for (const [path, file] of built) {
      const given = files.get(path);
      if (!given && isWhole) problems.push(`${path} is built from ${source} and missing.`);
      else if (given && (isWhole || path !== CHECKSUMS) && !isSame(file, given))
        problems.push(`${path} is not what ${source} gives.`);
    }
    for (const path of files.keys()) if (!built.has(path)) problems.push(`${path} is not built from ${source}.`);
    return { name, problems };
  });
}

/** Other bytes are no wonder where another program writes them, so that is said first. */
function compareTools(files: ReleaseFiles): string[] {
  const manifest = readManifest(files);
  const tool = 'problem' in manifest ? undefined : manifest.tool;
  if (tool === undefined || (tool.name === TOOL.name && tool.version === TOOL.version)) return [];
  const [made, here] = [tool, TOOL].map(({ name, version }) => `${name} ${version}`);
  return [`It was made with ${made}, and this is ${here}: compare the bytes with that version.`];
}

function isSame(a: ReadableFile, b: ReadableFile): boolean {
  return a.size === b.size && digestOf(a) === digestOf(b);
}
