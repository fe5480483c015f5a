// Project and its rows → the snapshot that is compared with releases.
import { listDatasetFiles } from '../formats/datasetFiles.ts';
import { newestRelease } from '../release/history.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import { type Snapshot, toSnapshotTable } from '../release/snapshot.ts';
import type { Check } from './checkProject.ts';
import type { Project } from './openProject.ts';

/** The state of today. Its version is that of the newest release until a plan gives it its own. */
export function takeSnapshot(
  { settings, vocabulary, history }: Project,
  { articles, entities }: Pick<Check, 'articles' | 'entities'>,
): Snapshot {
  return {
    version: newestRelease(history)?.version ?? '',
    license: settings.license,
    verdicts: vocabulary.lists.verdicts.map(({ id }) => id),
    files: listDatasetFiles(),
    tables: listReleasedTables().map((table) =>
      toSnapshotTable(
        table,
        table.key,
        table.name === 'entities' ? entities : articles.flatMap((rows) => rows[table.name as 'claims']),
      ),
    ),
  };
}
