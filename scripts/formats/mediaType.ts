// Name of a file → its media type.
const MEDIA_TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonlines',
  jsonld: 'application/ld+json',
};

/** By the ending of the name; plain text where it is none of a data format. */
export function mediaType(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
}
