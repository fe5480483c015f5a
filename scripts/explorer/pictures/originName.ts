// The publisher of a piece of evidence → the name of the origin that stands in it, with its own letters.

/** How much of a publisher's name the name of the origin was: all of it is surer than a part. */
export interface FoundName {
  readonly name: string;
  readonly whole: boolean;
}

/**
 * The name that an origin has in a publisher's name: `NBC News` for `nbc-news` in `NBC News via CNBC`. Null where it is
 * not in it; the id alone does not tell which letters are large.
 */
export function findOriginName(origin: string, publisher: string): FoundName | null {
  const [first = ''] = publisher.split(/ via | \(/);
  for (const name of [publisher, first.trim()]) {
    const id = toId(name);
    if (id === origin || id === `the-${origin}` || `the-${id}` === origin) return { name, whole: name === publisher };
  }
  return null;
}

function toId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
