// A text → why it is too large to be judged, so that nothing that a file may hold takes time or memory without bound.
import type { Draft } from './document.ts';

/** Characters of YAML in one file: a thousand times what an honest article needs, and few enough to be parsed with positions. */
const MOST_YAML = 4 * 1024 * 1024;
/** Characters on one line. */
const LONGEST_LINE = 256 * 1024;

/** What is too large about a file, or null. `yaml` is the part that is parsed. */
export function findOversize(file: string, text: string, yaml: string): Draft | null {
  if (yaml.length > MOST_YAML) {
    return {
      code: 'A01',
      file,
      message: `The file cannot be read. It holds more than ${MOST_YAML / 1024 / 1024} MiB of YAML.`,
    };
  }
  const line = findLongLine(text);
  if (line === null) return null;
  return {
    code: 'A01',
    file,
    message: `The file cannot be read. Line ${line} is longer than ${LONGEST_LINE / 1024} KiB.`,
  };
}

/** The number of the first line that is too long. */
function findLongLine(text: string): number | null {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > LONGEST_LINE) return line;
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}
