// What is wrong with a YAML text or its value → drafts of findings.

import { type Change, type Draft, excerpt, type RuleCode } from '../findings/finding.ts';
import { describeValue, type SchemaProblem } from '../schemas/problems.ts';
import { fromPointer } from '../values/jsonPointer.ts';
import { nameOddSigns } from '../values/oddSigns.ts';
import type { SyntaxProblem } from '../yaml/syntax.ts';
import type { Written } from '../yaml/written.ts';
import { adviseValue } from './advice.ts';

const SYNTAX_CODES: Record<SyntaxProblem['kind'], RuleCode> = {
  syntax: 'A04',
  'duplicate-key': 'A05',
  reference: 'A06',
  tag: 'A07',
  documents: 'A08',
};

const SCHEMA_CODES: Record<SchemaProblem['kind'], RuleCode> = {
  'unknown-key': 'A10',
  'missing-key': 'A11',
  type: 'A12',
  choice: 'A13',
  form: 'A14',
  bound: 'A15',
};

/** A file of which nothing can be read; `reason` is a sentence. */
export function unreadableDraft(file: string, reason: string): Draft {
  return { code: 'A01', file, message: `The file cannot be read. ${reason}` };
}

/** A file in which a merge was not finished; `offsets` are those of the first mark. */
export function conflictDraft(file: string, offsets: [number, number]): Draft {
  return {
    code: 'A26',
    file,
    offsets,
    expected: 'one side, without the lines `<<<<<<<`, `=======` and `>>>>>>>`',
    hint: 'choose a side, or put both together, and take the marks out; nothing of this file is read until then',
  };
}

/** A problem of the YAML itself; `offset` says where the YAML begins in the file. */
export function syntaxDraft(file: string, offset: number, problem: SyntaxProblem): Draft {
  const draft: Draft = {
    code: SYNTAX_CODES[problem.kind],
    file,
    offsets: [problem.start + offset, problem.end + offset],
    message: problem.message,
  };
  if (problem.first)
    draft.related = [
      { file, offsets: [problem.first.start + offset, problem.first.end + offset], message: 'It is first given here.' },
    ];
  return draft;
}

/** A file whose YAML begins at `offset`, and how it has the value at a pointer. */
interface Source {
  file: string;
  offset: number;
  writtenAt: (pointer: string) => Written | null;
}

/**
 * So many missing keys of one mapping are told one by one; more mean that the mapping was cut, which is one mistake.
 */
const FEW = 3;

/** Problems that the schema has with a file. */
export function draftProblems(source: Source, problems: readonly SchemaProblem[]): Draft[] {
  const missing = new Map<string, SchemaProblem[]>();
  const drafts: Draft[] = [];
  for (const problem of problems) {
    if (problem.kind !== 'missing-key') drafts.push(schemaDraft(source, problem));
    else {
      const parent = problem.pointer.slice(0, problem.pointer.lastIndexOf('/'));
      const siblings = missing.get(parent);
      if (siblings) siblings.push(problem);
      else missing.set(parent, [problem]);
    }
  }
  for (const siblings of missing.values()) {
    const [first] = siblings;
    if (siblings.length <= FEW || !first) for (const problem of siblings) drafts.push(schemaDraft(source, problem));
    else {
      const names = siblings.map(({ pointer }) => `\`${pointer.slice(pointer.lastIndexOf('/') + 1)}\``).join(', ');
      drafts.push({
        ...schemaDraft(source, first),
        message: `${siblings.length} keys are missing: ${names}.`,
        expected: `the keys ${names}`,
        hint: 'write every key, with null or [] where there is nothing to say; a stray `-` or a wrong indentation cuts an entry in two',
      });
    }
  }
  return drafts;
}

function schemaDraft({ file, offset, writtenAt }: Source, problem: SchemaProblem): Draft {
  const { kind, pointer, expected, found, meant } = problem;
  const name = nameOf(pointer);
  const base: Draft = { code: SCHEMA_CODES[kind], file, pointer, expected };
  switch (kind) {
    case 'unknown-key': {
      const draft: Draft = {
        ...base,
        part: 'key',
        message: `The key \`${excerpt(String(found))}\` is not known here.`,
        found: excerpt(String(found)),
      };
      if (meant === undefined) return draft;
      const change: Change = { kind: 'rename', pointer, key: meant };
      return {
        ...draft,
        hint: `did you mean \`${meant}\`?`,
        fix: { title: `rename the key to \`${meant}\``, changes: [change] },
      };
    }
    case 'missing-key':
      return {
        ...base,
        part: 'mapping',
        message: `The key \`${name}\` is missing.`,
        found: 'nothing',
        hint: `add a line \`${name}: …\`${problem.empty === undefined ? '' : `; \`${name}: ${problem.empty}\` where there is nothing to say`}`,
      };
    default: {
      const written = writtenAt(pointer);
      const draft: Draft = {
        ...base,
        message: `${pointer === '' ? 'The file' : `\`${name}\``} must be ${expected}.`,
        found: excerpt(describeFound(found, written)),
      };
      return { ...draft, ...adviseValue(problem, written, offset) };
    }
  }
}

/** What a message calls a place: its key, with the number of an entry. */
function nameOf(pointer: string): string {
  const tokens = fromPointer(pointer);
  const last = tokens.at(-1) ?? '';
  return /^\d+$/.test(last) && tokens.length > 1 ? `${tokens.at(-2)}[${last}]` : last;
}

/** The value as the file has it: 1.10 is not 1.1. */
function describeFound(found: unknown, written: Written | null): string {
  if (typeof found === 'number' || typeof found === 'boolean') return describeValue(found, written?.text);
  const odd = typeof found === 'string' ? nameOddSigns(found) : null;
  return odd === null ? describeValue(found) : `${describeValue(found)} with ${odd}`;
}
