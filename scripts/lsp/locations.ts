// An id at a place → where it is defined, and everywhere that it is named.
import type { Location, Position, Range } from 'vscode-languageserver';
import { type FoundSpot, findDefinition, listNaming, listSpots, type Named, nameAt } from './names.ts';
import { findSpot } from './tree.ts';
import { openFile, type View } from './view.ts';

/** The id at a place, and its range. */
export function nameUnder(view: View, file: string, position: Position): { named: Named; found: FoundSpot } | null {
  const opened = openFile(view, file);
  const spot = opened && findSpot(opened, opened.source.offset(position) - opened.start);
  const named = spot && nameAt(view, file, spot);
  return named ? { named, found: { opened, spot } } : null;
}

export function rangeOf({ opened: { source, start }, spot: { range } }: FoundSpot): Range {
  return source.range(range[0] + start, range[1] + start);
}

/** Where the id at a place is defined. */
export function define(view: View, file: string, position: Position): Location | null {
  const under = nameUnder(view, file, position);
  const found = under && findDefinition(view, under.named);
  return found ? toLocation(view, found) : null;
}

/** Every place that names the id at a place; where it is defined too, if that is asked for. */
export function refer(view: View, file: string, position: Position, definition: boolean): Location[] {
  const under = nameUnder(view, file, position);
  if (!under) return [];
  const own = findDefinition(view, under.named);
  const isOwn = ({ opened, spot }: FoundSpot) =>
    own?.opened.file === opened.file && own.spot.range[0] === spot.range[0];
  return listNamed(view, under.named)
    .filter((found) => definition || !isOwn(found))
    .map((found) => toLocation(view, found));
}

/** Every scalar of the project that names it. */
export function listNamed(view: View, named: Named): FoundSpot[] {
  return listNaming(view, named).flatMap((file) => {
    const opened = openFile(view, file);
    return opened ? [...listSpots(view, opened, named)].map((spot) => ({ opened, spot })) : [];
  });
}

function toLocation(view: View, found: FoundSpot): Location {
  return { uri: view.paths.uriOf(found.opened.file), range: rangeOf(found) };
}
