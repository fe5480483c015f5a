// Material that is not part of this repository: tests that need it are skipped by name where it is not at hand.

/** The folder of invented datasets with known answers: `FIELD_CASES=DIR npx vitest run …`. */
export const FIELD_CASES = process.env['FIELD_CASES'];

/**
 * A folder that holds public datasets, each in a folder named after its repository: `FIELD_DATA=DIR npx vitest run …`.
 */
export const FIELD_DATA = process.env['FIELD_DATA'];

/**
 * The folder with the profiles of Data Package 2.0 as its specification publishes them, `datapackage.json` among them:
 * `DATA_PACKAGE_PROFILES=DIR npx vitest run …`. No registry has them.
 */
export const DATA_PACKAGE_PROFILES = process.env['DATA_PACKAGE_PROFILES'];
