// Record of a source → its values in the form of labels; what a label would not give back is kept as it is written.
import type { ClaimRole, Field, List, ListName, Mapping } from '../exchange/mapping.ts';
import { isTable, pointerInItem, pointerOf } from '../exchange/mapRecord.ts';
import { given } from '../exchange/missing.ts';
import { follow, rootItem } from '../exchange/path.ts';
import { LargeNumber } from '../exchange/readJson.ts';
import type { ForeignRecord, ListItem, Value } from '../exchange/record.ts';
import { extraKey, valueAt } from './extras.ts';
import { ADDRESS, type Form } from './forms.ts';
import { foldLines, toLine } from './lines.ts';
import type { Names } from './names.ts';
import type { Tally } from './tally.ts';

/** Where a value of the label stands in its record, and how it is written there; null where it cannot be. */
export interface Origin {
  pointer: string;
  write(value: unknown): string | null;
}

/** What the mapping of a source says, by role, and what its records share. */
export interface SourceContext {
  mapping: Mapping;
  fields: ReadonlyMap<string, Field>;
  names: Names;
  tally: Tally;
}

/** Reads one record. Every value that is read notes where it stands, and what is lost is kept in `extra`. */
export class RecordReader {
  readonly origins = new Map<string, Origin>();
  readonly extra = new Map<string, unknown>();
  readonly record: ForeignRecord;
  readonly mapping: Mapping;
  readonly fields: ReadonlyMap<string, Field>;
  readonly names: Names;
  readonly tally: Tally;

  constructor(record: ForeignRecord, { mapping, fields, names, tally }: SourceContext) {
    this.record = record;
    this.mapping = mapping;
    this.fields = fields;
    this.names = names;
    this.tally = tally;
  }

  /** The items of a list, none where the mapping has no such list. */
  items(name: ListName): { list: List; item: ListItem }[] {
    const list = this.mapping.lists.find((entry) => entry.name === name);
    return list ? (this.record.lists[name] ?? []).map((item) => ({ list, item })) : [];
  }

  /** The value of a role in its form; `path` is its place in the label. */
  role(role: ClaimRole, path: string, form: Form): string | null {
    const field = this.fields.get(role);
    if (!field) return null;
    const value = this.record.values[role];
    if (field.constant !== null) return form.read(field.constant);
    return this.take(field, value, pointerOf(field, this.record.file), path, form);
  }

  /** The same for a role of an item. */
  itemRole(list: List, item: ListItem, role: string, path: string, form: Form): string | null {
    const field = fieldOf(list, role);
    if (!field) return null;
    if (field.constant !== null) return form.read(field.constant);
    const read = this.take(field, item.values[role], pointerInItem(field, item, this.record.file), path, form);
    // A number of a list, or a part of a text, is no value that could be put in its place.
    if (field.steps.at(-1)?.kind === 'parent' || list.separator !== null) this.origins.delete(path);
    return read;
  }

  /** A value in its form; whatever the label would not give back is kept as it is, but for space and line breaks. */
  private take(field: Field, value: Value, pointer: string, path: string, form: Form): string | null {
    this.origins.set(path, { pointer, write: (changed) => form.write(String(changed)) });
    if (value === undefined || value === null) return null;
    if (this.isMissing(field, value, form.words)) {
      this.keep(pointer);
      if (foldLines(value) !== '') this.tally.add(field.path, 'placeholder, kept in extra');
      return null;
    }
    const read = form.read(value);
    if (read === null) {
      this.keep(pointer);
      this.tally.add(field.path, form === ADDRESS ? 'no web address, kept in extra' : 'kept in extra as written');
      return null;
    }
    if (form.write(read) !== foldLines(value)) {
      this.keep(pointer);
      this.tally.add(field.path, 'kept in extra as written');
    } else toLine(value, field.path, this.tally);
    return read;
  }

  private isMissing(field: Field, value: string, words: boolean): boolean {
    if (foldLines(value) === '' || field.none?.has(value.trim())) return true;
    if (this.mapping.missing) return this.mapping.missing.has(value);
    return words && given(foldLines(value)) === null;
  }

  /**
   * Several values of one role: what has a value that is none is kept whole, and so is another way of saying nothing
   * than an empty list of types or a place that is null.
   */
  listOf(role: 'types' | 'places', read: (text: string, field: Field) => string | null): string[] {
    const field = this.fields.get(role);
    if (!field) return [];
    const { file, value } = this.record;
    const pointer = pointerOf(field, file);
    const found = isTable(file)
      ? [valueAt(value, pointer)]
      : follow(rootItem(value), field.steps).map((at) => at.value);
    const texts = found.flat().filter((part) => part !== null && part !== undefined && part !== '');
    const values = texts.map((part) => (typeof part === 'string' ? read(part, field) : null));
    const good = values.filter((part) => part !== null);
    const isDouble = new Set(good).size < good.length;
    if (good.length < texts.length || isDouble) {
      this.keep(pointer);
      this.tally.add(field.path, isDouble ? 'names several, kept in extra' : 'not in the map, kept in extra');
    } else if (texts.length === 0 && found.some((part) => part === '' || (role === 'places') === Array.isArray(part)))
      this.keep(pointer, true);
    return [...new Set(good)];
  }

  /** Where the field of an item stands. */
  originIn(field: Field, item: ListItem, form: Form): Origin {
    const pointer = pointerInItem(field, item, this.record.file);
    return { pointer, write: (value) => form.write(String(value)) };
  }

  /** Keeps what has a role for which labels have no place. */
  keepRole(role: ClaimRole): void {
    const field = this.fields.get(role);
    if (field && field.constant === null) this.keep(pointerOf(field, this.record.file));
  }

  /** What stands in the columns of a list that the record has nothing of. */
  keepEmptyParts(): void {
    for (const { name, path, fields } of this.mapping.lists) {
      if (path !== '.' || (this.record.lists[name] ?? []).length > 0) continue;
      for (const field of fields) {
        const pointer = pointerOf(field, this.record.file);
        if (typeof valueAt(this.record.value, pointer) === 'string') this.keep(pointer);
      }
    }
  }

  /** The same for a role of an item. */
  keepItemRole(list: List, item: ListItem, role: string): void {
    const field = fieldOf(list, role);
    if (field && field.constant === null) this.keep(pointerInItem(field, item, this.record.file));
  }

  /** Keeps every value of a field that has no role. */
  keepField(field: Field): void {
    const { file, value } = this.record;
    if (isTable(file)) this.keep(pointerOf(field, file));
    else for (const { pointer } of follow(rootItem(value), field.steps)) this.keep(pointer, true);
  }

  /**
   * Keeps a value letter for letter; nothing where there is none, and an empty cell of a table is none. That a field is
   * null is said of those alone that have no role, since a label's own fields are null by saying nothing.
   */
  keep(pointer: string, nullToo = false): void {
    const { file, value } = this.record;
    const found = valueAt(value, pointer);
    if (found === undefined || (found === null && !nullToo) || (isTable(file) && found === '')) return;
    this.extra.set(extraKey(pointer), found instanceof LargeNumber ? found.text : found);
  }
}

/** The field of a list that has a role. */
export function fieldOf(list: List, role: string): Field | undefined {
  return list.fields.find((field) => field.role === role);
}
