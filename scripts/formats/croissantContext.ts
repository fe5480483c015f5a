// Croissant 1.1 → the words of its JSON-LD context.

export const CONFORMS_TO = 'http://mlcommons.org/croissant/1.1';
export const RAI_CONFORMS_TO = 'http://mlcommons.org/croissant/RAI/1.0';

/** The recommended context. The reference reader takes schema.org by `https` only, whatever the specification's appendix says. */
export const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  ...asTerms(['arrayShape', 'citeAs', 'column', 'containedIn']),
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...asTerms(['excludes', 'extract', 'field', 'fileObject', 'fileProperty', 'fileSet', 'format', 'includes']),
  ...asTerms(['isArray', 'isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'path']),
  prov: 'http://www.w3.org/ns/prov#',
  rai: 'http://mlcommons.org/croissant/RAI/',
  ...asTerms(['recordSet', 'references', 'regex', 'repeated', 'replace', 'samplingRate']),
  sc: 'https://schema.org/',
  ...asTerms(['sdVersion', 'separator', 'source', 'subField', 'transform', 'unArchive', 'value']),
};

function asTerms(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `cr:${name}`]));
}
