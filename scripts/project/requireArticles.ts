// A folder of raw data → a refusal where there is nothing in it to judge.
import { isFolder, isOutside } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { openProject, type Project, type ProjectOptions, toPath } from './openProject.ts';

export interface JudgedOptions extends ProjectOptions {
  /** Whether a project without an article is meant. */
  allowEmpty?: boolean | undefined;
}

/**
 * Opens a project that is to be judged: "0 errors" of a mistyped folder would be green for ever.
 * @throws UserError where `raw` or its articles/ is no folder, and where no article is in it unless that is meant
 */
export function openJudged(options: JudgedOptions): Project {
  requireFolders(options.raw);
  const project = openProject(options);
  if (!options.allowEmpty) requireArticles(project);
  return project;
}

/** @throws UserError where no article is in the project */
export function requireArticles(project: Project): void {
  if (project.articleFiles.length === 0)
    throw new UserError(
      `There is no article in ${project.raw}/articles, so there is nothing to judge. Where that is meant, say \`--allow-empty\`.`,
    );
}

/** @throws UserError where `raw` or its articles/ is no folder */
export function requireFolders(raw: string): void {
  const articles = `${toPath(raw)}/articles`;
  if (!isFolder(raw))
    throw new UserError(
      `There is no folder ${toPath(raw)}. Run this in the folder of the project, or name the folder of its labels with --raw.`,
    );
  if (!isFolder(articles)) throw new UserError(`There is no folder ${articles}.`);
  if (isOutside(articles, raw)) throw new UserError(`${articles} is a link that leads out of ${toPath(raw)}.`);
}
