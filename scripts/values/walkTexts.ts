// A value as YAML or JSON gives it → every text in it, with its place.
import { toPointer } from './jsonPointer.ts';

/** Calls back for every text below a value. `pointer` (RFC 6901) is made only when it is asked for. */
export function walkTexts(value: unknown, visit: (text: string, pointer: () => string) => void): void {
  const path: (string | number)[] = [];
  const walk = (node: unknown): void => {
    if (typeof node === 'string') visit(node, () => toPointer(path));
    else if (node !== null && typeof node === 'object')
      for (const [key, child] of Array.isArray(node) ? node.entries() : Object.entries(node)) {
        path.push(key);
        walk(child);
        path.pop();
      }
  };
  walk(value);
}
