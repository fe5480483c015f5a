// A mapping and the fields that records have → fields that nobody has decided about, and those that no record has.
import type { Mapping } from './mapping.ts';
import type { Step } from './path.ts';

/** What is said of a field and of those in it. `whole`: it and all in it is mapped, kept or dropped. */
interface Branch {
  whole: boolean;
  seen: boolean;
  keys: Map<string, Branch>;
  each: Branch | null;
}

/** Knows which source fields a mapping names, and is shown every record. */
export class Coverage {
  private readonly root = newBranch();
  private readonly columns = new Set<string>();
  private readonly named = new Map<string, Branch>();
  private readonly told = new Set<string>();
  /** Columns of any table that was shown. */
  private readonly had = new Set<string>();

  constructor({ fields, lists, extra, dropped, declared }: Mapping, parse: (path: string) => Step[] | null) {
    for (const field of [...fields, ...extra]) this.add([field.steps], field.path);
    for (const path of [...dropped, ...Object.keys(declared.tallies ?? {}), ...derivedFields(declared)])
      this.add([parse(path) ?? []], path, dropped.includes(path));
    for (const list of lists) {
      if (list.separator !== null) this.add([list.steps], list.path);
      else for (const field of list.fields) this.add([list.steps, field.steps], list.path === '.' ? field.path : null);
    }
  }

  private add(parts: readonly (readonly Step[])[], column: string | null, optional = false): void {
    if (column !== null && column !== '') this.columns.add(column);
    const steps = parts.flat();
    // A number in a list is no field.
    if (steps.at(-1)?.kind === 'parent') return;
    const holders: Branch[] = [];
    let branch = this.root;
    for (const step of steps) {
      if (step.kind === 'key') {
        const next: Branch = branch.keys.get(step.key) ?? newBranch();
        branch.keys.set(step.key, next);
        branch = next;
      } else if (step.kind === 'each') {
        holders.push(branch);
        branch.each ??= newBranch();
        branch = branch.each;
      } else branch = this.holderOf(holders);
    }
    if (branch === this.root) return;
    branch.whole = true;
    if (column !== null && column !== '' && !optional) this.named.set(column, branch);
  }

  /** Where `^` leads from an item: to what holds its list. */
  private holderOf(holders: Branch[]): Branch {
    holders.pop();
    const list = holders.at(-1);
    return list?.each ?? this.root;
  }

  /** Columns of a table that nobody has decided about. */
  checkColumns(names: readonly string[]): string[] {
    for (const name of names) this.had.add(name);
    return names.filter((name) => !this.columns.has(name));
  }

  /** Fields of a JSON record that nobody has decided about, each told once: their JSON Pointers in this record. */
  checkRecord(value: object): string[] {
    const found: string[] = [];
    this.walk(value, this.root, '', '', found);
    return found;
  }

  private walk(value: object, branch: Branch, pointer: string, path: string, found: string[]): void {
    branch.seen = true;
    if (branch.whole) return;
    if (Array.isArray(value)) {
      const { each } = branch;
      if (!each) {
        // Items that a path names by number.
        for (const [key, next] of branch.keys)
          this.visit(value[Number(key)], next, `${pointer}/${key}`, `${path}.${key}`, found);
        return;
      }
      for (let i = 0; i < value.length; i++) this.visit(value[i], each, `${pointer}/${i}`, `${path}[]`, found);
      return;
    }
    for (const key in value) {
      const next = branch.keys.get(key);
      const name = path === '' ? key : `${path}.${key}`;
      if (next) this.visit((value as Record<string, unknown>)[key], next, `${pointer}/${key}`, name, found);
      else if (!this.told.has(name)) {
        this.told.add(name);
        found.push(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
    }
  }

  private visit(value: unknown, branch: Branch, pointer: string, path: string, found: string[]): void {
    branch.seen = true;
    if (value !== null && typeof value === 'object') this.walk(value, branch, pointer, path, found);
  }

  /** Fields of the record that the mapping names and that no record has. */
  listAbsent(): string[] {
    return [...this.named].filter(([path, branch]) => !branch.seen && !this.had.has(path)).map(([path]) => path);
  }
}

function newBranch(): Branch {
  return { whole: false, seen: false, keys: new Map(), each: null };
}

function derivedFields({ derived }: Mapping['declared']): string[] {
  return Object.entries(derived ?? {}).flatMap(([field, { from }]) => [field, from]);
}
