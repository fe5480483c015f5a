// Project → the files of the dataset, in a folder or only measured.
import type { Check } from '../examine/check.ts';
import type { CheckOptions } from '../examine/checkOptions.ts';
import { checkProject } from '../examine/checkProject.ts';
import type { Part } from '../examine/part.ts';
import type { RowChoice } from '../examine/partFiles.ts';
import type { Dataset } from '../formats/dataset.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import type { Project } from '../project/openProject.ts';
import { describeDataset } from './describeDataset.ts';
import { JoinedFiles } from './joinedFiles.ts';

/**
 * Checks the project and writes every file into `folder`, which must exist and be empty; with null nothing is written.
 * The bytes depend on the project alone. `dataset` is null where there is an error; what then lies in the folder is
 * worth nothing.
 */
export async function renderDataset(
  project: Project,
  folder: string | null,
  options: Pick<CheckOptions, 'edition' | 'jobs' | 'cache' | 'compare' | 'handedOver' | 'onProgress'> = {},
): Promise<{ check: Check; dataset: Dataset | null }> {
  const { edition = 'public' } = options;
  const { check, entries } = await joinRows(project, folder, options);
  if (check.summary.errors > 0) return { check, dataset: null };
  const dataset = describeDataset(project, check, entries, edition);
  if (folder !== null) await writeFiles(folder, dataset.texts);
  return { check, dataset };
}

/**
 * Writes every file of a project that has no error from the parts of its articles, in order, which hold their rows; the
 * same bytes as {@link renderDataset}.
 */
export async function joinDataset(
  project: Project,
  parts: Iterable<Part>,
  check: Check,
  folder: string,
): Promise<void> {
  const files = new JoinedFiles(folder, 'public', project);
  try {
    await files.begin();
    for (const { rows } of parts) await files.add(rows);
    await files.addEntities(check.entities, check.records);
    const { texts } = describeDataset(project, check, await files.finish(), 'public');
    await writeFiles(folder, texts);
  } finally {
    await files.abandon();
  }
}

/**
 * Checks the project and writes the JSON Lines of every table into an empty folder; worth nothing where there is an
 * error.
 */
export async function writeJsonLines(project: Project, folder: string): Promise<Check> {
  return (await joinRows(project, folder, {}, 'json lines')).check;
}

/**
 * Checks the project and writes the files of rows that are wanted; `entries` are these as they were measured.
 */
export async function joinRows(
  project: Project,
  folder: string | null,
  options: CheckOptions,
  choice: RowChoice = 'rendered',
): Promise<{ check: Check; entries: FileEntry[] }> {
  const files = new JoinedFiles(folder, options.edition ?? 'public', project, choice);
  try {
    const check = await checkProject(project, { ...options, rows: files });
    await files.addEntities(check.entities, check.records);
    return { check, entries: await files.finish() };
  } finally {
    await files.abandon();
  }
}
