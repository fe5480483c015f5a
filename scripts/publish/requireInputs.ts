// Project and what a release needs of it → a refusal that names all that is missing, before anything is examined.
import { join } from 'node:path';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { isOutside, readSource } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { beside, type Project } from '../project/openProject.ts';
import { listUnknownSections } from '../release/changelog.ts';
import { findTodos, namesAnother } from '../release/companionText.ts';
import { COMPANIONS } from '../release/releaseFolder.ts';
import { decodeUtf8 } from '../values/normalText.ts';

/** The release writes this file itself where there is none. */
const WRITTEN = 'CHANGELOG.md';

/** Files that are no part of a release and that a release changes where they are there. */
const CHANGED = ['README.md'];

/**
 * Refuses where a release could not be made whatever the labels say: a file that it holds is missing, cannot be read,
 * still holds a `todo` or speaks of another dataset. `others` are reasons that were found elsewhere.
 * @throws UserError that names everything at once
 */
export function requireInputs(project: Project, others: readonly string[] = []): void {
  const problems = [...Object.values(COMPANIONS), ...CHANGED].flatMap((name) => judgeFile(project, name));
  const all = [...problems, ...others];
  if (all.length === 0) return;
  const list = all.map((problem) => `- ${sanitiseForTerminal(problem)}`).join('\n');
  throw new UserError(`A release cannot be made, and nothing was written:\n${list}`);
}

function judgeFile(project: Project, name: string): string[] {
  const file = beside(project, name);
  const read = isOutside(file, project.home)
    ? { problem: 'A link on its way leads out of the project.', missing: false }
    : readSource(file);
  if ('problem' in read) {
    if (!read.missing) return [`${file} cannot be read: ${read.problem}`];
    return name === WRITTEN || CHANGED.includes(name) ? [] : [`It needs ${file}, and there is none.`];
  }
  const text = decodeUtf8(read.bytes);
  if (text === null) return [`${file} is not valid UTF-8.`];
  // What these say is the project's own affair: they may tell of what was left to do.
  if (CHANGED.includes(name)) return [];
  if (name === WRITTEN) return judgeSections(file, text, project);
  const problems: string[] = [];
  const [todo, ...more] = findTodos(text);
  if (todo !== undefined)
    problems.push(`${file}:${todo}: a \`todo\` is left${more.length > 0 ? `, and ${more.length} more below it` : ''}.`);
  const other = name === 'CITATION.cff' ? null : namesAnother(text, project.settings.title);
  if (other !== null)
    problems.push(`${file} speaks of “${other}”, and ${project.citationFile} of “${project.settings.title}”.`);
  return problems;
}

/** A changelog may tell of another name, but of no release that this dataset never had. */
function judgeSections(file: string, text: string, { history, home }: Project): string[] {
  const [first] = listUnknownSections(text, history.ledgers);
  if (!first) return [];
  const ledger = join(home, 'releases', `${first.version}.jsonl`);
  return [
    `${file}:${first.line} tells of version ${first.version}, and ${ledger} is not there: bring the ledger back, or, where the changelog is another dataset’s, delete it; a release writes a new one.`,
  ];
}
