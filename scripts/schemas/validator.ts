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
  const address = addressOf(path, definition);
  const ready = PRECOMPILED[address];
  if (ready) return ready;
  ajv ??= createAjv();
  const validate = ajv.getSchema(address);
  if (!validate) throw new Error(`There is no schema ${address}.`);
  return validate;
}

/** By what name a schema, or one of its `$defs`, is known. */
export function addressOf(path: SchemaPath, definition?: string): string {
  return definition === undefined ? path : `${path}#/$defs/${definition}`;
}

export type { ErrorObject, ValidateFunction };
