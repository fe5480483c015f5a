// What a project says of its own fields → those that can be columns, and what is wrong with what it says.
import type { Draft } from '../findings/finding.ts';
import { type ExtraField, type ExtraFields, extraColumn } from '../schemas/extra.ts';
import { fieldValidator } from '../schemas/extraSchemas.ts';
import type { RawConfig, RawConfigField } from '../schemas/generated/types.ts';
import { toPointer } from '../values/jsonPointer.ts';

/** Names that a column can have everywhere. */
const NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** Which words say something of which types. */
const SPEAKS_OF: Readonly<Record<string, readonly RawConfigField['type'][]>> = {
  format: ['string'],
  enum: ['string', 'array'],
  minimum: ['integer', 'number'],
  maximum: ['integer', 'number'],
};

/**
 * Reads what stands under `extra`. A field that cannot be a column is left out; its draft is an error.
 * @param file where they stand
 */
export function readExtra(
  said: NonNullable<RawConfig['extra']>,
  file: string,
): { fields: ExtraFields; drafts: Draft[] } {
  const drafts: Draft[] = [];
  const read = (table: keyof ExtraFields): ExtraField[] =>
    Object.entries(said[table] ?? {}).flatMap(([name, field]) => {
      const at = ['extra', table, name];
      const problems = judgeField({ name, ...field }).map(
        ({ key, ...rest }): Draft => ({
          code: 'A13',
          file,
          pointer: toPointer(key === undefined ? at : [...at, key]),
          ...(key === undefined && { part: 'key' as const }),
          ...rest,
        }),
      );
      drafts.push(...problems);
      return problems.length === 0 ? [{ name, ...field }] : [];
    });
  return { fields: { claims: read('claims'), articles: read('articles') }, drafts };
}

type Problem = Pick<Draft, 'message' | 'expected' | 'found' | 'hint'> & { key?: string };

function judgeField(field: ExtraField): Problem[] {
  const { name, type, example, minimum, maximum } = field;
  if (!NAME.test(name))
    return [
      {
        message: `\`${name}\` cannot be the name of a column.`,
        expected: 'small letters, digits and `_`, from a letter, at most 40',
        found: name,
        hint: `the column is called \`${extraColumn('<name>')}\``,
      },
    ];
  const idle = Object.entries(SPEAKS_OF).filter(([key, types]) => Object.hasOwn(field, key) && !types.includes(type));
  if (idle.length > 0)
    return idle.map(([key, types]) => ({
      key,
      message: `\`${key}\` says nothing of the type ${type}.`,
      expected: `\`${key}\` with the type ${types.join(' or ')}`,
      found: `\`${key}\` with the type ${type}`,
    }));
  if (field.format !== undefined && field.enum !== undefined)
    return [{ key: 'enum', message: 'A day has no list of choices.', hint: 'take `enum` or `format` out' }];
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    return [{ key: 'maximum', message: 'The maximum is below the minimum.', expected: `${minimum} or more` }];
  if (field.enum?.some((choice) => choice.includes('|')) && type === 'array')
    return [{ key: 'enum', message: 'A choice of a list holds `|`, which joins items in CSV.' }];
  if (example !== undefined && !fieldValidator(field)(example))
    return [{ key: 'example', message: 'The example is not what the field may hold.' }];
  return [];
}
