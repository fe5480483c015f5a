// A file → why it is too large to be judged, so that nothing that a file may hold takes time or memory without bound.

/** Characters of YAML: a hundred times what an honest file needs, and few enough to be parsed with positions. */
const MOST_YAML = { article: 4, other: 16 } as const;
const MIB = 1024 * 1024;
/** Characters on one line. */
export const LONGEST_LINE = 256 * 1024;
/**
 * Keys, values and list entries: three thousand claims in one article, a hundred thousand entries in one vocabulary.
 */
const MOST_VALUES = { article: 100_000, other: 1_000_000 } as const;

export type DocumentKind = keyof typeof MOST_YAML;

/** What is too large about a file's text, in a sentence, or null. `yaml` is the part that is parsed. */
export function findOversize(text: string, yaml: string, kind: DocumentKind): string | null {
  return yaml.length > MOST_YAML[kind] * MIB
    ? `It holds more than ${MOST_YAML[kind]} MiB of YAML.`
    : findLongLine(text);
}

function findLongLine(text: string): string | null {
  if (text.length <= LONGEST_LINE) return null;
  for (let start = 0, line = 1; start < text.length; line++) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start > LONGEST_LINE) return `Line ${line} is longer than ${LONGEST_LINE / 1024} KiB.`;
    start = end + 1;
  }
  return null;
}

/** Whether a file may hold so many values. */
export function mayHold(values: number, kind: DocumentKind): boolean {
  return values <= MOST_VALUES[kind];
}

/** What is too much about a file's value, in a sentence, or null. */
export function findExcess(value: unknown, kind: DocumentKind): string | null {
  return mayHold(countValues(value, MOST_VALUES[kind]), kind)
    ? null
    : `It holds more than ${MOST_VALUES[kind]} values.`;
}

/** How many values there are below a value; stops counting above `most`. */
function countValues(value: unknown, most: number): number {
  if (value === null || typeof value !== 'object') return 1;
  let count = 1;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    count += countValues(item, most - count);
    if (count > most) break;
  }
  return count;
}
