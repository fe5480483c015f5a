// A place that is being written, and a value → a proposal to write it there.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { writeFlow } from '../findings/writeFlow.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import type { Cursor } from './cursor.ts';
import type { SavedPage } from './savedPages.ts';
import type { View } from './view.ts';

/** What completions of one place are made from. */
export interface Place {
  view: View;
  file: string;
  schema: SchemaPath;
  cursor: Cursor;
  /** What indents the line of the cursor. */
  indent: string;
  skills: Skills;
  pages: readonly SavedPage[];
}

/** What an editor can do: stop at places to be filled in, and leave the indentation of further lines as it is. */
export interface Skills {
  snippets: boolean;
  asIs: boolean;
}

/** A completion before its text has a place. */
export type Proposal = CompletionItem & { text: string };

/** A value as it is written at the cursor, in the quotation marks that are there already. */
export function proposeValue({ cursor }: Place, value: string | number | boolean | null): Proposal {
  const { quote, dash } = cursor;
  const text = quote !== '' && typeof value === 'string' ? JSON.stringify(value) : writeFlow(value);
  return {
    label: sanitiseForTerminal(String(value)),
    kind: CompletionItemKind.EnumMember,
    filterText: quote + value,
    text: dash + text,
  };
}
