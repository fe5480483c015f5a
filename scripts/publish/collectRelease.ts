// Planned release and its dataset → the files of its folder, and the archive's name.
import { renderProse } from '../dataset/renderProse.ts';
import { inMemory, type ReadableFile } from '../formats/readableFile.ts';
import { openPath } from '../platform/readableFiles.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { beside, readBeside } from '../project/openProject.ts';
import type { ReleaseFiles } from '../release/releaseFiles.ts';
import { assembleRelease, COMPANIONS } from '../release/releaseFolder.ts';
import { renderParts } from './archiveParts.ts';
import type { PlannedRelease } from './planRelease.ts';
import type { Published } from './publishRows.ts';

/** The top folder of a release's archive; the archive is called the same with `.tar.gz` behind. */
export function nameRelease({ project, version }: PlannedRelease): string {
  return `${project.settings.name}-${version}`;
}

/**
 * What the release makes of the project's own texts, by their names; the same whether or not they have been written
 * already.
 */
export function rewriteTexts(planned: PlannedRelease, dataset: Published): Map<string, string> {
  const { project, rewrite, rows } = planned;
  const texts = new Map<string, string>();
  for (const [name, rewriteText] of Object.entries(rewrite)) texts.set(name, rewriteText(readBeside(project, name)));
  const prose = renderProse(project, rows.check, dataset, (path) => readTextIfAny(path, project.home));
  for (const [path, text] of prose.files) texts.set(path.slice(path.lastIndexOf('/') + 1), text);
  return texts;
}

/**
 * Every file of the release's folder. `folder` holds the dataset as it was built; `texts` are those of
 * {@link rewriteTexts}; `scratch` is an empty folder for what is made on the way.
 */
export async function collectRelease(
  { project, ledger }: PlannedRelease,
  folder: string,
  texts: ReadonlyMap<string, string>,
  scratch: string,
): Promise<ReleaseFiles> {
  const companions = new Map<string, ReadableFile>();
  for (const [name, source] of Object.entries(COMPANIONS)) {
    const text = texts.get(source) ?? readBeside(project, source);
    if (text === null) throw new UserError(`A release needs ${beside(project, source)}, and there is none.`);
    companions.set(name, inMemory(text));
  }
  const dataset = await openPath(folder);
  if (dataset.kind === 'file') throw new UserError(`${folder} is a file, not a folder.`);
  const ledgers = new Map<string, ReadableFile>();
  for (const { version } of project.history.ledgers) {
    const own = version === ledger.version ? ledger.file : null;
    const opened = own ?? (await openPath(beside(project, `releases/${version}.jsonl`)));
    if ('size' in opened) ledgers.set(`${version}.jsonl`, opened);
    else if (opened.kind === 'file') ledgers.set(`${version}.jsonl`, opened.file);
  }
  const parts = await renderParts(project, folder, scratch);
  return assembleRelease(new Map([...dataset.files, ...parts]), companions, ledgers, project.settings.extra);
}
