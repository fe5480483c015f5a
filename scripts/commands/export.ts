// raw/ → build/<kind>: its tables in another form, which is not committed.
import { Argument, InvalidArgumentError } from 'commander';
import { writeJsonLines } from '../dataset/renderDataset.ts';
import { streamRows } from '../dataset/streamRows.ts';
import type { Check } from '../examine/check.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { withScratchFolder } from '../platform/scratchFolder.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { type Project, readBeside } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import { versionOf } from '../release/version.ts';
import { KINDS } from '../transfer/canonical.ts';
import { type DefineCommand, rawOption } from './command.ts';
import { reportFindings, sayNothingWritten } from './reporting.ts';

export interface ExportOptions {
  raw: string;
  out?: string;
  /** Parquet as folders of parts; the rows of a part where they are told. */
  parts?: number | true;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('export')
    .description('validate raw/ and write its tables in another form, or its claims as others read them')
    .addArgument(new Argument('<kind>').choices([...EXPORTS, 'metadata', ...KINDS]))
    .addOption(rawOption())
    .option('--out <dir>', 'where the files are written (default: build/<kind>)')
    .option('--source <file>', 'the imported file itself, with what was changed in the labels')
    .option(
      '--parts [rows]',
      'parquet: a folder of files for each table, of at most so many rows (default: 100000)',
      parseRows,
    )
    .option('--kaggle <owner>', 'metadata: the account at Kaggle, for dataset-metadata.json')
    .action(async (kind, options) => {
      if (kind === 'metadata')
        return done(await (await import('./exportMetadata.ts')).exportMetadata(options, terminal));
      if (isExport(kind)) done(await exportDataset(kind, options, terminal));
      else done(await (await import('./exportClaims.ts')).exportClaims(kind, options, terminal));
    });
};

function parseRows(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1 is needed.');
  return Number(text);
}

const EXPORTS = ['parquet', 'npm', 'sqlite', 'xlsx'] as const;

/** What can be made beside the dataset. */
export type ExportKind = (typeof EXPORTS)[number];

function isExport(kind: string): kind is ExportKind {
  return (EXPORTS as readonly string[]).includes(kind);
}

/**
 * `npm run build:parquet`, `npm run build:npm`, `npm run export -- sqlite|xlsx`: validates first, and writes nothing
 * where there is an error (exit code 1).
 */
export async function exportDataset(kind: ExportKind, options: ExportOptions, terminal: Terminal): Promise<number> {
  if (options.parts && kind !== 'parquet') throw new UserError('--parts goes with `export parquet`.');
  const out = options.out ?? `build/${kind}`;
  const project = openJudged(options);
  await recoverFolder(out);
  const fill = (staging: string): Promise<Written> =>
    withScratchFolder(async (scratch) => {
      const check = await writeJsonLines(project, scratch);
      if (check.summary.errors > 0) return { check, files: [] };
      const rowsOf: RowSource = (table) => streamRows(scratch, table);
      return { check, files: await WRITERS[kind]({ project, check, rowsOf, folder: staging, parts: options.parts }) };
    });
  const result = await replaceFolder(out, fill, {
    owned: ownershipOf(kind, out, project),
    keep: ({ check }) => check.summary.errors > 0,
  });
  const { findings, summary, snapshot } = result.check;
  if (findings.length > 0)
    terminal.out(await reportFindings(findings, summary, 'text', readTextIfAny, terminal.colour));
  if (summary.errors > 0) {
    terminal.out(sayNothingWritten(summary.errors));
    return 1;
  }
  const bytes = result.files.reduce((sum, file) => sum + file.bytes, 0);
  const version = versionOf(project.history, snapshot);
  terminal.out(`${out}: ${result.files.length} files, ${bytes} bytes, version ${version}\n`);
  return 0;
}

/** Files in a folder, and the check of what they were made from. */
interface Written {
  check: Check;
  files: readonly { bytes: number }[];
}

/** What a writer is given; `folder` is empty. */
interface Work {
  project: Project;
  check: Check;
  rowsOf: RowSource;
  folder: string;
  parts: ExportOptions['parts'];
}

/** A writer is loaded when it is needed. */
const WRITERS: Record<ExportKind, (work: Work) => Promise<Written['files']>> = {
  parquet: async ({ project, check, rowsOf, folder, parts }) => {
    const { PART_ROWS, writeParquetFiles, writeParquetParts } = await import('../dataset/writeParquet.ts');
    const { extra } = project.settings;
    if (parts) return writeParquetParts(rowsOf, parts === true ? PART_ROWS : parts, extra, folder);
    return writeParquetFiles(rowsOf, check.tally.counts(project.vocabulary), extra, folder);
  },
  npm: async ({ project: { settings, vocabulary, home, history }, check, rowsOf, folder }) => {
    const { writePackage } = await import('../dataset/writePackage.ts');
    const licence = readBeside({ home }, 'LICENSE-DATA');
    const version = versionOf(history, check.snapshot);
    return writePackage({ settings, vocabulary, version, licence }, rowsOf, folder);
  },
  sqlite: async ({ project: { settings, history }, check, rowsOf, folder }) => {
    const { writeSqlite } = await import('../dataset/writeSqlite.ts');
    const head = { settings, version: versionOf(history, check.snapshot), database: settings.name };
    return writeSqlite(head, rowsOf, folder);
  },
  xlsx: async ({ project: { settings, history }, check, rowsOf, folder }) => {
    const { writeWorkbook } = await import('../dataset/writeWorkbook.ts');
    return writeWorkbook({ settings, version: versionOf(history, check.snapshot) }, rowsOf, folder);
  },
};

/** Which files in the folder an earlier run wrote: by their names; for a package, all of one that has our name. */
function ownershipOf(kind: ExportKind, out: string, { settings }: Project): (path: string) => boolean {
  if (kind === 'parquet' || kind === 'xlsx') return (path) => path.endsWith(`.${kind}`);
  if (kind === 'sqlite') return (path) => path === 'metadata.json' || path.endsWith('.sqlite');
  try {
    const { name } = JSON.parse(readTextIfAny(`${out}/package.json`) ?? '{}') as { name?: unknown };
    return () => name === settings.name;
  } catch {
    return () => false;
  }
}
