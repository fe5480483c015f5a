// Planned release and its built dataset → the files of its folder, and the archive's name.

import { join } from 'node:path';
import { type Dataset, renderDataset } from '../dataset/renderDataset.ts';
import { renderProse } from '../dataset/renderProse.ts';
import type { Check } from '../examine/checkProject.ts';
import { loadPath } from '../platform/loading.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import { UserError } from '../platform/userError.ts';
import { beside } from '../project/openProject.ts';
import type { ReleaseFiles } from '../release/archive.ts';
import { assembleRelease, COMPANIONS } from '../release/releaseFolder.ts';
import { renderParts } from './archiveParts.ts';
import type { PlannedRelease } from './planRelease.ts';

/** The top folder of a release's archive; the archive is called the same with `.tar.gz` behind. */
export function nameRelease({ project, version }: PlannedRelease): string {
  return `${project.settings.name}-${version}`;
}

/** What the release makes of the project's own texts, by their names; the same whether or not they have been written already. */
export function rewriteTexts(planned: PlannedRelease, check: Check, dataset: Dataset): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, rewrite] of Object.entries(planned.rewrite))
    texts.set(name, rewrite(readTextIfAny(beside(planned.project, name))));
  const prose = renderProse(planned.project, check, dataset, readTextIfAny);
  for (const [path, text] of prose.files) texts.set(path.slice(path.lastIndexOf('/') + 1), text);
  return texts;
}

/** Every file of the release's folder. `folder` holds the dataset as it was built; `texts` are those of {@link rewriteTexts}. */
export async function collectRelease(
  planned: PlannedRelease,
  folder: string,
  texts: ReadonlyMap<string, string>,
): Promise<Map<string, Uint8Array>> {
  const companions = new Map<string, Uint8Array>();
  for (const [name, source] of Object.entries(COMPANIONS)) {
    const text = texts.get(source) ?? readTextIfAny(beside(planned.project, source));
    if (text === null) throw new UserError(`A release needs ${beside(planned.project, source)}, and there is none.`);
    companions.set(name, Buffer.from(text));
  }
  const dataset = await filesOf(folder);
  const ledgers = new Map<string, Uint8Array>();
  for (const { version } of planned.project.history.ledgers) {
    const own = version === planned.ledger.version ? planned.ledger.text : null;
    const text = own ?? readTextIfAny(beside(planned.project, `releases/${version}.jsonl`)) ?? '';
    ledgers.set(`${version}.jsonl`, Buffer.from(text));
  }
  const parts = await renderParts(planned.project, dataset);
  return assembleRelease(new Map([...dataset, ...parts]), companions, ledgers);
}

/** Builds the release without writing anything into the project, and gives its files. */
export async function rebuildRelease(planned: PlannedRelease): Promise<Map<string, Uint8Array>> {
  return withScratchFolder(async (folder) => {
    const { check, dataset } = await renderDataset(planned.project, folder);
    if (dataset === null) throw new UserError('The project has errors now. Run `npm run validate`.');
    return collectRelease(planned, folder, rewriteTexts(planned, check, dataset));
  });
}

async function filesOf(folder: string): Promise<ReleaseFiles> {
  const loaded = await loadPath(join(folder));
  return loaded.kind === 'folder' ? loaded.files : new Map();
}
