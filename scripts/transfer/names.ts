// Names and hosts of a source → ids of the vocabularies, and the entries that they lack.
import { hash } from 'node:crypto';
import type { RawEntities, RawPublishers } from '../schemas/generated/types.ts';
import { toSlug } from '../values/slug.ts';
import { foldSpelling } from '../values/spelling.ts';
import { hostOf } from '../values/webHost.ts';
import { splitArchived } from '../values/webPage.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** An id of more characters is cut, and told from others by its digest. */
const LONGEST = 60;

/**
 * What the vocabularies are asked for, and what they lack so far; the same names in the same order give the same ids.
 */
export class Names {
  readonly newEntities: RawEntities = [];
  readonly newPublishers: RawPublishers = [];
  private readonly entities = new Map<string, string>();
  private readonly entityNames = new Map<string, string>();
  private readonly hosts = new Map<string, string>();
  private readonly publishers = new Map<string, string>();
  private readonly publisherNames = new Map<string, string>();
  private readonly entityIds: Set<string>;
  private readonly publisherIds: Set<string>;

  constructor({ lists }: Pick<Vocabulary, 'lists'>) {
    for (const { id, name, aliases = [] } of lists.entities) {
      this.entityNames.set(id, name);
      for (const spelling of [name, ...aliases]) keep(this.entities, keyOf(spelling), id);
    }
    for (const { id, name, domains = [] } of lists.publishers) {
      this.publisherNames.set(id, name);
      keep(this.publishers, keyOf(name), id);
      for (const host of domains) keep(this.hosts, host.replace(/^www\./, ''), id);
    }
    this.entityIds = new Set(lists.entities.map(({ id }) => id));
    this.publisherIds = new Set(lists.publishers.map(({ id }) => id));
  }

  /** The entity of that name, in any spelling; null where no entity can be called so, since `|` joins lists. */
  entityOf(name: string): string | null {
    if (name.includes('|')) return null;
    const key = keyOf(name);
    const known = this.entities.get(key);
    if (known !== undefined) return known;
    const id = makeId(name, key, this.entityIds);
    this.entities.set(key, id);
    this.entityNames.set(id, name);
    this.newEntities.push({ id, name, kind: 'unknown' } as unknown as RawEntities[number]);
    return id;
  }

  /** The publisher of a page, by its host; `name` is what it is called where the source says so. */
  publisherAt(address: string, name: string | null = null): string {
    const host = hostOf(splitArchived(address)?.address ?? address);
    const known = this.hosts.get(host);
    if (known !== undefined) return known;
    const domains = /^[a-z0-9.-]+$/.test(host) ? [host] : [];
    const called = name === null ? undefined : this.publishers.get(keyOf(name));
    if (called === undefined)
      return this.addPublisher(name ?? host, `host ${host}`, this.hosts, host, domains.length > 0 ? { domains } : {});
    // The same name at another host is the same publisher.
    this.hosts.set(host, called);
    const entry = this.newPublishers.find(({ id }) => id === called);
    if (entry) entry.domains = [...(entry.domains ?? []), ...domains];
    return called;
  }

  /** The publisher of that name, in any spelling. */
  publisherCalled(name: string): string {
    return this.publishers.get(keyOf(name)) ?? this.addPublisher(name, keyOf(name), this.publishers, keyOf(name), {});
  }

  private addPublisher(name: string, seed: string, by: Map<string, string>, key: string, more: { domains?: string[] }) {
    const id = makeId(name, seed, this.publisherIds);
    by.set(key, id);
    keep(this.publishers, keyOf(name), id);
    this.publisherNames.set(id, name);
    this.newPublishers.push({ id, name, ...more });
    return id;
  }

  nameOfEntity(id: string): string | null {
    return this.entityNames.get(id) ?? null;
  }

  nameOfPublisher(id: string): string | null {
    return this.publisherNames.get(id) ?? null;
  }
}

function keep(map: Map<string, string>, key: string, id: string): void {
  if (!map.has(key)) map.set(key, id);
}

/** Names that differ in spelling alone have the same key. */
function keyOf(name: string): string {
  const folded = foldSpelling(name);
  return folded === '' ? name : folded;
}

function makeId(name: string, key: string, taken: Set<string>): string {
  const digest = hash('sha256', key, 'hex').slice(0, 8);
  const slug = toSlug(name) ?? '';
  const short = slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST).replace(/-+$/, '')}-${digest}`;
  const plain = /^[a-z]/.test(short) ? short : `e-${digest}`;
  // Two names may have the same letters: the second has its digest behind them.
  const id = !taken.has(plain) ? plain : `${plain}-${digest}`;
  if (taken.has(id)) throw new Error(`Two names have the digest ${digest}.`);
  taken.add(id);
  return id;
}
