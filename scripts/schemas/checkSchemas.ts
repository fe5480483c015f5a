// Schemas → what is wrong with each of them as a schema, in a line each.
import { createAjv } from './validator.ts';

/** One line for every mistake, with the file that it stands in. */
export function listSchemaProblems(schemas: Readonly<Record<string, object>>): string[] {
  const paths = Object.keys(schemas);
  const ajv = createAjv({});
  const own = paths.flatMap((path) =>
    attempt(path, () => {
      refuseBroken(schemas[path]);
      ajv.validateSchema(schemas[path] as object, true);
    }),
  );
  if (own.length > 0) return own;
  const together = createAjv(schemas);
  const all = paths.flatMap((path) => attempt(path, () => together.getSchema(path)));
  // A mistake breaks the schemas that refer to it too; its own file is among them.
  const first = all.filter((one) => paths.some((path) => one.startsWith(`schemas/${path}: `) && says(one, path)));
  return first.length > 0 ? first : all;
}

/** Whether the message behind the path names the path again, as the place of the mistake. */
function says(line: string, path: string): boolean {
  return line.slice(line.indexOf(': ')).includes(path);
}

function attempt(path: string, check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [`schemas/${path}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/**
 * What the schema of schemas does not see. JSON may call a key `__proto__`; as a property of an object in JavaScript
 * it is none, and nothing would judge it.
 */
function refuseBroken(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  if (Object.hasOwn(node, '__proto__')) throw new Error('a key cannot be called `__proto__`');
  if ('pattern' in node && typeof node.pattern === 'string') new RegExp(node.pattern, 'u');
  for (const value of Object.values(node)) refuseBroken(value);
}
