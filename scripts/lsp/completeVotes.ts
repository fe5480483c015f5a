// A line of a file of votes that is being written → what may stand there.
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { newestGuideline } from '../votes/newestGuideline.ts';
import type { Proposal, Skills } from './proposal.ts';
import { choicesOf, formAt } from './schemaAt.ts';
import { asText } from './skeleton.ts';
import type { View } from './view.ts';

const SCHEMA = 'raw/vote.schema.json';

/** So many claims are proposed at once; more come as more is written. */
const MOST = 100;

export interface VoteProposals {
  items: Proposal[];
  /** Where what they take the place of begins, in UTF-16 units of the text; it ends at the cursor. */
  from: number;
  isIncomplete: boolean;
}

/** Whether a file holds the votes of an annotator. */
export function isVotesFile({ project }: View, file: string): boolean {
  return file.startsWith(`${project.raw}/votes/`) && file.endsWith('.jsonl');
}

/**
 * A whole vote on an empty line; else keys that the line lacks, and values: claims that the file has no vote on,
 * verdicts, and what the schema allows. A vote is one line of JSON.
 */
export function completeVotes(view: View, text: string, offset: number, skills: Skills): VoteProposals {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const stop = text.indexOf('\n', offset);
  const line = text.slice(start, stop < 0 ? undefined : stop);
  const before = text.slice(start, offset);
  if (line.trim() === '') return { items: [wholeVote(view, skills)], from: start, isIncomplete: false };
  const [, key = '', ...value] = /"(\w+)"\s*:\s*("?)([^"]*)$/u.exec(before) ?? [];
  if (key !== '') return proposeValues(view, text, { key, value, offset, after: line.slice(offset - start) });
  const [, quote = '', typed = null] = /[{,]\s*("?)(\w*)$/.exec(before) ?? [];
  if (typed === null) return { items: [], from: offset, isIncomplete: false };
  const given = new Set([...line.matchAll(/"(\w+)"\s*:/g)].map(([, name]) => name));
  const keys = Object.keys(formAt(SCHEMA, [])?.schema.properties ?? {}).filter((name) => !given.has(name));
  const items = keys.map((name) => ({
    label: name,
    kind: CompletionItemKind.Property,
    filterText: quote + name,
    text: `"${name}":`,
  }));
  return { items, from: offset - quote.length - typed.length, isIncomplete: false };
}

interface Begun {
  key: string;
  /** The quotation mark, if there is one, and what stands between it and the cursor. */
  value: readonly string[];
  offset: number;
  /** What stands behind the cursor on its line. */
  after: string;
}

function proposeValues(view: View, text: string, { key, value, offset, after }: Begun): VoteProposals {
  const [quote = '', typed = ''] = value;
  const { values, isIncomplete } =
    key === 'claim' ? listClaims(view, text, typed) : { values: choicesFor(view, key), isIncomplete: false };
  const isClosed = quote !== '' && /^[^",}]*"/.test(after);
  const items = values.map((one) => ({
    label: sanitiseForTerminal(one),
    kind: CompletionItemKind.EnumMember,
    filterText: quote + one,
    text: isClosed ? JSON.stringify(one).slice(0, -1) : JSON.stringify(one),
    ...(key === 'claim' && { data: { claim: one } }),
  }));
  return { items, from: offset - quote.length - typed.length, isIncomplete };
}

function wholeVote(view: View, { snippets }: Skills): Proposal {
  let stop = 0;
  const hole = (choices: readonly string[]) => {
    stop++;
    if (!snippets) return 'todo';
    return choices.length === 0 ? `\${${stop}:todo}` : `\${${stop}|${choices.join(',')}|}`;
  };
  const given = (value: string) => (snippets ? asText(JSON.stringify(value)) : JSON.stringify(value));
  const parts = [
    `"claim":"${hole([])}"`,
    ...['verdict', 'confidence'].map((key) => `"${key}":"${hole(choicesFor(view, key))}"`),
    `"date":${given(view.today)}`,
    `"guideline":${given(guidelineOf(view))}`,
  ];
  return {
    label: 'a vote',
    kind: CompletionItemKind.Snippet,
    detail: 'a line, as `vote --read` writes it',
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    text: `{${parts.join(',')}}`,
  };
}

function listClaims({ facts }: View, text: string, typed: string): { values: string[]; isIncomplete: boolean } {
  const voted = new Set([...text.matchAll(/"claim"\s*:\s*"([^"]+)"/g)].map(([, id]) => id));
  const values: string[] = [];
  for (let claim = 0; claim < facts.size && values.length <= MOST; claim++) {
    const id = facts.id(claim);
    if (facts.isLive(claim) && !voted.has(id) && id.includes(typed)) values.push(id);
  }
  return { values: values.slice(0, MOST), isIncomplete: values.length > MOST };
}

function choicesFor(view: View, key: string): string[] {
  if (key === 'verdict') return [...view.project.vocabulary.verdicts.keys()];
  if (key === 'date') return [view.today];
  if (key === 'guideline') return [guidelineOf(view)];
  const form = formAt(SCHEMA, [key]);
  return form === null ? [] : choicesOf(form).filter((choice) => typeof choice === 'string');
}

function guidelineOf({ project }: View): string {
  return newestGuideline([...project.votes.values()].flat().map(({ vote }) => vote));
}
