// Schemas of what a person writes → the source of a module that holds their validators.
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { listSchemaProblems } from './checkSchemas.ts';
import { formats } from './formats.ts';
import { SCHEMAS } from './generated/registry.ts';
import { quickPatterns } from './quickPatterns.ts';
import { renderAcceptor } from './renderAcceptor.ts';
import { createAjv } from './validator.ts';

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
  const names = Object.fromEntries(paths.map((path, i) => [`v${i}`, path]));
  const entries = Object.entries(names).map(([name, path]) => `  ${JSON.stringify(path)}: ${name},`);
  return `import { formats } from './formats.ts';\n${standalone.default(ajv, names)}\nexport const PRECOMPILED = {\n${entries.join('\n')}\n};\n`;
}

/** JavaScript that exports `ACCEPTORS` (see acceptors.ts): for articles, of which there may be many. */
export function renderAcceptors(): string {
  const path = 'raw/article.schema.json';
  const source = renderAcceptor(path, SCHEMAS, { formats, patterns: quickPatterns });
  return `import { formats } from './formats.ts';\nimport { quickPatterns as patterns } from './quickPatterns.ts';\nexport const ACCEPTORS = { ${JSON.stringify(path)}: (${source})({ formats, patterns }) };\n`;
}
