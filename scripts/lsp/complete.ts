// A place that is being written → what may stand there.
import type { CompletionList, Position, Range } from 'vscode-languageserver';
import { schemaOfFile } from '../project/sourceFiles.ts';
import { completeKeys } from './completeKeys.ts';
import { proposeArticles } from './completePages.ts';
import { completeValue } from './completeValue.ts';
import { completeVotes, isVotesFile } from './completeVotes.ts';
import { findCursor } from './cursor.ts';
import type { Place, Proposal, Skills } from './proposal.ts';
import type { SavedPage } from './savedPages.ts';
import { cutYaml } from './tree.ts';
import type { View } from './view.ts';

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** What may be written at a place of a file. */
export function complete(
  view: View,
  file: string,
  position: Position,
  skills: Skills,
  pages: readonly SavedPage[],
): CompletionList {
  const source = view.sourceOf(file);
  if (source !== null && isVotesFile(view, file)) {
    const offset = source.offset(position);
    const { items, from, isIncomplete } = completeVotes(view, source.text, offset, skills);
    return listOf(items, source.range(from, offset), isIncomplete);
  }
  const schema = schemaOfFile(view.project, file);
  if (source !== null && schema === 'raw/article.schema.json' && source.text.trim() === '')
    return listOf(proposeArticles(view.project, file, pages, skills), source.range(0, source.text.length));
  const cut = source && cutYaml(file, source.text);
  if (source === null || schema === null || cut === null) return NOTHING;
  const offset = source.offset(position) - cut.start;
  if (offset < 0 || offset > cut.yaml.length) return NOTHING;
  const cursor = findCursor(cut.yaml, offset);
  if (cursor === null) return NOTHING;
  const line = cut.yaml.slice(cut.yaml.lastIndexOf('\n', offset - 1) + 1, offset);
  const place = { view, file, schema, cursor, indent: /^ */.exec(line)?.[0] ?? '', skills, pages };
  const { items, isIncomplete } = propose(place);
  return listOf(items, source.range(cursor.start + cut.start, cursor.end + cut.start), isIncomplete);
}

function listOf(items: readonly Proposal[], range: Range, isIncomplete = false): CompletionList {
  return {
    isIncomplete,
    items: items.map(({ text: newText, ...item }, i) => ({
      // The order given here is that of the schema, the scale or the likeliest; editors would sort by the alphabet.
      sortText: String(i).padStart(5, '0'),
      ...item,
      textEdit: { range, newText },
    })),
  };
}

/** What begins an entry of a list of plain values looks like a key until there is more of it. */
function propose(place: Place): { items: Proposal[]; isIncomplete: boolean } {
  const { cursor } = place;
  if (cursor.isKey) {
    const keys = completeKeys(place);
    if (keys !== null) return { items: keys, isIncomplete: false };
  }
  return completeValue(place);
}
