// Saved pages → an article, or a piece of evidence, with all that a page says of itself, and the rest to be filled in.
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { TODO } from '../edits/splice.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { writeFlow } from '../findings/writeFlow.ts';
import { isArticleId, planArticle } from '../labelling/newArticle.ts';
import { describePiece } from '../labelling/newEvidence.ts';
import type { Project } from '../project/openProject.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import type { Place, Proposal, Skills } from './proposal.ts';
import type { SavedPage } from './savedPages.ts';
import { choicesOf, formAt } from './schemaAt.ts';
import { asText, renderSkeleton } from './skeleton.ts';

const ARTICLE: SchemaPath = 'raw/article.schema.json';
const EVIDENCE = ['claims', '0', 'evidence', '0'];

/** A whole article for a file that holds nothing yet, one for each page. */
export function proposeArticles(
  project: Project,
  file: string,
  pages: readonly SavedPage[],
  skills: Skills,
): Proposal[] {
  const id = file.replace(/^.*\/|\.md$/g, '');
  if (!isArticleId(id)) return [];
  return pages.map(({ path, page }) => {
    const { text } = planArticle(page, { id }, project);
    const head = text.slice(0, text.indexOf('claims:\n'));
    const written = head.split('\n').map((line) => ({ line, path: [/^ *(\w+):/.exec(line)?.[1] ?? ''] }));
    const holes = new Holes(skills.snippets);
    const lines = written.map(({ line, path: at }) => holes.fill(line, at));
    const claim = renderSkeleton(ARTICLE, ['claims', '0'], `${id}-c01`, skills.snippets, pages.length > 1).map((line) =>
      holes.shift(line),
    );
    const body = skills.snippets ? holes.next('todo') : TODO;
    return {
      ...labelOf(`${nameOf(path)}: an article`, page, skills),
      filterText: `${nameOf(path)} ${id}`,
      text: `${lines.join('\n')}claims:\n  - ${claim.join('\n  ')}\n---\n${body}\n`,
    };
  });
}

/** A piece of evidence, one for each page that the article does not name yet. */
export function proposePieces({ cursor, indent, skills, view, file }: Place, id: string, pages: readonly SavedPage[]) {
  const text = view.textOf(file) ?? '';
  return pages
    .filter(({ page }) => page.url === null || !text.includes(page.url.value))
    .map(({ path, page }): Proposal => {
      const holes = new Holes(skills.snippets);
      const lines = Object.entries(describePiece(id, {}, page)).map(([key, value]) =>
        value === TODO
          ? holes.fill(`${key}: ${TODO}`, [...EVIDENCE, key])
          : `${key}: ${skills.snippets ? asText(writeFlow(value, key)) : writeFlow(value, key)}`,
      );
      return {
        ...labelOf(`${id}: ${nameOf(path)}`, page, skills),
        filterText: `${nameOf(path)} id ${id}`,
        text: cursor.dash + lines.join(`\n${skills.asIs ? indent : ''}  `),
      };
    });
}

function labelOf(label: string, { title }: SavedPage['page'], skills: Skills) {
  return {
    label: sanitiseForTerminal(label),
    kind: CompletionItemKind.Snippet,
    detail: sanitiseForTerminal(title?.value ?? ''),
    insertTextFormat: skills.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '');
}

/** Places to be filled in, numbered on through a text of several parts. */
class Holes {
  readonly #snippets: boolean;
  #stop = 0;

  constructor(snippets: boolean) {
    this.#snippets = snippets;
  }

  /** A line whose value is `todo` with a place in its stead; a note stays that says what the page has. */
  fill(line: string, path: readonly string[]): string {
    if (!this.#snippets) return line;
    const found = /^( *\w+: )todo(?=$|\s)(.*)$/.exec(line);
    if (!found) return asText(line);
    const form = formAt(ARTICLE, path);
    const choices = form === null ? [] : choicesOf(form).filter((choice) => choice !== null);
    const hole = choices.length > 0 ? this.next(choices.join(','), '|') : this.next(TODO);
    const note = found[2]?.includes('the page says') ? found[2] : '';
    return `${found[1]}${hole}${asText(note)}`;
  }

  next(text: string, mark: ':' | '|' = ':'): string {
    this.#stop += 1;
    return `\${${this.#stop}${mark}${text}${mark === '|' ? '|' : ''}}`;
  }

  /** A line of another snippet, with its places numbered behind those that there are. */
  shift(line: string): string {
    return line.replace(/(?<!\\)\$\{\d+([:|])/g, (_, mark: string) => {
      this.#stop += 1;
      return `\${${this.#stop}${mark}`;
    });
  }
}
