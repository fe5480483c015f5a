// A view → the file of the site that shows it, and the way there from another file.
import { formatView, isWholeList, type View } from '../view/viewState.ts';

/** The path in the site's folder; what no static page shows is a view of the page that runs a script. */
export function pathOf(view: View): string {
  switch (view.name) {
    case 'home':
      return 'index.html';
    case 'pictures':
      return 'charts.html';
    case 'sources':
      return 'sources.html';
    case 'changes':
      return 'changes.html';
    case 'articles':
      return 'articles/index.html';
    case 'claim':
    case 'article':
    case 'document':
    case 'origin':
      return `${view.name}s/${fileName(view.id)}.html`;
    case 'site':
      return /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.test(view.id) ? `sites/${view.id}.html` : `index.html${formatView(view)}`;
    case 'claims':
      return isWholeList(view.filters) ? 'claims/index.html' : `index.html${formatView(view)}`;
    case 'compare':
      return `index.html${formatView(view)}`;
  }
}

/** Links from one file of the site to views: relative, so that the site may lie anywhere. */
export function linkFrom(path: string): (view: View) => string {
  const up = '../'.repeat(path.split('/').length - 1);
  return (view) => up + encodeURI(pathOf(view)).replaceAll('%25', '%');
}

/**
 * Ids that the model allows are file names on every system, but for those of devices, which no claim or article has.
 */
function fileName(id: string): string {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(id) || id === 'index') throw new Error(`${id} cannot be the name of a page.`);
  return id;
}
