// Project → the files of the dataset, in a folder or only measured.

import { type Check, type CheckOptions, checkProject } from '../examine/checkProject.ts';
import { type FileEntry, measureFile, renderChecksums, renderManifest } from '../formats/manifest.ts';
import { chooseExamples, fillMarkers, type MarkerValues, markerValues } from '../formats/markers.ts';
import { WHOLE_FORMATS } from '../formats/wholeFormats.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import type { Project } from '../project/openProject.ts';
import { listChanges } from '../release/listChanges.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import { versionOf } from '../release/version.ts';
import type { ManifestCounts } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { compareCodePoints } from '../values/order.ts';
import { TableFiles } from './writeTables.ts';

/** What the manifest says of the files, what is in those that describe the dataset, and the counts. */
export interface Dataset {
  /** Every file but SHA256SUMS and the manifest, in the order in which they are written. */
  entries: FileEntry[];
  /** Every file. */
  measured: Omit<FileEntry, 'rows'>[];
  /** Text of the files that are no table, by path. */
  texts: Map<string, string>;
  counts: ManifestCounts;
  version: string;
}

/**
 * Checks the project and writes every file into `folder`, which must exist and be empty; with null nothing is written. The bytes depend on the project
 * alone. `dataset` is null where there is an error; what then lies in the folder is worth nothing.
 */
export async function renderDataset(
  project: Project,
  folder: string | null,
  options: Pick<CheckOptions, 'edition' | 'jobs' | 'recall' | 'onProgress'> = {},
): Promise<{ check: Check; dataset: Dataset | null }> {
  const { edition = 'public' } = options;
  const tables = new TableFiles(folder, edition, project, options.jobs);
  let check: Check;
  let entries: FileEntry[];
  try {
    check = await checkProject(project, { ...options, tables });
    tables.addEntities(check.entities, check.records);
    entries = await tables.finish();
  } finally {
    await tables.abandon();
  }
  if (check.summary.errors > 0) return { check, dataset: null };
  const dataset = describe(project, check, entries, edition);
  if (folder !== null) await writeFiles(folder, dataset.texts);
  return { check, dataset };
}

function describe(project: Project, check: Check, tables: FileEntry[], edition: Edition): Dataset {
  const { settings, vocabulary } = project;
  const counts = check.tally.counts(vocabulary);
  const version = versionOf(project.history, check.snapshot);
  const changes = listChanges(project.history);
  const texts = new Map<string, string>();
  const entries = [...tables];
  const languages = [...check.tally.byLanguage.keys()].sort(compareCodePoints);
  const days = [...check.tally.byVoteDay.keys()].sort(compareCodePoints);
  // The datasheet is described with the numbers of this build, which the build writes into it afterwards.
  const datasheet = project.datasheet && fillMarkers(project.datasheet, proseValues(project, check, version)).text;
  const rows = tables.filter((entry) => entry.rows !== null);
  const prose = { datasheet, languages, days };
  const head = { settings, version, vocabulary, counts, tables: rows, edition, changes, ...prose };
  for (const format of WHOLE_FORMATS) {
    if (!format.editions.includes(edition)) continue;
    const text = format.render(head);
    texts.set(format.path, text);
    entries.push(measureFile(format.path, text, null));
  }
  const { name, title, license } = settings;
  const columns = listReleasedTables().map((table) => ({ name: table.name, columns: table.columns }));
  const manifest = renderManifest({ name, title, version, license, tables: columns }, entries, counts);
  texts.set('manifest.json', manifest);
  const listed = [...entries, measureFile('manifest.json', manifest, null)];
  const sums = renderChecksums(listed);
  texts.set('SHA256SUMS', sums);
  return { entries, measured: [...listed, measureFile('SHA256SUMS', sums, null)], texts, counts, version };
}

/** Every value that a marker in the project's prose may ask for. */
export function proseValues({ vocabulary }: Project, { tally, examples }: Check, version: string): MarkerValues {
  return markerValues(tally.counts(vocabulary), version, vocabulary, chooseExamples(examples, vocabulary));
}
