// Checked project → the files of the npm package.
import { type PackageHead, renderPackage } from '../formats/npmPackage.ts';
import type { Check } from './checkProject.ts';
import { listParts } from './renderDataset.ts';

/** The files by path, for `npm pack` or `npm publish`. Text only. */
export function renderDataPackage(head: PackageHead, check: Pick<Check, 'articles' | 'entities'>): Map<string, string> {
  return renderPackage(head, (table) => [...listParts(table, check)].flat());
}
