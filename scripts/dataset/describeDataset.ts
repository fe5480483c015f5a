// A check and the files of rows → the files that describe the dataset, and what is said of all of them.
import { renderCitation } from '../citation/bibtex.ts';
import type { Check } from '../examine/check.ts';
import type { Dataset } from '../formats/dataset.ts';
import { type FileEntry, measureFile, renderChecksums, renderManifest } from '../formats/manifest.ts';
import { chooseExamples, fillMarkers, type MarkerValues, markerValues } from '../formats/markers.ts';
import type { Text } from '../formats/text.ts';
import { WHOLE_FORMATS } from '../formats/wholeFormats.ts';
import { describeInputs } from '../project/describeInputs.ts';
import type { Project } from '../project/openProject.ts';
import { listChanges } from '../release/listChanges.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import { versionOf } from '../release/version.ts';
import type { Edition } from '../schemas/published.ts';
import { compareCodePoints } from '../values/order.ts';

/** The files that describe a dataset, from its check and its files of rows as they were measured. */
export function describeDataset(project: Project, check: Check, tables: FileEntry[], edition: Edition): Dataset {
  const { settings, vocabulary } = project;
  const counts = check.tally.counts(vocabulary);
  const version = versionOf(project.history, check.snapshot);
  const changes = { [Symbol.iterator]: () => listChanges(project.history) };
  const texts = new Map<string, Text>();
  const entries = [...tables];
  const { labelsLanguage } = settings;
  const ofArticles = [...check.tally.byLanguage.keys()].sort(compareCodePoints);
  const languages = [...new Set([...(labelsLanguage === null ? [] : [labelsLanguage]), ...ofArticles])];
  const days = [...check.tally.byVoteDay.keys()].sort(compareCodePoints);
  // The datasheet is described with the numbers of this build, which the build writes into it afterwards.
  const datasheet =
    project.datasheet && fillMarkers(project.datasheet, proseValues(project, check, { counts, version })).text;
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
  const columns = listReleasedTables(settings.extra).map((table) => ({ name: table.name, columns: table.columns }));
  const inputs = describeInputs(project);
  const manifest = renderManifest({ name, title, version, license, tables: columns, inputs }, entries, counts);
  texts.set('manifest.json', manifest);
  const listed = [...entries, measureFile('manifest.json', manifest, null)];
  const sums = renderChecksums(listed);
  texts.set('SHA256SUMS', sums);
  return { entries, measured: [...listed, measureFile('SHA256SUMS', sums, null)], texts, counts, version };
}

/** Every value that a marker in the project's prose may ask for. */
export function proseValues(
  { vocabulary, settings }: Project,
  { examples }: Check,
  { counts, version }: Pick<Dataset, 'counts' | 'version'>,
): MarkerValues {
  const numbers = markerValues(counts, version, vocabulary, chooseExamples(examples, vocabulary));
  const bibtex = `\`\`\`bibtex\n${renderCitation(settings, version)}\n\`\`\``;
  return { ...numbers, year: settings.released?.slice(0, 4) ?? 'n.d.', bibtex };
}
