// A dataset that somebody else made, and its mapping → labels in raw/, with where they came from.
import { createHash } from 'node:crypto';
import { decodeArticle } from '../article/decodeArticle.ts';
import { type AuditFinding, runAudit } from '../audit/runAudit.ts';
import type { Mapping } from '../exchange/mapping.ts';
import { readRecords } from '../exchange/readRecords.ts';
import type { ForeignRecord, ReadProblem } from '../exchange/record.ts';
import { locateFindings } from '../findings/locate.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { readChunks } from '../platform/chunks.ts';
import { createFile, ensureFolder, writeFileAtomic } from '../platform/files.ts';
import { listNames, readSource, readSourceText, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openMapping } from '../project/openMapping.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { newestRelease } from '../release/history.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import type { RawArticle } from '../schemas/generated/types.ts';
import { describeSource } from '../transfer/describeSource.ts';
import { Names } from '../transfer/names.ts';
import { Plan } from '../transfer/plan.ts';
import { renderBlock, renderEntries, renderLabel } from '../transfer/renderLabel.ts';
import { Tally } from '../transfer/tally.ts';
import { toArticle } from '../transfer/toArticle.ts';
import type { Imported } from '../transfer/toLabel.ts';
import { type Occasion, updateArticle, withdrawArticle } from '../transfer/updateArticle.ts';
import { countOf } from '../values/countOf.ts';
import { draft } from './audit.ts';
import { type DefineCommand, rawOption } from './command.ts';
import { sayNothingWritten } from './reporting.ts';

export interface ImportOptions {
  raw: string;
  dryRun?: boolean;
  update?: boolean;
  draft?: boolean;
}

/** Rules of reading: what one of them finds must be put right before anything is imported. */
const READING = new Set(['F01', 'F02', 'F05', 'F10']);
/** Parts of a mapping in which a null or an empty list says something, and so does everything in an extra field. */
const WHOLE = ['files', 'missing', 'extra', 'dropped', 'declared'];
/** So many findings are shown. */
const SHOWN = 20;

export const define: DefineCommand = (program, { terminal, today, done }) => {
  program
    .command('import')
    .description('bring in a dataset that somebody else made, as labels with their source')
    .argument('<files...>', 'a mapping; with --draft data files')
    .addOption(rawOption())
    .option('--draft', 'print a mapping for data files, with guesses and what is to be decided')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--update', 'take over what a newer source has changed')
    .action(async (files: string[], options) => done(await importDataset(files, options, terminal, today())));
};

/**
 * `npm run import -- MAPPING`: reads everything first, and writes only where nothing is wrong. Exit code 1 where a
 * record or a verdict cannot be read, or where a file is there already.
 */
export async function importDataset(
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
  today: string,
): Promise<number> {
  if (options.draft) return draftImport(files, options, terminal);
  const [path] = files;
  if (path === undefined || files.length > 1) throw new UserError('Name one mapping.');
  const opened = openMapping(path);
  if ('findings' in opened) {
    const located = locateFindings(opened.findings, readSourceText);
    return refuse(located, terminal);
  }
  const { mapping } = opened;
  for (const role of ['text', 'verdict'] as const)
    if (!mapping.fields.some((field) => field.role === role))
      throw new UserError(`${path} does not say which field has the ${role === 'text' ? 'claim' : role}.`);
  return new Import(mapping, openProject(options), options, terminal, today).run();
}

/** A mapping for data files: of a format that is known, or with guesses. */
async function draftImport(files: readonly string[], options: ImportOptions, terminal: Terminal): Promise<number> {
  const { draftKnown } = await import('../transfer/draftKnown.ts');
  const known = await draftKnown(files, readChunks, openProject(options).vocabulary);
  if (known === null) return draft(files, terminal, true);
  terminal.out(known);
  return 0;
}

class Import {
  private readonly mapping: Mapping;
  private readonly project: Project;
  private readonly options: ImportOptions;
  private readonly terminal: Terminal;
  private readonly today: string;
  private readonly names: Names;
  private readonly plan: Plan;
  private readonly skipped = new Tally();
  private readonly existing: ReadonlySet<string>;
  /** Articles that a newer source changes, by path, with their new text. */
  private readonly changed = new Map<string, string>();
  private readonly records = new Map<string, number>();
  private readonly done = { new: 0, changed: 0, unchanged: 0, kept: 0, withdrawn: 0 };

  constructor(mapping: Mapping, project: Project, options: ImportOptions, terminal: Terminal, today: string) {
    this.mapping = mapping;
    this.project = project;
    this.options = options;
    this.terminal = terminal;
    this.today = today;
    this.names = new Names(project.vocabulary);
    this.plan = new Plan(mapping, this.names, new Set(project.vocabulary.verdicts.keys()));
    this.existing = new Set(listNames(`${project.raw}/articles`, '.md').map((name) => name.replace(/^.*\//, '')));
  }

  async run(): Promise<number> {
    const { mapping, options, project } = this;
    this.requireVocabulary();
    if (!(await this.judge())) return 1;
    const digests = this.measure();
    const sourceFile = `${project.raw}/sources/${mapping.name}.yml`;
    if (!options.update && readTextIfAny(sourceFile) !== null)
      throw new UserError(`${sourceFile} is there already: with --update its claims follow the newer files.`);
    const occasion: Occasion = { date: this.today, sha256: digests.join(' '), released: this.listReleased() };
    const conflicts: string[] = [];
    const isSound = await this.readAll((made) => {
      const path = this.pathOf(made);
      if (!this.existing.has(`${made.label.id}.md`)) this.done.new++;
      else if (!options.update || !this.follow(path, made, occasion)) conflicts.push(path);
    });
    if (!isSound) return 1;
    if (conflicts.length > 0)
      throw new UserError(
        `${conflicts.slice(0, 3).join(', ')}${conflicts.length > 3 ? ` and ${conflicts.length - 3} more` : ''}: there already, and not from this source. Nothing was written.`,
      );
    if (options.update) this.withdrawVanished(occasion);
    const source = describeSource({
      mapping,
      digests,
      records: mapping.files.map(({ path: file }) => this.records.get(file) ?? 0),
      claims: this.plan.rows.size,
      drafts: this.plan.verdicts.get(Plan.DRAFT) ?? 0,
      skipped: this.skipped,
      tally: this.plan.tally,
    });
    const text = `${renderBlock(source, '', WHOLE).join('\n')}\n`;
    const report = this.report(sourceFile);
    // Before anything is written: a vocabulary that nothing can be added to stops the import.
    const vocabularies = this.extendVocabularies();
    if (!options.dryRun) await this.write(sourceFile, text, vocabularies);
    this.terminal.out(report);
    return 0;
  }

  private requireVocabulary(): void {
    const { vocabulary, raw } = this.project;
    const [damaged] = vocabulary.damaged;
    if (damaged)
      throw new UserError(`${vocabulary.files[damaged]} cannot be read in full; \`npm run validate\` says why.`);
    if (vocabulary.verdicts.size === 0)
      throw new UserError(`${raw}/vocabulary/verdicts.yml names no verdict: an import needs the scale of the project.`);
  }

  /** The rules of reading; false where one has found something. */
  private async judge(): Promise<boolean> {
    const { mapping, terminal } = this;
    const { RULES } = await import('../audit/index.ts');
    const rules = RULES.filter(({ code }) => READING.has(code));
    const found = await runAudit(mapping, rules, readChunks, { maps: [], classes: null });
    const isFeed = (file: string) =>
      mapping.files.some(({ path, format }) => path === file && format === 'claimreview');
    const stopping = found.findings.filter(({ code, severity, place, message }) => {
      if (severity !== 'error') return false;
      if (!isFeed(place.file) || place.row === null) return true;
      // A feed is read with leniency: what is no review is left out, and a date that is none stays as it is written.
      if (code === 'F01') this.skipped.add('record', message);
      return code !== 'F01' && code !== 'F05';
    });
    if (stopping.length === 0) return true;
    await this.tell(stopping);
    terminal.out(sayNothingWritten(stopping.length));
    return false;
  }

  /** Reads every record and makes its label; false where one cannot be imported. */
  private async readAll(take: (made: Imported) => void): Promise<boolean> {
    const { mapping, plan, terminal } = this;
    await readRecords(mapping, readChunks, {
      record: (record: ForeignRecord) => {
        this.records.set(record.file.path, (this.records.get(record.file.path) ?? 0) + 1);
        const made = plan.take(record);
        if (made) take(made);
      },
      problem: () => {},
      note: (what) => plan.tally.add('claimreview', what),
    });
    const problems = plan.listProblems();
    if (problems.length === 0) return true;
    await this.tell(problems.map(toFinding), plan.untold);
    terminal.out(sayNothingWritten(problems.length + plan.untold));
    return false;
  }

  private async tell(findings: readonly AuditFinding[], untold = 0): Promise<void> {
    const { locateAudit } = await import('../audit/locateAudit.ts');
    const { renderBlocks } = await import('../findings/renderText.ts');
    const located = locateAudit(this.mapping, findings, readChunks, readSourceText);
    const context = {
      read: readSourceText,
      titleOf: (code: string) => ruleOf(code).title,
      colour: this.terminal.colour,
    };
    this.terminal.out(`${renderBlocks(located.slice(0, SHOWN), context).join('\n\n')}\n\n`);
    const more = located.length - SHOWN + untold;
    if (more > 0) this.terminal.out(`… and ${more} more.\n`);
  }

  /** SHA-256 of each file. */
  private measure(): string[] {
    return this.mapping.files.map(({ path }) => {
      const digest = createHash('sha256');
      for (const chunk of readChunks(path)) digest.update(chunk);
      return digest.digest('hex');
    });
  }

  private listReleased(): Set<string> {
    const release = newestRelease(this.project.history);
    return new Set(release?.tables.find(({ name }) => name === 'claims')?.rows.keys() ?? []);
  }

  private pathOf({ label }: Imported): string {
    return `${this.project.raw}/articles/${label.id}.md`;
  }

  /** Compares an article with its newer source; false where it is not from this source. */
  private follow(path: string, made: Imported, occasion: Occasion): boolean {
    const article = this.readOwn(path);
    if (article === null) return false;
    const updated = updateArticle(article, made.label, occasion);
    if (updated === 'unchanged' || updated === 'kept') this.done[updated]++;
    else {
      this.done.changed++;
      this.changed.set(path, renderLabel(updated));
    }
    return true;
  }

  private withdrawVanished(occasion: Occasion): void {
    const { mapping, plan, project } = this;
    for (const name of this.existing) {
      const id = name.slice(0, -3);
      if (!id.startsWith(`${mapping.name}-`) || plan.rows.has(id)) continue;
      const path = `${project.raw}/articles/${name}`;
      const article = this.readOwn(path);
      const withdrawn = article && withdrawArticle(article, mapping.name, occasion);
      if (!withdrawn) continue;
      this.done.withdrawn++;
      this.changed.set(path, renderLabel(withdrawn));
    }
  }

  /** The article in a file, where it came from this source. */
  private readOwn(path: string): RawArticle | null {
    const read = readSource(path);
    if (!('bytes' in read)) return null;
    const { article, lost } = decodeArticle(path, read.bytes);
    const isOwn = article?.claims.some(({ source }) => source?.name === this.mapping.name);
    return isOwn && !lost ? article : null;
  }

  /** Vocabularies first, since articles name what is in them; the file of the source last, when all is there. */
  private async write(sourceFile: string, source: string, vocabularies: ReadonlyMap<string, string>): Promise<void> {
    const { project, plan, mapping } = this;
    for (const folder of ['articles', 'vocabulary', 'sources']) await ensureFolder(`${project.raw}/${folder}`);
    for (const [path, text] of [...vocabularies, ...this.changed]) await writeFileAtomic(path, text);
    if (this.done.new > 0)
      await readRecords(mapping, readChunks, {
        record: (record) => {
          if (record.file.copyOf !== null) return;
          const made = plan.make(record);
          const path = this.pathOf(made);
          if (this.existing.has(`${made.label.id}.md`)) return;
          if (!createFile(path, renderLabel(toArticle(made.label))))
            throw new UserError(`${path} has come while the import was running. Say --update to go on.`);
        },
        problem: () => {},
      });
    await writeFileAtomic(sourceFile, source);
  }

  /** The vocabularies with what is new in them, by path. */
  private extendVocabularies(): Map<string, string> {
    const { names, project } = this;
    const { publishers, entities } = project.vocabulary.files;
    const texts = new Map<string, string>();
    if (names.newPublishers.length > 0) texts.set(publishers, appendEntries(publishers, names.newPublishers));
    if (names.newEntities.length > 0) texts.set(entities, appendEntries(entities, names.newEntities));
    return texts;
  }

  private report(sourceFile: string): string {
    const { names, plan, mapping, options, done } = this;
    const list = (counts: Record<string, number>) =>
      Object.entries(counts).map(([what, n]) => `  ${sanitiseForTerminal(what)}  ${n}\n`);
    const verdicts = [...plan.verdicts].map(([verdict, n]) => `${verdict} ${n}`).join(', ');
    const made = { new: done.new, ...(options.update ? done : {}) };
    const words = Object.entries(made).map(([what, n]) => `${n} ${what}`);
    return [
      `${mapping.name}: ${countOf(plan.rows.size, 'claim')} (${verdicts})\n`,
      ...section('Left out:', list(this.skipped.list())),
      ...section('Changed on the way, and counted in the file of the source:', list(plan.tally.list())),
      `${options.dryRun ? 'Would be written' : 'Written'}: articles ${words.join(', ')}; ${names.newEntities.length} entities, ${names.newPublishers.length} publishers, ${sourceFile}\n`,
      ...(options.dryRun ? [] : ['`npm run validate` says what is left to decide.\n']),
    ].join('');
  }
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n`, ...lines];
}

async function refuse(located: Parameters<typeof renderFindings>[0], terminal: Terminal): Promise<number> {
  terminal.out(await renderFindings(located, terminal.colour));
  return 1;
}

async function renderFindings(located: ReturnType<typeof locateFindings>, colour: boolean): Promise<string> {
  const { renderBlocks } = await import('../findings/renderText.ts');
  const context = { read: readSourceText, titleOf: (code: string) => ruleOf(code).title, colour };
  return `${renderBlocks(located, context).join('\n\n')}\n`;
}

function toFinding({ code, file, row, line, pointer, ...words }: ReadProblem): AuditFinding {
  const { message, expected, found, hint } = words;
  return {
    code,
    severity: 'error',
    place: { file, row, line, pointer },
    rows: [],
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A vocabulary with entries behind those that it has, which stay as they are written. */
function appendEntries(file: string, entries: readonly object[]): string {
  const old = readTextIfAny(file) ?? '';
  const isList = /^- /m.test(old);
  const isNone = old.replace(/^\s*(?:#.*)?$/gm, '').replace(/[[\]\s]/g, '') === '';
  if (!isList && !isNone)
    throw new UserError(`${file} is no list with a line for each entry; write it as \`- id: …\`.`);
  const kept = isList ? old.replace(/\n*$/, '\n') : old.replace(/^\s*\[\s*\]\s*$/m, '').replace(/^\n+$/, '');
  return `${kept}${renderEntries(entries)}`;
}
