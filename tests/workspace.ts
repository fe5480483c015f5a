// A temporary copy of the example project, and a small language to change, validate and build it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { build } from '../scripts/commands/build.ts';
import { explore } from '../scripts/commands/explore.ts';
import { fix } from '../scripts/commands/fix.ts';
import { createArticle } from '../scripts/commands/new.ts';
import { validate } from '../scripts/commands/validate.ts';
import type { Terminal } from '../scripts/platform/terminal.ts';
import type { Report } from '../scripts/schemas/generated/types.ts';

export const GAZETTE = 'raw/articles/gazette-2024-05-02.md';
export const HERALD = 'raw/articles/herald-2024-05-03.md';

/** What a command printed and how it ended. */
export interface Outcome {
  exitCode: number;
  out: string;
  err: string;
}

export class Workspace {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  path(name: string): string {
    return join(this.root, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  rows(name: string): Record<string, unknown>[] {
    return this.read(`dataset/${name}`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  file(name: string, content: string | Uint8Array): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this;
  }

  remove(name: string): this {
    rmSync(this.path(name), { recursive: true });
    return this;
  }

  /** Replaces the first occurrence of a text, which must be there. */
  edit(name: string, replace: string, by: string): this {
    const text = this.read(name);
    if (!text.includes(replace)) throw new Error(`${name} does not hold ${JSON.stringify(replace)}`);
    return this.file(
      name,
      text.replace(replace, () => by),
    );
  }

  async build(options: Partial<Parameters<typeof build>[0]> = {}): Promise<Outcome> {
    return record((terminal) => build({ raw: this.path('raw'), ...options }, terminal, () => 0));
  }

  async validate(options: Partial<Parameters<typeof validate>[0]> = {}): Promise<Outcome> {
    return record((terminal) => validate({ raw: this.path('raw'), format: 'text', ...options }, terminal));
  }

  async fix(options: Partial<Parameters<typeof fix>[0]> = {}): Promise<Outcome> {
    return record((terminal) => fix({ raw: this.path('raw'), ...options }, terminal));
  }

  async explore(options: Partial<Parameters<typeof explore>[0]> = {}): Promise<Outcome> {
    const all = { raw: this.path('raw'), out: this.path('index.html'), ...options };
    return record((terminal) => explore(all, terminal, AbortSignal.abort()));
  }

  async create(options: Partial<Parameters<typeof createArticle>[1]>): Promise<Outcome> {
    const nobody = { somebody: () => null, today: () => '2024-06-01' };
    return record((terminal) => createArticle([], { raw: this.path('raw'), ...options }, { terminal, ...nobody }));
  }

  /** The JSON report of a validation. */
  async report(options: Partial<Parameters<typeof validate>[0]> = {}): Promise<Report> {
    return JSON.parse((await this.validate({ format: 'json', ...options })).out) as Report;
  }
}

/** A copy of examples/gazette in a folder that goes away with the test. */
export function openWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync('examples/gazette', root, { recursive: true });
  return new Workspace(root);
}

export async function record(work: (terminal: Terminal) => Promise<number>): Promise<Outcome> {
  const outcome = { exitCode: -1, out: '', err: '' };
  outcome.exitCode = await work({
    out: (text) => {
      outcome.out += text;
    },
    err: (text) => {
      outcome.err += text;
    },
    colour: false,
    interactive: false,
  });
  return outcome;
}
