// Project → a digest of everything that a release says besides its rows.
import { hash } from 'node:crypto';
import { spliceCitation } from '../citation/spliceCitation.ts';
import { emptyMarkers } from '../formats/markers.ts';
import { handPart } from '../release/changelog.ts';
import type { Inputs } from '../release/snapshot.ts';
import { digestSchemas } from '../release/verifyContents.ts';
import type { Project } from './openProject.ts';
import { readSurroundings } from './surroundings.ts';

/**
 * SHA-256 by the name of a part. What a release writes itself, such as its version, counts for nothing.
 * Entities are left out: they are published as rows.
 */
export function describeInputs(project: Project): Inputs {
  const { vocabulary, settings, spellings, datasheet, changelog, licence, sources, citationFile } = project;
  const { verdicts, publishers, topics, licences, distortions } = vocabulary.lists;
  const citation = sources.find(({ file }) => file === citationFile)?.text ?? '';
  const parts: Record<string, string> = {
    changelog: handPart(changelog),
    citation: spliceCitation(citation, '', ''),
    config: JSON.stringify([
      settings.labelsLanguage,
      ...Object.values(settings.extra).filter(({ length }) => length > 0),
    ]),
    colours: JSON.stringify(verdicts.map(({ id, colour }) => [id, colour])),
    datasheet: emptyMarkers(datasheet ?? ''),
    ...(distortions.length === 0 ? {} : { distortions: JSON.stringify(distortions) }),
    documents: JSON.stringify(readSurroundings(project).documents.filter(({ id }) => id !== 'datasheet')),
    licence: licence ?? '',
    licences: JSON.stringify(licences),
    publishers: JSON.stringify(publishers),
    scale: JSON.stringify(verdicts.map((verdict) => ({ ...verdict, colour: undefined }))),
    spellings: JSON.stringify(spellings),
    topics: JSON.stringify(topics),
  };
  const digests = Object.entries(parts).map(([name, text]) => [name, hash('sha256', text, 'hex')] as const);
  return Object.fromEntries([...digests, ['schemas', digestSchemas(settings.extra)]]);
}
