// YAML text and its schema → value and drafts of findings; the same for articles, vocabularies and settings.
import { type Change, excerpt, type Finding } from '../findings/finding.ts';
import { collectErrors } from '../schemas/collectErrors.ts';
import type { SchemaPath } from '../schemas/generated/registry.ts';
import { describeValue, explainErrors, type SchemaProblem } from '../schemas/problems.ts';
import { validatorOf } from '../schemas/validator.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { parseSyntax, type SyntaxProblem } from '../yaml/syntax.ts';
import { findExcess } from './limits.ts';

/** A finding before its rule has given it severity and, where it says nothing better, its title. */
export type Draft = Omit<Finding, 'severity' | 'message'> & { message?: string };

/** What a text holds. `problems` are what the schema refuses; `value` is undefined where no YAML could be read at all. */
export interface Decoded {
  value: unknown;
  problems: SchemaProblem[];
  drafts: Draft[];
}

const SYNTAX_CODES: Record<SyntaxProblem['kind'], string> = {
  syntax: 'A04',
  'duplicate-key': 'A05',
  reference: 'A06',
  tag: 'A07',
  documents: 'A08',
};

const SCHEMA_CODES: Record<SchemaProblem['kind'], string> = {
  'unknown-key': 'A10',
  'missing-key': 'A11',
  type: 'A12',
  choice: 'A13',
  form: 'A14',
  bound: 'A15',
};

/** So many errors of one file are explained: a thousand times what a day of honest labelling brings about. */
const MOST_ERRORS = 2000;

/** Reads YAML and judges it by a schema. `offset` says where the YAML begins in the file. Never throws for anything that a file may hold. */
export function decodeDocument(file: string, yaml: string, offset: number, schema: SchemaPath): Decoded {
  const drafts: Draft[] = [];
  let value: unknown;
  const fast = readYaml(yaml);
  if (fast) {
    value = fast.value;
  } else {
    const syntax = parseSyntax(yaml);
    value = syntax.value;
    for (const problem of syntax.problems) drafts.push(syntaxDraft(file, offset, problem));
    // Where the tree is broken, what the schema says of its remains misleads more often than it helps, unless keys are merely doubled.
    if (value === undefined || syntax.problems.some((problem) => problem.kind === 'syntax'))
      return { value: undefined, problems: [], drafts };
  }
  const excess = findExcess(file, value, schema === 'raw/article.schema.json' ? 'article' : 'other');
  if (excess) return { value: undefined, problems: [], drafts: [excess] };
  const errors = collectErrors(validatorOf(schema), value, MOST_ERRORS);
  if (errors.length === 0) return { value, problems: [], drafts };
  const problems = explainErrors(errors.slice(0, MOST_ERRORS));
  for (const problem of problems) drafts.push(schemaDraft(file, problem));
  if (errors.length <= MOST_ERRORS) return { value, problems, drafts };
  drafts.push({
    code: 'A15',
    file,
    pointer: '',
    message: `More than ${MOST_ERRORS} things are wrong in this file; what comes after them is not shown, and nothing else is judged.`,
    hint: 'put the first ones right and run again',
  });
  return { value: undefined, problems, drafts };
}

function syntaxDraft(file: string, offset: number, problem: SyntaxProblem): Draft {
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
        hint: `add a line \`${name}: …\`, with null where nothing is known`,
      };
    default: {
      const draft: Draft = {
        ...base,
        message: `\`${name}\` must be ${expected}.`,
        found: excerpt(describeValue(found)),
      };
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
