// raw/ → build/parquet or build/npm, which are not committed.
import { Argument } from 'commander';
import { listRows } from '../dataset/tableRows.ts';
import { type Check, checkProject } from '../examine/checkProject.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { KeepFolder, recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { beside, openProject, type Project } from '../project/openProject.ts';
import { versionOf } from '../release/version.ts';
import { type DefineCommand, rawOption } from './command.ts';
import { reportFindings } from './reporting.ts';

export interface ExportOptions {
  raw: string;
  out?: string;
}

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('export')
    .description('validate raw/ and write its tables as Parquet files, or as an npm package')
    .addArgument(new Argument('<kind>').choices(['parquet', 'npm']))
    .addOption(rawOption())
    .option('--out <dir>', 'where the files are written (default: build/parquet or build/npm)')
    .action(async (kind, options) => done(await exportDataset(kind, options, terminal)));
};

/** What can be made beside the dataset. */
export type ExportKind = 'parquet' | 'npm';

/** `npm run build:parquet` and `npm run build:npm`: validates first, and writes nothing where there is an error (exit code 1). */
export async function exportDataset(kind: ExportKind, options: ExportOptions, terminal: Terminal): Promise<number> {
  const out = options.out ?? `build/${kind}`;
  await recoverFolder(out);
  const project = openProject(options);
  const write = kind === 'parquet' ? (await import('../dataset/writeParquet.ts')).writeParquetFiles : writePackage;
  const fill = async (staging: string) => {
    const written = await write(project, staging);
    if (written.check.summary.errors > 0) throw new KeepFolder(written);
    return written;
  };
  const result: Written = await replaceFolder(out, fill, { owned: ownershipOf(kind, out, project) });
  const { findings, summary, snapshot } = result.check;
  if (findings.length > 0)
    terminal.out(await reportFindings(findings, summary, 'text', readTextIfAny, terminal.colour));
  if (summary.errors > 0) {
    terminal.out(`Nothing was written: ${summary.errors} errors must be put right first.\n`);
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

/** Checks the project and writes its npm package, whose data are in memory as a whole. */
async function writePackage(project: Project, folder: string): Promise<Written> {
  const check = await checkProject(project, { keepRows: true });
  if (check.summary.errors > 0) return { check, files: [] };
  const { settings, vocabulary, home, history } = project;
  const licence = readTextIfAny(beside({ home }, 'LICENSE-DATA'));
  const { renderPackage } = await import('../formats/npmPackage.ts');
  const version = versionOf(history, check.snapshot);
  const files = await renderPackage({ settings, vocabulary, version, licence }, (table) => listRows(check, table));
  await writeFiles(folder, files);
  return { check, files: Array.from(files.values(), (file) => ({ bytes: Buffer.byteLength(file) })) };
}

/** Which files in the folder an earlier run wrote: Parquet files; for a package, all of one that has our name. */
function ownershipOf(kind: ExportKind, out: string, { settings }: Project): (path: string) => boolean {
  if (kind === 'parquet') return (path) => path.endsWith('.parquet');
  try {
    const { name } = JSON.parse(readTextIfAny(`${out}/package.json`) ?? '{}') as { name?: unknown };
    return () => name === settings.name;
  } catch {
    return () => false;
  }
}
