// Checked project → the files of the dataset.
import { type FileEntry, measureFile, renderChecksums, renderManifest } from '../formats/manifest.ts';
import { chooseExamples, fillMarkers, type MarkerValues, markerValues } from '../formats/markers.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { WHOLE_FORMATS } from '../formats/wholeFormats.ts';
import { versionOf } from '../release/version.ts';
import type { TableName } from '../schemas/generated/tables.ts';
import type { ManifestCounts } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
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
  const counts = check.tally.counts(vocabulary);
  const version = versionOf(settings);
  const files = new Map<string, string>();
  const tables: FileEntry[] = [];
  for (const format of listRowFormats(edition, project)) {
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
  const entries = [...tables];
  const { labelled, byLanguage } = check.tally;
  const languages = [...byLanguage.keys()].sort(compareCodePoints);
  // The datasheet is described with the numbers of this build, which the build writes into it afterwards.
  const datasheet =
    project.datasheet && fillMarkers(project.datasheet, proseValues(check, counts, version, vocabulary)).text;
  const head = { settings, version, vocabulary, counts, tables, edition, datasheet, languages, labelled };
  for (const format of WHOLE_FORMATS) {
    if (!format.editions.includes(edition)) continue;
    const text = format.render(head);
    files.set(format.path, text);
    entries.push(measureFile(format.path, text, null));
  }
  const { name, title, license } = settings;
  const manifest = renderManifest({ name, title, version, license }, entries, counts);
  files.set('manifest.json', manifest);
  files.set('SHA256SUMS', renderChecksums([...entries, measureFile('manifest.json', manifest, null)]));
  return { files, entries, counts, version };
}

/** Rows that a format lists, article by article; articles without any are left out. */
function partsOf({ table, keeps }: RowFormat, check: Check): (readonly object[])[] {
  const parts = [...listParts(table, check)];
  return parts.map((rows) => (keeps ? rows.filter(keeps) : rows)).filter((rows) => rows.length > 0);
}

/** Rows of a table in their order, article by article. */
export function* listParts(
  table: TableName,
  check: Pick<Check, 'articles' | 'entities'>,
): Generator<readonly object[]> {
  if (table === 'entities') yield check.entities;
  else for (const rows of check.articles) yield rows[table];
}

/** Every value that a marker in the project's prose may ask for. */
export function proseValues(
  check: Check,
  counts: ManifestCounts,
  version: string,
  vocabulary: Vocabulary,
): MarkerValues {
  const claims = check.articles.flatMap((rows) => rows.claims);
  return markerValues(counts, version, vocabulary, chooseExamples(claims, vocabulary));
}
