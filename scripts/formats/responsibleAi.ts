// Answers of the datasheet and days of the votes → properties of Croissant's responsible-AI vocabulary.

import type { DatasetHead } from './datasetHead.ts';
import { readDatasheet } from './datasheet.ts';

/** The text properties of the vocabulary (version 1.0), and whether each may have several values. */
export const TEXT_PROPERTIES: Readonly<Record<string, 'one' | 'many'>> = {
  dataCollection: 'one',
  dataCollectionType: 'many',
  dataCollectionMissingData: 'one',
  dataCollectionRawData: 'one',
  dataPreprocessingProtocol: 'many',
  dataAnnotationProtocol: 'one',
  dataAnnotationPlatform: 'many',
  dataAnnotationAnalysis: 'many',
  annotationsPerItem: 'one',
  annotatorDemographics: 'many',
  machineAnnotationTools: 'many',
  dataImputationProtocol: 'one',
  dataManipulationProtocol: 'one',
  personalSensitiveInformation: 'many',
  dataReleaseMaintenancePlan: 'many',
  dataSocialImpact: 'one',
  dataBiases: 'many',
  dataLimitations: 'many',
  dataUseCases: 'many',
};

/**
 * The properties that the datasheet answers, by `rai:` name; none without a datasheet. `dataCollectionTimeframe`
 * wants dates and not words, so it comes
 * from the days of the first and the last vote.
 */
export function describeResponsibly({ datasheet, days }: Pick<DatasetHead, 'datasheet' | 'days'>): object {
  if (datasheet === null) return {};
  const answers = readDatasheet(datasheet).filter(({ text }) => text !== '');
  const described: Record<string, string | string[]> = {};
  for (const [property, cardinality] of Object.entries(TEXT_PROPERTIES)) {
    const texts = answers.filter(({ properties }) => properties.includes(property)).map(({ text }) => text);
    const [first, ...others] = texts;
    if (first === undefined) continue;
    described[`rai:${property}`] = others.length === 0 ? first : cardinality === 'one' ? texts.join('\n\n') : texts;
  }
  const [first] = days;
  if (first !== undefined) described['rai:dataCollectionTimeframe'] = [first, days.at(-1) ?? first];
  return described;
}
