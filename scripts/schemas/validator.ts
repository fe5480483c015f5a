// Schema path → a compiled validator.
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { formats, keywords } from './formats.ts';
import { SCHEMAS, type SchemaPath } from './generated/registry.ts';
import { PRECOMPILED } from './precompiled.ts';

let ajv: Ajv2020 | undefined;

/**
 * The one set of options under which schemas are read; `schemas` are the program's own where none are given. `code` is
 * for {@link renderValidators}.
 */
export function createAjv(schemas: Readonly<Record<string, object>> = SCHEMAS, code?: Options['code']): Ajv2020 {
  const options: Options = { strict: true, allowUnionTypes: true, allErrors: true, verbose: true };
  const instance = new Ajv2020(code ? { ...options, code } : options);
  for (const [name, validate] of Object.entries(formats)) instance.addFormat(name, validate);
  for (const [keyword, schemaType] of Object.entries(keywords)) instance.addKeyword({ keyword, schemaType });
  for (const [path, schema] of Object.entries(schemas)) instance.addSchema(schema, path);
  return instance;
}

/** The validator of a schema, compiled when it is first asked for. `definition` names one of its `$defs`. */
export function validatorOf(path: SchemaPath, definition?: string): ValidateFunction {
  const ready = definition === undefined ? PRECOMPILED[path] : undefined;
  if (ready) return ready;
  ajv ??= createAjv();
  const validate = ajv.getSchema(definition === undefined ? path : `${path}#/$defs/${definition}`);
  if (!validate) throw new Error(`There is no schema ${path}.`);
  return validate;
}

export type { ErrorObject };
