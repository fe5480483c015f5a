// A publisher and the articles of a project → how the last of theirs came about, and under which licence.
import { readSourceText } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { decided, isMapping, Labels } from './labels.ts';

/** For a person to agree to; null where nothing suggests itself. */
export interface SuggestedRights {
  nature: string | null;
  licence: string | null;
}

const NOTHING: SuggestedRights = { nature: null, licence: null };

/** Of the articles whose id begins with the publisher, as `new` makes ids, the last one: no other file is read. */
export function suggestRights(publisher: string | undefined, project: Project): SuggestedRights {
  if (publisher === undefined) return NOTHING;
  const begin = `${project.raw}/articles/${publisher}-`;
  const file = project.articleFiles.findLast((path) => path.startsWith(begin));
  const text = file === undefined ? null : readSourceText(file);
  if (file === undefined || text === null) return NOTHING;
  try {
    const { article } = new Labels(project, () => text).article(file.replace(/^.*\/|\.md$/g, ''));
    if (article['publisher'] !== publisher) return NOTHING;
    const rights = article['rights'];
    return { nature: decided(article['nature']), licence: isMapping(rights) ? decided(rights['license']) : null };
  } catch (error) {
    if (error instanceof UserError) return NOTHING;
    throw error;
  }
}
