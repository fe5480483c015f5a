// What is wrong with a YAML text or its value → drafts of findings.

import { type Change, type Draft, excerpt, type RuleCode } from '../findings/finding.ts';
import { describeValue, type SchemaProblem } from '../schemas/problems.ts';
import type { SyntaxProblem } from '../yaml/syntax.ts';

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

/** So many missing keys of one mapping are told one by one; more mean that the mapping was cut, which is one mistake. */
const FEW = 3;

/** Problems that the schema has with a file. */
export function draftProblems(file: string, problems: readonly SchemaProblem[]): Draft[] {
  const missing = new Map<string, SchemaProblem[]>();
  const drafts: Draft[] = [];
  for (const problem of problems) {
    if (problem.kind !== 'missing-key') drafts.push(schemaDraft(file, problem));
    else {
      const parent = problem.pointer.slice(0, problem.pointer.lastIndexOf('/'));
      const siblings = missing.get(parent);
      if (siblings) siblings.push(problem);
      else missing.set(parent, [problem]);
    }
  }
  for (const siblings of missing.values()) {
    const [first] = siblings;
    if (siblings.length <= FEW || !first) for (const problem of siblings) drafts.push(schemaDraft(file, problem));
    else {
      const names = siblings.map(({ pointer }) => `\`${pointer.slice(pointer.lastIndexOf('/') + 1)}\``).join(', ');
      drafts.push({
        ...schemaDraft(file, first),
        message: `${siblings.length} keys are missing: ${names}.`,
        expected: `the keys ${names}`,
        hint: 'write every key, with null or [] where there is nothing to say; a stray `-` or a wrong indentation cuts an entry in two',
      });
    }
  }
  return drafts;
}

function schemaDraft(file: string, problem: SchemaProblem): Draft {
  const { kind, pointer, expected, found, meant } = problem;
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
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
      const draft: Draft = {
        ...base,
        message: `\`${name}\` must be ${expected}.`,
        found: excerpt(describeValue(found)),
      };
      if (kind === 'type' && Number.isInteger(found) && expected.startsWith('text'))
        draft.hint = `put it in quotation marks: "${found}"`;
      if (kind === 'type' && typeof found === 'number' && Number.isInteger(found) && found >= 1000 && found <= 9999) {
        // A bare year is a number in YAML.
        const quoted: Change = { kind: 'set', pointer, value: String(found) };
        return {
          ...draft,
          hint: `put it in quotation marks: "${found}"`,
          fix: { title: 'put it in quotation marks', changes: [quoted] },
        };
      }
      if (meant === undefined) return draft;
      return {
        ...draft,
        hint: `did you mean \`${meant}\`?`,
        fix: { title: `write \`${meant}\``, changes: [{ kind: 'set', pointer, value: meant }] },
      };
    }
  }
}
