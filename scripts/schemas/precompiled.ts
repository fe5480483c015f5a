// Address of a schema → a validator that was compiled with the program; here, in the sources, none.
import type { ValidateFunction } from 'ajv';

/**
 * In a compiled program {@link renderValidators} stands in the place of this module, so that no start waits for schemas
 * to be compiled.
 */
export const PRECOMPILED: Partial<Record<string, ValidateFunction>> = {};
