// Project and its built dataset → what a release holds besides: formats that are not committed.
import type { ReleaseFiles } from '../release/archive.ts';
import type { Project } from './openProject.ts';

/** A format that only releases hold: files by their path in the release's folder. */
export type ArchivePart = (project: Project, dataset: ReleaseFiles) => Promise<ReleaseFiles>;

const PARTS: readonly ArchivePart[] = [];

/** Renders every part. */
export async function renderParts(project: Project, dataset: ReleaseFiles): Promise<ReleaseFiles> {
  const files = new Map<string, Uint8Array>();
  for (const part of PARTS) for (const [path, bytes] of await part(project, dataset)) files.set(path, bytes);
  return files;
}
