// The project's own Markdown and a built dataset → the Markdown with its numbers of today.

import type { Check } from '../examine/check.ts';
import type { Dataset } from '../formats/dataset.ts';
import { fillMarkers } from '../formats/markers.ts';
import { beside, type Project } from '../project/openProject.ts';
import { proseValues } from './describeDataset.ts';

/** The files whose numbers the build keeps. */
export const PROSE = ['DATASHEET.md', 'README.md'] as const;

/**
 * Files that change, by path; `unknown` lists markers that no number is known for. `read` gives a file's text or null.
 */
export function renderProse(
  project: Project,
  check: Check,
  dataset: Pick<Dataset, 'counts' | 'version'>,
  read: (path: string) => string | null,
): { files: Map<string, string>; unknown: string[] } {
  const values = proseValues(project, check, dataset);
  const files = new Map<string, string>();
  const unknown: string[] = [];
  for (const name of PROSE) {
    const path = beside(project, name);
    const text = read(path);
    if (text === null) continue;
    const filled = fillMarkers(text, values);
    unknown.push(...filled.unknown.map((marker) => `${path}: ${marker}`));
    if (filled.text !== text) files.set(path, filled.text);
  }
  return { files, unknown };
}
