// Schemas of what a person writes, and of what every run reads → the source of a module that holds their validators.
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { listSchemaProblems } from './checkSchemas.ts';
import { SCHEMAS } from './generated/registry.ts';
import { addressOf, createAjv } from './validator.ts';

/** What a line of a ledger may be; every run reads the ledgers of the project. */
const LEDGER_LINES = ['header', 'row'] as const;

/**
 * JavaScript that exports `PRECOMPILED` (see precompiled.ts). It imports the formats from `./formats.ts`.
 * @throws Error with a line for every schema that is none
 */
export function renderValidators(): string {
  try {
    return render();
  } catch (error) {
    // Asked only now: every schema is compiled for it, which a program without a mistake need not wait for.
    const problems = listSchemaProblems(SCHEMAS);
    throw problems.length > 0 ? new Error(problems.join('\n'), { cause: error }) : error;
  }
}

function render(): string {
  const ajv = createAjv(SCHEMAS, { source: true, esm: true, formats: _`formats` });
  const paths = Object.keys(SCHEMAS).filter((path) => path.startsWith('raw/') || path.startsWith('mapping'));
  const addresses = [...paths, ...LEDGER_LINES.map((definition) => addressOf('ledger.schema.json', definition))];
  const names = Object.fromEntries(addresses.map((address, i) => [`v${i}`, address]));
  const entries = Object.entries(names).map(([name, address]) => `  ${JSON.stringify(address)}: ${name},`);
  return `import { formats } from './formats.ts';\n${standalone.default(ajv, names)}\nexport const PRECOMPILED = {\n${entries.join('\n')}\n};\n`;
}
