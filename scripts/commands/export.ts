// raw/ → build/parquet or build/npm, which are not committed.
import type { RowSource } from '../formats/rowFormats.ts';
import { writeFiles } from '../platform/folderFiles.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { checkProject } from '../project/checkProject.ts';
import { openProject, type Project } from '../project/openProject.ts';
import { listRows } from '../project/tableRows.ts';
import { versionOf } from '../release/version.ts';
import { reportFindings } from './reporting.ts';

export interface ExportOptions {
  raw: string;
  out?: string;
}

/** What can be made beside the dataset. */
export type ExportKind = 'parquet' | 'npm';

/** `npm run build:parquet` and `npm run build:npm`: validates first, and writes nothing where there is an error (exit code 1). */
export async function exportDataset(kind: ExportKind, options: ExportOptions, terminal: Terminal): Promise<number> {
  const out = options.out ?? `build/${kind}`;
  await recoverFolder(out);
  const project = openProject(options);
  const check = await checkProject(project, { keepRows: true });
  if (check.findings.length > 0)
    terminal.out(await reportFindings(check.findings, check.summary, 'text', readTextIfAny, terminal.colour));
  if (check.summary.errors > 0) {
    terminal.out(`Nothing was written: ${check.summary.errors} errors must be put right first.\n`);
    return 1;
  }
  const version = versionOf(project.history, check.snapshot);
  const files = await renderFiles(kind, project, version, (table) => listRows(check, table));
  const owned = ownershipOf(kind, out, project);
  await replaceFolder(out, (staging) => writeFiles(staging, files), { owned });
  const bytes = [...files.values()].reduce((sum, file) => sum + Buffer.byteLength(file), 0);
  terminal.out(`${out}: ${files.size} files, ${bytes} bytes, version ${version}\n`);
  return 0;
}

async function renderFiles(
  kind: ExportKind,
  project: Project,
  version: string,
  rowsOf: RowSource,
): Promise<Map<string, string | Uint8Array>> {
  if (kind === 'parquet') return (await import('../formats/parquet.ts')).renderParquet(rowsOf);
  const { settings, vocabulary, home } = project;
  const licence = readTextIfAny(home === '.' ? 'LICENSE-DATA' : `${home}/LICENSE-DATA`);
  const { renderPackage } = await import('../formats/npmPackage.ts');
  return renderPackage({ settings, vocabulary, version, licence }, rowsOf);
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
