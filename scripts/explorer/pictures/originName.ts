// Publishers and entities → the name of an origin, with its own letters.
import type { EntityRow } from '../../schemas/generated/types.ts';

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

interface FoundOrigins {
  readonly origins: readonly { readonly id: string }[];
  readonly originNames: Readonly<Record<string, string>>;
}

/**
 * The names of the origins that the data names: the entity of that id, else a publisher of such evidence, else an
 * entity that is called so.
 */
export function nameOrigins({ origins, originNames }: FoundOrigins, entities: readonly EntityRow[]) {
  const names = new Map(entities.map(({ entity_id, name }) => [entity_id, name]));
  const spelled = new Map(
    entities.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => [toId(one), one] as const)).reverse(),
  );
  return Object.fromEntries(
    origins.flatMap(({ id }) => {
      const published = Object.hasOwn(originNames, id) ? originNames[id] : undefined;
      const name = names.get(id) ?? published ?? spelled.get(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

function toId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
