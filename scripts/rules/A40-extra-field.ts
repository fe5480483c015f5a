// What stands under `extra` is what the project says of its own fields.
import { excerpt } from '../findings/finding.ts';
import { type ExtraField, undeclared } from '../schemas/extra.ts';
import { fieldValidator } from '../schemas/extraSchemas.ts';
import { explainErrors } from '../schemas/problems.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import type { Report, Rule } from './engine/rule.ts';

const CONFIG = {
  file: '../veritable.config.yml',
  replace: '',
  by: 'extra:\n  claims:\n    harm: { title: Harm, description: How much harm it may do., type: integer, minimum: 1, maximum: 5 }\n',
};
const withExtra = (extra: string) => [
  CONFIG,
  { replace: '    status: labelled', by: `    extra: ${extra}\n    status: labelled` },
];

export const extraField: Rule = {
  code: 'A40',
  title: 'A value under `extra` is what `veritable.config.yml` says of its field.',
  severity: 'error',
  scope: 'article',
  rationale:
    'The fields of a project are columns in every format. A value of another type, or under a name that nobody knows, would be in none of them. Imported claims may keep fields of their source there.',
  examples: {
    good: [{ edits: withExtra('{ harm: 3 }') }, { edits: withExtra('{ harm: null }') }],
    bad: [
      { edits: withExtra('{ harm: 6 }'), at: '6' },
      { edits: withExtra('{ harm: high }'), at: 'high' },
      { edits: withExtra('{ harms: 3 }'), at: 'harms' },
    ],
  },
  check({ article, claims, brokenKeys }, report, { extra }) {
    if (!brokenKeys.has('extra')) judge(extra.articles, article.extra ?? null, '/extra', true, report);
    if (extra.claims.length === 0) return;
    for (const { claim, pointer } of claims)
      judge(extra.claims, claim.extra ?? null, `${pointer}/extra`, claim.source === null, report);
  },
};

/** @param isClosed whether other fields than those of the project are refused */
function judge(
  fields: readonly ExtraField[],
  said: Readonly<Record<string, unknown>> | null,
  pointer: string,
  isClosed: boolean,
  report: Report,
): void {
  if (said === null) return;
  for (const field of fields) {
    if (!Object.hasOwn(said, field.name)) continue;
    const validate = fieldValidator(field);
    if (validate(said[field.name])) continue;
    const at = pointer + toPointer([field.name]);
    for (const { pointer: below, expected, found } of explainErrors(validate.errors ?? []))
      report({
        pointer: at + below,
        message: `\`extra.${field.name}\` must be ${expected}.`,
        expected,
        found: excerpt(typeof found === 'string' ? found : (JSON.stringify(found) ?? '')),
      });
  }
  const names = fields.map(({ name }) => name);
  for (const name of isClosed ? Object.keys(undeclared(fields, said) ?? {}) : []) {
    const meant = findNearest(name, names);
    const place = pointer + toPointer([name]);
    report({
      pointer: place,
      part: 'key',
      message: `The project has no field \`${excerpt(name)}\`.`,
      expected: names.length === 0 ? 'no field, since `veritable.config.yml` names none' : `one of ${names.join(', ')}`,
      found: excerpt(name),
      ...(meant === null || Object.hasOwn(said, meant)
        ? { hint: 'name it under `extra` in `veritable.config.yml`, or take it out' }
        : {
            hint: `did you mean \`${meant}\`?`,
            fix: {
              title: `rename the key to \`${meant}\``,
              changes: [{ kind: 'rename' as const, pointer: place, key: meant }],
            },
          }),
    });
  }
}
