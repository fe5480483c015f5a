// Schema path → a function that quickly says of most right values that they are right; here, in the sources, none.
import type { SchemaPath } from './generated/registry.ts';

/**
 * In a compiled program {@link renderAcceptors} stands in the place of this module. False means no more than that a
 * validator must be asked.
 */
export const ACCEPTORS: Partial<Record<SchemaPath, (value: unknown) => boolean>> = {};
