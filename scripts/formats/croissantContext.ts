// Croissant 1.1 → the words of its JSON-LD context.

export const CONFORMS_TO = 'http://mlcommons.org/croissant/1.1';
export const RAI_CONFORMS_TO = 'http://mlcommons.org/croissant/RAI/1.0';

/**
 * The recommended context, whole: readers warn of a shorter one. The reference reader takes schema.org by `https`
 * only, whatever the appendix says.
 */
export const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  ...asTerms(['arrayShape', 'citeAs', 'column']),
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  description: { '@container': '@language' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...asTerms(['extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes']),
  ...asTerms(['isArray', 'isLiveDataset', 'jsonPath', 'key', 'md5']),
  name: { '@container': '@language' },
  ...asTerms(['parentField', 'path']),
  rai: 'http://mlcommons.org/croissant/RAI/',
  ...asTerms(['recordSet', 'references', 'regex', 'repeated', 'replace', 'samplingRate']),
  sc: 'https://schema.org/',
  ...asTerms(['separator', 'source', 'subField', 'transform']),
};

function asTerms(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `cr:${name}`]));
}
