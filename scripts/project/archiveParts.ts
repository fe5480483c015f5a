// Project and its built dataset → what a release holds besides: formats that are not committed.
import type { ReleaseFiles } from '../release/archive.ts';
import { readDataset } from '../release/readDataset.ts';
import type { Project } from './openProject.ts';

/** A format that only releases hold: files by their path in the release's folder. `dataset` are the files of the dataset. */
export type ArchivePart = (project: Project, dataset: ReleaseFiles) => Promise<ReleaseFiles>;

const PARTS: readonly ArchivePart[] = [makeParquet];

/** Renders every part. */
export async function renderParts(project: Project, dataset: ReleaseFiles): Promise<ReleaseFiles> {
  const files = new Map<string, Uint8Array>();
  for (const part of PARTS) for (const [path, bytes] of await part(project, dataset)) files.set(path, bytes);
  return files;
}

async function makeParquet(_: Project, files: ReleaseFiles): Promise<ReleaseFiles> {
  const { renderParquet } = await import('../formats/parquet.ts');
  const dataset = readDataset(files);
  if ('problem' in dataset) throw new Error(dataset.problem);
  return renderParquet((table) => dataset.rows.get(table) ?? []);
}
