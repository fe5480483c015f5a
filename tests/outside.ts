// Material that is not part of this repository: tests that need it are skipped by name where it is not at hand.

/** The folder of invented datasets with known answers: `FIELD_CASES=DIR npx vitest run …`. */
export const FIELD_CASES = process.env['FIELD_CASES'];

/**
 * A folder that holds public datasets, each in a folder named after its repository: `FIELD_DATA=DIR npx vitest run …`.
 */
export const FIELD_DATA = process.env['FIELD_DATA'];
