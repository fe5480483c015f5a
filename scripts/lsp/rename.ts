// An id of a vocabulary and its new name → one edit of every file that names it, or the reason why there is none.
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { Scalar } from 'yaml';
import { writeFlow } from '../findings/writeFlow.ts';
import { schemaOfFile } from '../project/sourceFiles.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { parseSyntax } from '../yaml/syntax.ts';
import { listNamed, nameUnder, rangeOf } from './locations.ts';
import { type FoundSpot, findDefinition, listNaming, type Named } from './names.ts';
import { formAt } from './schemaAt.ts';
import { cutYaml } from './tree.ts';
import type { View } from './view.ts';

type Entry = Extract<Named, { kind: 'entry' }>;

/** Something cannot be renamed; the message says why. */
export class RenameRefused extends Error {}

/** The id at a place that can be renamed. @throws RenameRefused */
export function prepareRename(view: View, file: string, position: Position): { range: Range; placeholder: string } {
  const { entry, found } = entryUnder(view, file, position);
  return { range: rangeOf(found), placeholder: entry.id };
}

/** Renames the id at a place wherever the project names it. @throws RenameRefused */
export function rename(view: View, file: string, position: Position, name: string): WorkspaceEdit {
  const { entry } = entryUnder(view, file, position);
  refuseName(view, entry, name);
  const broken = listNaming(view, entry).find((one) => !isSound(view, one));
  if (broken !== undefined)
    throw new RenameRefused(`${broken} names \`${entry.id}\` and cannot be read in full. Put it right first.`);
  // Files of votes are only ever added to.
  const voted = [...view.project.votes.values()].flat().find(({ vote }) => vote.verdict === entry.id);
  if (entry.list === 'verdicts' && voted)
    throw new RenameRefused(`Votes in ${voted.file} are for \`${entry.id}\`, and a vote that was cast stays as it is.`);
  const changes: Record<string, TextEdit[]> = {};
  for (const found of listNamed(view, entry)) {
    const uri = view.paths.uriOf(found.opened.file);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(found), newText: writeLike(found, entry.id, name) }];
  }
  return { changes };
}

function entryUnder(view: View, file: string, position: Position): { entry: Entry; found: FoundSpot } {
  const under = nameUnder(view, file, position);
  if (under?.named.kind === 'claim')
    throw new RenameRefused('The id of a claim is never changed: it is its article’s, with a number.');
  if (!under) throw new RenameRefused('Only ids of a vocabulary can be renamed.');
  const { named, found } = under;
  if (!findDefinition(view, named))
    throw new RenameRefused(`\`${named.id}\` is not defined in ${view.project.vocabulary.files[named.list]}.`);
  const version = releasedIn(view, named);
  if (version !== null)
    throw new RenameRefused(
      `\`${named.id}\` is in version ${version}, or names something there: a released id stays, so that what was cited is found.`,
    );
  return { entry: named, found };
}

/** The newest release that has the id itself, or an article that uses it; null where none has. */
function releasedIn(view: View, { list, id }: Entry): string | null {
  const users = new Set(view.usersOf(list, id));
  const articles = Array.from(view.facts.articles).filter((article) => users.has(article.file));
  const release = view.project.history.ledgers.findLast(({ verdicts, tables }) => {
    const has = (name: string, key: string) => tables.find((table) => table.name === name)?.rows.has(key) ?? false;
    if (list === 'entities' ? has('entities', id) : list === 'verdicts' && verdicts.includes(id)) return true;
    return articles.some((article) => has('articles', article.id));
  });
  return release?.version ?? null;
}

function refuseName(view: View, { list, id }: Entry, name: string): void {
  const schema = schemaOfFile(view.project, view.project.vocabulary.files[list]) as SchemaPath;
  const form = formAt(schema, ['0', 'id'])?.schema;
  if (!new RegExp(form?.pattern ?? '', 'u').test(name))
    throw new RenameRefused(`\`${name}\` is no id here. Expected: ${form?.['x-expected'] ?? 'another form'}.`);
  if (name !== id && (view.project.vocabulary[list] as ReadonlyMap<string, unknown>).has(name))
    throw new RenameRefused(`\`${name}\` is defined already.`);
  if (name === 'article' || name === 'claimant') throw new RenameRefused(`\`${name}\` is the name of a voice.`);
  if (writeFlow(name) !== name)
    throw new RenameRefused(`\`${name}\` would need quotation marks, since some programs take it for something else.`);
}

/** Whether every word of a file's YAML is known to be read, so that no name is missed. */
function isSound(view: View, file: string): boolean {
  const text = view.textOf(file);
  const cut = text === null ? null : cutYaml(file, text);
  return cut !== null && parseSyntax(cut.yaml).problems.length === 0;
}

/** The new name with the quotation marks of the old one. */
function writeLike({ opened: { yaml }, spot: { scalar, range, path } }: FoundSpot, id: string, name: string): string {
  if (scalar.type !== Scalar.PLAIN && yaml.slice(range[0] + 1, range[1] - 1) !== id)
    throw new RenameRefused(`\`${id}\` is written in an unusual way at ${toPointer(path)}. Write it plainly first.`);
  return scalar.type === Scalar.PLAIN ? name : (yaml[range[0]] ?? '') + name + (yaml[range[0]] ?? '');
}
