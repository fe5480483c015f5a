// Checked project → the files of the dataset.
import { type FileEntry, measureFile, renderChecksums, renderManifest } from '../formats/manifest.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { WHOLE_FORMATS } from '../formats/wholeFormats.ts';
import { listChanges, listRecords } from '../release/records.ts';
import { versionOf } from '../release/version.ts';
import type { ManifestCounts } from '../schemas/generated/types.ts';
import type { Check } from './checkProject.ts';
import type { Project } from './openProject.ts';

/** The files by name, what the manifest says of them, and the counts. */
export interface Dataset {
  files: Map<string, string>;
  entries: FileEntry[];
  counts: ManifestCounts;
  version: string;
}

/** Renders every file. The bytes depend on the project alone. */
export function renderDataset(project: Project, check: Check, edition: Edition): Dataset {
  const { settings, vocabulary } = project;
  const files = new Map<string, string>();
  const tables: FileEntry[] = [];
  for (const format of listRowFormats(edition)) {
    const parts = partsOf(format, check);
    const text = format.opening + parts.map((rows) => format.render(rows)).join(format.separator) + format.closing;
    files.set(format.path, text);
    tables.push(
      measureFile(
        format.path,
        text,
        parts.reduce((sum, rows) => sum + rows.length, 0),
      ),
    );
  }
  const counts = check.tally.counts(vocabulary);
  const { history } = project;
  const snapshot = check.snapshot();
  const version = versionOf(history, snapshot);
  const released = { records: listRecords(history, snapshot), changes: listChanges(history) };
  const entries = [...tables];
  for (const format of WHOLE_FORMATS) {
    if (!format.editions.includes(edition)) continue;
    const text = format.render({ settings, version, vocabulary, counts, tables, edition, ...released });
    files.set(format.path, text);
    entries.push(measureFile(format.path, text, null));
  }
  const { name, title, license } = settings;
  const described = snapshot.tables.map(({ name: table, columns }) => ({ name: table, columns: [...columns] }));
  const manifest = renderManifest({ name, title, version, license, tables: described }, entries, counts);
  files.set('manifest.json', manifest);
  files.set('SHA256SUMS', renderChecksums([...entries, measureFile('manifest.json', manifest, null)]));
  return { files, entries, counts, version };
}

/** Rows of a format's table, article by article; articles without any are left out. */
function partsOf({ table }: RowFormat, check: Check): (readonly object[])[] {
  const parts = table === 'entities' ? [check.entities] : check.articles.map((rows): readonly object[] => rows[table]);
  return parts.filter((rows) => rows.length > 0);
}
