// Schemas of what a person writes → the source of a module that holds their validators.
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { SCHEMAS } from './generated/registry.ts';
import { createAjv } from './validator.ts';

/** JavaScript that exports `PRECOMPILED` (see precompiled.ts). It imports the formats from `./formats.ts`. */
export function renderValidators(): string {
  const ajv = createAjv(SCHEMAS, { source: true, esm: true, formats: _`formats` });
  const paths = Object.keys(SCHEMAS).filter((path) => path.startsWith('raw/'));
  const names = Object.fromEntries(paths.map((path, i) => [`v${i}`, path]));
  const entries = Object.entries(names).map(([name, path]) => `  ${JSON.stringify(path)}: ${name},`);
  return `import { formats } from './formats.ts';\n${standalone.default(ajv, names)}\nexport const PRECOMPILED = {\n${entries.join('\n')}\n};\n`;
}
