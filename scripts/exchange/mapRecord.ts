// A record as it was written and a mapping → its values by role.
import { fromPointer } from '../values/jsonPointer.ts';
import { foldNative } from '../vocabulary/verdictMap.ts';
import type { ClaimRole, Field, List, ListName, Mapping, SourceFile } from './mapping.ts';
import { escapeToken, follow, type Item, rootItem } from './path.ts';
import { toText } from './readJson.ts';
import type { ForeignRecord, ListItem, RawRecord, Value } from './record.ts';

/** Roles of items that have several values. */
const PLURAL: ReadonlySet<string> = new Set(['votes', 'sentences']);

/** A table's column is called as the whole path; in JSON a path is followed. */
export function isTable({ format }: SourceFile): boolean {
  return format === 'csv' || format === 'tsv' || format === 'xlsx';
}

/** Applies a mapping to one record. */
export function mapRecord(mapping: Mapping, file: SourceFile, raw: RawRecord): ForeignRecord {
  const table = isTable(file);
  const root = rootItem(raw.value);
  const values: Partial<Record<ClaimRole, Value>> = {};
  let verdict: string | null = null;
  for (const field of mapping.fields) {
    const value = readField(field, root, table);
    values[field.role as ClaimRole] = value;
    if (field.role === 'verdict') verdict = mapValue(field, value);
  }
  const lists: Partial<Record<ListName, ListItem[]>> = {};
  for (const list of mapping.lists) lists[list.name] = readList(list, root, table);
  const extra: Record<string, Value> = {};
  for (const field of mapping.extra) extra[field.path] = readField(field, root, table);
  const split =
    file.split ?? (values.split === undefined || values.split === null || values.split === '' ? null : values.split);
  return { ...raw, file, split, values, verdict, lists, extra };
}

/**
 * A native value's target; the value itself without outer space where there is no map; null where it is missing or
 * unknown to the map.
 */
export function mapValue({ map }: Field, value: Value): string | null {
  if (value === undefined || value === null || value.trim() === '') return null;
  return map ? (map.get(foldNative(value)) ?? null) : value.trim();
}

function readField(field: Field, item: Item, table: boolean): Value {
  if (field.constant !== null) return field.constant;
  if (table && item.parent === null && typeof item.value === 'object')
    return field.path === '.' ? null : toText((item.value as Record<string, unknown>)[field.path]);
  return toText(follow(item, field.steps)[0]?.value);
}

function readList(list: List, root: Item, table: boolean): ListItem[] {
  const items = listItems(list, root, table).map((item) => readItem(list, item, table));
  // The record itself is no item where it has none of the parts; what stands in a list is one, and has its number
  // there.
  return list.path === '.' ? items.filter(isGiven) : items;
}

/** The items of a list, before they are read. */
function listItems({ path, steps, separator }: List, root: Item, table: boolean): Item[] {
  if (path === '.') return [root];
  const found: Item[] =
    table && separator !== null
      ? [
          {
            ...root,
            value: (root.value as Record<string, unknown>)[path],
            pointer: `/${escapeToken(path)}`,
            parent: root,
          },
        ]
      : follow(root, steps);
  if (separator === null) return found.filter(({ value }) => value !== undefined && value !== null);
  return found.flatMap((item) =>
    (toText(item.value) ?? '')
      .split(separator)
      .map((part, index): Item => ({ value: part.trim(), pointer: item.pointer, parent: item, index }))
      .filter(({ value }) => value !== ''),
  );
}

function readItem({ fields }: List, item: Item, table: boolean): ListItem {
  const values: Record<string, Value> = {};
  const many: Record<string, Value[]> = {};
  for (const field of fields) {
    if (PLURAL.has(field.role)) many[field.role] = follow(item, field.steps).map(({ value }) => toText(value));
    else values[field.role] = readField(field, item, table);
  }
  return { pointer: item.pointer, holder: item.parent?.pointer ?? '', values, many };
}

/** Whether any part is there. */
function isGiven({ values, many }: ListItem): boolean {
  for (const role in values) {
    const value = values[role];
    if (value !== undefined && value !== null && value.trim() !== '') return true;
  }
  for (const role in many) if ((many[role] as readonly Value[]).length > 0) return true;
  return false;
}

/** JSON Pointer, inside the record, of the value that a field of the record has. */
export function pointerOf(field: Field, file: SourceFile): string {
  if (isTable(file) || field.constant !== null) return field.path === '' ? '' : `/${escapeToken(field.path)}`;
  return field.steps.map((step) => (step.kind === 'key' ? `/${escapeToken(step.key)}` : '')).join('');
}

/** JSON Pointer, inside the record, of the value that a field of an item has. */
export function pointerInItem(field: Field, item: ListItem, file: SourceFile): string {
  if (isTable(file)) return item.pointer === '' ? `/${escapeToken(field.path)}` : item.pointer;
  let tokens = fromPointer(item.pointer);
  for (const step of field.steps) {
    if (step.kind === 'key') tokens.push(step.key);
    else if (step.kind === 'parent') tokens = fromPointer(item.holder);
  }
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}
