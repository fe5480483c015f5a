// List of schema files → a module that imports each of them.
import { DERIVED_NOTICE, type SchemaFile } from './source.ts';

/** A module with every schema by its path, so that no file is looked for at run time. */
export function deriveRegistry(files: readonly SchemaFile[]): string {
  const imports = files.map((file, i) => `import s${i} from '../../../schemas/${file.path}' with { type: 'json' };`);
  const entries = files.map((file, i) => `  '${file.path}': s${i},`);
  return `// ${DERIVED_NOTICE}\n${imports.join('\n')}\n\nexport const SCHEMAS = {\n${entries.join('\n')}\n};\n\nexport type SchemaPath = keyof typeof SCHEMAS;\n`;
}
