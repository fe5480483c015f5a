// The text of an article or a vocabulary and changes of its labels → the text with these changes alone.
import { keyOrder, schemaOf } from '../schemas/keyOrder.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { findOversize } from '../yaml/limits.ts';
import type { Edited, ValueChange } from './edit.ts';
import { editYaml } from './editYaml.ts';

/**
 * Edits the front matter of an article, or the whole of a vocabulary. Pointers are those of findings: into the value of
 * the YAML. The body, every comment and everything that is not named keep every byte; see {@link editYaml}.
 */
export function editFile(file: string, text: string, changes: readonly ValueChange[]): Edited {
  const schema = schemaOf(file);
  const isArticle = file.endsWith('.md');
  const parts = isArticle ? splitFrontMatter(text) : { yaml: text, yamlStart: 0 };
  if ('message' in parts) return { problem: parts.message };
  const { yaml, yamlStart } = parts;
  const oversize = findOversize(text, yaml, isArticle ? 'article' : 'other');
  if (oversize) return { problem: oversize };
  const edited = editYaml(yaml, changes, (tokens) => (schema === null ? null : keyOrder(schema, tokens)));
  if ('problem' in edited) return edited;
  const changed = text.slice(0, yamlStart) + edited.text + text.slice(yamlStart + yaml.length);
  if (!isArticle) return { text: changed };
  const again = splitFrontMatter(changed);
  return 'yaml' in again && again.yaml === edited.text
    ? { text: changed }
    : { problem: 'The labels would end too early; edit the file by hand.' };
}
