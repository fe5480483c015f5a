// Answers and templates → the files of a new project.
import { stringify } from 'yaml';
import { toSlug } from '../values/slug.ts';
import { listProjectScripts } from '../values/tool.ts';
import { type Answers, nameAuthor } from './answers.ts';

/** Texts by their path below the folder of templates, with `/`. */
export type Templates = ReadonlyMap<string, string>;

export interface ProjectWishes {
  answers: Answers;
  /** The small dataset whose labels are put into it; null for none. */
  example: string | null;
  /** How package.json names the program: name, and a version or where it lies. */
  tool: readonly [name: string, specifier: string];
}

/**
 * Every file of the project by its path. In templates `%name%` stands for an answer, and a name on a path that begins
 * with `_` for one that begins with a dot, which packages leave out.
 */
export function renderProject({ answers, example, tool }: ProjectWishes, templates: Templates): Map<string, string> {
  const values: Readonly<Record<string, string>> = {
    title: answers.title,
    authors: answers.authors.map(nameAuthor).join(', '),
    licence: answers.licence,
    'licence-text':
      templates.get(`licences/${answers.licence}.txt`)?.trimEnd() ?? `todo: put the text of ${answers.licence} here.`,
  };
  const files = new Map<string, string>();
  for (const [path, text] of templates)
    if (path.startsWith('project/')) files.set(nameFile(path.slice('project/'.length)), fillIn(text, values));
  files.set('raw/vocabulary/verdicts.yml', templates.get(`scales/${answers.scale}.yml`) as string);
  files.set('CITATION.cff', renderCitation(answers));
  files.set('veritable.config.yml', renderConfig(answers));
  files.set('package.json', renderPackage(answers, tool));
  if (example !== null)
    for (const [path, text] of templates)
      if (path.startsWith(`examples/${example}/raw/`)) files.set(path.slice(`examples/${example}/`.length), text);
  return files;
}

function nameFile(path: string): string {
  return path.replace(/(^|\/)_/g, '$1.');
}

function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/%([a-z-]+)%/g, (whole, name: string) => values[name] ?? whole);
}

function renderCitation({ title, authors, licence }: Answers): string {
  const citation = {
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it as below.',
    type: 'dataset',
    title,
    authors,
    license: licence,
    keywords: ['fact-checking'],
  };
  return `${stringify(citation, { lineWidth: 0 })}# Worth adding: abstract, repository-code, url and doi. Version and date are written by a release.\n`;
}

function renderConfig({ language }: Answers): string {
  return `# Settings of this project. labels_language: the language that claims and justifications are written in.\n${stringify({ labels_language: language })}`;
}

function renderPackage({ title }: Answers, [name, specifier]: ProjectWishes['tool']): string {
  const scripts = listProjectScripts();
  // A project begins without an article, and its scripts name no folder that could be mistyped.
  for (const script of ['validate', 'stats', 'build:dataset']) scripts[script] += ' --allow-empty';
  const description = {
    name: toSlug(title) ?? 'dataset',
    private: true,
    scripts: { ...scripts, test: `${scripts['validate']} && ${scripts['build:dataset']} --check` },
    devDependencies: { [name]: specifier },
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
