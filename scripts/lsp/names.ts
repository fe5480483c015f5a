// A scalar of a file → the entry or claim that it names, and where that stands.
import { isSeq } from 'yaml';
import { schemaOfFile } from '../project/sourceFiles.ts';
import { fromPointer, toPointer } from '../values/jsonPointer.ts';
import { vocabularyAt } from '../vocabulary/places.ts';
import { VOCABULARY_NAMES, type VocabularyName } from '../vocabulary/vocabulary.ts';
import { findNode } from '../yaml/syntax.ts';
import { listScalars, type Spot } from './tree.ts';
import { type OpenFile, openFile, type View } from './view.ts';

/** What a scalar names. */
export type Named = { kind: 'entry'; list: VocabularyName; id: string } | { kind: 'claim'; id: string };

const CLAIM = /^\/(?:claims\/\d+\/(?:id|same_as\/\d+|withdrawn\/successors\/\d+)|suppress\/\d+\/claim)$/;
const MAPPED = /^\/\d+\/verdict$/;

/** The id that stands in a scalar of a file; null where none does. `article` and `claimant` name no entry. */
export function nameAt(view: View, file: string, { path, isKey, scalar }: Spot): Named | null {
  if (isKey || typeof scalar.value !== 'string') return null;
  const id = scalar.value;
  const pointer = toPointer(path);
  const list = listAt(view, file, pointer);
  if (list !== null) return id === 'article' || id === 'claimant' ? null : { kind: 'entry', list, id };
  return isArticle(view, file) && CLAIM.test(pointer) ? { kind: 'claim', id } : null;
}

/** The vocabulary that the id at a place of a file is of: in articles, verdict maps, and the vocabulary itself. */
function listAt(view: View, file: string, pointer: string): VocabularyName | null {
  if (isArticle(view, file)) return vocabularyAt(pointer);
  if (schemaOfFile(view.project, file) === 'verdict-map.schema.json') return MAPPED.test(pointer) ? 'verdicts' : null;
  const own = VOCABULARY_NAMES.find((name) => view.project.vocabulary.files[name] === file);
  return own !== undefined && /^\/\d+\/id$/.test(pointer) ? own : null;
}

function isArticle(view: View, file: string): boolean {
  return schemaOfFile(view.project, file) === 'raw/article.schema.json';
}

/** A scalar in its file. */
export interface FoundSpot {
  opened: OpenFile;
  spot: Spot;
}

/** Where an entry's or a claim's own id stands. */
export function findDefinition(view: View, named: Named): FoundSpot | null {
  if (named.kind === 'entry') {
    const opened = openFile(view, view.project.vocabulary.files[named.list]);
    const spot = opened && listSpots(view, opened, named).next().value;
    return opened && spot ? { opened, spot } : null;
  }
  const claim = view.facts.find(named.id);
  const opened = claim < 0 ? null : openFile(view, view.facts.file(claim));
  if (!opened) return null;
  const pointer = `${view.facts.pointer(claim)}/id`;
  const { node } = findNode(opened.root, fromPointer(pointer.slice(0, -'/id'.length)));
  for (const spot of listScalars(node, fromPointer(pointer).slice(0, -1)))
    if (!spot.isKey && toPointer(spot.path) === pointer && spot.scalar.value === named.id) return { opened, spot };
  return null;
}

/** Every scalar of a file that names it. */
export function* listSpots(view: View, opened: OpenFile, named: Named): Generator<Spot, undefined> {
  for (const spot of listScalars(opened.root)) {
    const other = spot.scalar.value === named.id ? nameAt(view, opened.file, spot) : null;
    if (other?.kind !== named.kind) continue;
    if (other.kind === 'claim' || (named.kind === 'entry' && other.list === named.list)) yield spot;
  }
}

/** Files in which it may be named, by a look at their texts. */
export function listNaming(view: View, { id }: Named): string[] {
  const { vocabulary, articleFiles } = view.project;
  const files = [
    ...Object.values(vocabulary.files),
    ...vocabulary.verdictMaps.map(({ file }) => file),
    ...articleFiles,
  ];
  return files.filter((file) => view.textOf(file)?.includes(id));
}

/** What a claim says; null where it cannot be read. */
export function textOfClaim(view: View, id: string): string | null {
  const claim = view.facts.find(id);
  const opened = claim < 0 ? null : openFile(view, view.facts.file(claim));
  const { node } = findNode(opened?.root ?? null, fromPointer(`${view.facts.pointer(Math.max(0, claim))}/text`));
  const value = opened && node && !isSeq(node) && 'value' in node ? node.value : null;
  return typeof value === 'string' ? value : null;
}
