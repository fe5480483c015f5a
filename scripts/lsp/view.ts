// The project as it was last judged, and its texts as they are now → what answers are made from.
import type { Project } from '../project/openProject.ts';
import type { Facts } from '../rules/engine/facts.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';
import type { Paths } from './paths.ts';
import type { Source } from './source.ts';
import { openTree, type Tree } from './tree.ts';

export interface View {
  paths: Paths;
  project: Project;
  /** The day in UTC. */
  today: string;
  facts: Facts;
  /** Articles that use an id of a vocabulary. */
  usersOf(name: VocabularyName, id: string): string[];
  /** A file's text, as the editor holds it or else the disk; null where there is none that can be read. */
  textOf(file: string): string | null;
  /** The same with its places as the editor counts them. */
  sourceOf(file: string): Source | null;
}

/** A file with its tree. */
export interface OpenFile extends Tree {
  file: string;
  source: Source;
}

/** Opens a file; null where it cannot be read, or holds no YAML. */
export function openFile({ sourceOf }: Pick<View, 'sourceOf'>, file: string): OpenFile | null {
  const source = sourceOf(file);
  const tree = source && openTree(file, source.text);
  return tree && { ...tree, file, source };
}
