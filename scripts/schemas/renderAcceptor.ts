// A schema of what a person writes → the source of a function that only says whether a value is right, at a tenth of a
// validator's cost.
import type { SchemaNode } from './derive/source.ts';

/**
 * What judges texts: the formats that a schema may name, and functions that are quicker than the pattern that they
 * stand for.
 */
export interface Judges {
  formats: Record<string, (text: string) => boolean>;
  patterns: Record<string, (text: string) => boolean>;
}

/** What says something to people and nothing about values. */
const SILENT = /^(?:\$schema|\$id|\$defs|title|description|default|examples|x-.*)$/;

/**
 * JavaScript: a function of {@link Judges} that gives a function of a value. It gives true where the schema accepts the
 * value, false where it does not or where a validator must be asked. Throws for a schema that says what this module has
 * not learned. `schemas` are those that may be referred to.
 */
export function renderAcceptor(path: string, schemas: Readonly<Record<string, object>>, judges: Judges): string {
  return new Renderer(schemas, judges).render(path);
}

class Renderer {
  private readonly schemas: Readonly<Record<string, object>>;
  private readonly judges: Judges;
  /** Functions of objects by the address of their schema, and texts that several of them need. */
  private readonly functions = new Map<string, string>();
  private readonly shared: string[] = [];
  private names = 0;

  constructor(schemas: Readonly<Record<string, object>>, judges: Judges) {
    this.schemas = schemas;
    this.judges = judges;
  }

  render(path: string): string {
    const accept = this.refer(`${path}#`);
    return `({ formats, patterns }) => {\n${this.shared.join('\n')}\nreturn ${accept};\n}`;
  }

  private name(): string {
    return `n${this.names++}`;
  }

  /** The name of the function for the schema at an address. */
  private refer(address: string): string {
    const known = this.functions.get(address);
    if (known !== undefined) return known;
    const name = this.name();
    this.functions.set(address, name);
    const [path = '', fragment = ''] = address.split('#');
    let node: unknown = this.schemas[path];
    for (const key of fragment.split('/').slice(1)) node = (node as Record<string, unknown>)[key];
    const body = this.check(node as SchemaNode, 'value', path);
    this.shared.push(`function ${name}(value) {\n${body}\nreturn true;\n}`);
    return name;
  }

  /** Statements that return false where a value is not right, or may not be. */
  private check(schema: SchemaNode, value: string, path: string): string {
    if (schema.$ref !== undefined) {
      refuseOthers(schema, ['$ref'], path);
      const { pathname, hash } = new URL(schema.$ref, `schema:///${path}`);
      return `if (!${this.refer(`${pathname.slice(1)}${hash}`)}(${value})) return false;`;
    }
    if (schema.anyOf) {
      refuseOthers(schema, ['anyOf'], path);
      const [form, none, more] = schema.anyOf;
      if (!form || none?.type !== 'null' || more)
        throw new Error(`A choice at ${path} is not between a form and null.`);
      return `if (${value} !== null) {\n${this.check(form, value, path)}\n}`;
    }
    const choices = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (choices) {
      refuseOthers(schema, ['enum', 'const'], path);
      return `if (${choices.map((choice) => `${value} !== ${JSON.stringify(choice)}`).join(' && ')}) return false;`;
    }
    if (Array.isArray(schema.type)) return this.checkAny(schema, schema.type, value, path);
    switch (schema.type) {
      case 'object':
        return this.checkObject(schema, value, path);
      case 'array':
        return this.checkList(schema, value, path);
      case 'string':
        refuseOthers(schema, ['type', 'pattern', 'format'], path);
        return `if (typeof ${value} !== 'string'${this.checkText(schema, value)}) return false;`;
      case 'integer': {
        refuseOthers(schema, ['type', 'minimum'], path);
        const low = schema.minimum === undefined ? '' : ` || ${value} < ${schema.minimum}`;
        return `if (!Number.isInteger(${value})${low}) return false;`;
      }
      case 'number':
        refuseOthers(schema, ['type'], path);
        return `if (!Number.isFinite(${value})) return false;`;
      case 'boolean':
        refuseOthers(schema, ['type'], path);
        return `if (typeof ${value} !== 'boolean') return false;`;
      default:
        throw new Error(`There is no check for the type ${schema.type} at ${path}.`);
    }
  }

  /** A value of one of several types; lists and mappings are judged by what the schema says of their parts. */
  private checkAny(schema: SchemaNode, types: readonly string[], value: string, path: string): string {
    const { items, additionalProperties: others } = schema;
    refuseOthers(schema, ['type', 'items', 'additionalProperties'], path);
    return types.reduceRight((rest, type) => {
      const one: SchemaNode = { type };
      if (type === 'array' && items) one.items = items;
      if (type === 'object' && others) one.additionalProperties = others;
      return `if (${isType(type, value)}) {\n${type === 'null' ? '' : this.check(one, value, path)}\n} else {\n${rest}\n}`;
    }, 'return false;');
  }

  private checkText({ pattern, format }: SchemaNode, value: string): string {
    const tests: string[] = [];
    if (pattern !== undefined) {
      const source = JSON.stringify(pattern);
      tests.push(
        pattern in this.judges.patterns
          ? this.share(`patterns[${source}]`)
          : `${this.share(`new RegExp(${source}, 'u')`)}.test`,
      );
    }
    if (format !== undefined) tests.push(this.share(`formats[${JSON.stringify(format)}]`));
    return tests.map((test) => ` || !${test}(${value})`).join('');
  }

  private share(expression: string): string {
    const known = this.functions.get(expression);
    if (known !== undefined) return known;
    const name = this.name();
    this.functions.set(expression, name);
    this.shared.push(`const ${name} = ${expression};`);
    return name;
  }

  private checkList(schema: SchemaNode, value: string, path: string): string {
    refuseOthers(schema, ['type', 'items'], path);
    if (!schema.items) throw new Error(`A list at ${path} has no items.`);
    const [i, item] = [this.name(), this.name()];
    const body = this.check(schema.items, item, path);
    return `if (!Array.isArray(${value})) return false;\nfor (let ${i} = 0; ${i} < ${value}.length; ${i}++) {\nconst ${item} = ${value}[${i}];\n${body}\n}`;
  }

  private checkMapping(others: SchemaNode, value: string, path: string): string {
    const [key, child] = [this.name(), this.name()];
    return `${refuseNoMapping(value)}\nfor (const ${key} in ${value}) {\nconst ${child} = ${value}[${key}];\n${this.check(others, child, path)}\n}`;
  }

  private checkObject(schema: SchemaNode, value: string, path: string): string {
    refuseOthers(schema, ['type', 'properties', 'required', 'additionalProperties'], path);
    const { properties = {}, required = [], additionalProperties } = schema;
    if (typeof additionalProperties === 'object' && !schema.properties)
      return this.checkMapping(additionalProperties, value, path);
    if (additionalProperties !== false) throw new Error(`Objects at ${path} may have any key.`);
    const keys = this.name();
    const parts = Object.entries(properties).map(([key, property]) => {
      const child = this.name();
      const body = this.check(property, child, path);
      const read = `const ${child} = ${value}[${JSON.stringify(key)}];`;
      // A value that is missing is undefined, which no check lets pass.
      return required.includes(key)
        ? `${read}\n${body}`
        : `${read}\nif (${child} !== undefined) {\n${keys}++;\n${body}\n}`;
    });
    return [
      refuseNoMapping(value),
      `let ${keys} = ${required.length};`,
      ...parts,
      // Every key that may be there has been counted; another one makes them more.
      `for (const _ in ${value}) ${keys}--;`,
      `if (${keys} !== 0) return false;`,
    ].join('\n');
  }
}

function refuseNoMapping(value: string): string {
  return `if (typeof ${value} !== 'object' || ${value} === null || Array.isArray(${value})) return false;`;
}

/** Whether a value is of a type of JSON Schema at all. */
function isType(type: string, value: string): string {
  if (type === 'null') return `${value} === null`;
  if (type === 'array') return `Array.isArray(${value})`;
  return `typeof ${value} === '${type}'`;
}

/** Keywords beside those that a check knows would go unheard. */
function refuseOthers(schema: object, known: readonly string[], path: string): void {
  const others = Object.keys(schema).filter((keyword) => !known.includes(keyword) && !SILENT.test(keyword));
  if (others.length > 0) throw new Error(`There is no check for ${others.join(', ')} at ${path}.`);
}
