// Project → the Parquet file of every table, in a folder.
import { join } from 'node:path';
import type { ArticleRows } from '../claims/renderRows.ts';
import { type Check, checkProject } from '../examine/checkProject.ts';
import { ParquetTable } from '../formats/parquet.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import type { Project } from '../project/openProject.ts';
import { TABLES } from '../schemas/generated/tables.ts';

/** Checks the project and writes its tables into an existing folder. Where there is an error, what then lies there is worth nothing. */
export async function writeParquetFiles(project: Project, folder: string): Promise<{ check: Check; files: Measure[] }> {
  const tables = new ParquetFiles(folder);
  try {
    const check = await checkProject(project, { rows: tables });
    return { check, files: await tables.finish(check) };
  } finally {
    await tables.abandon();
  }
}

/** The files of all tables side by side: rows are written as they come, and only a row group of each is held in memory. */
class ParquetFiles {
  private readonly folder: string;
  private files: MeasuredFile[] = [];
  private tables: ParquetTable[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Begins every file, or begins it again. */
  async begin(): Promise<void> {
    await this.abandon();
    this.files = TABLES.map(({ name }) => new MeasuredFile(join(this.folder, `${name}.parquet`)));
    this.tables = TABLES.map(({ name }, i) => new ParquetTable(name, (bytes) => this.files[i]?.write(bytes)));
  }

  add(articles: readonly ArticleRows[]): void {
    for (const [i, { name }] of TABLES.entries()) {
      if (name === 'entities') continue;
      for (const rows of articles) for (const row of rows[name]) this.tables[i]?.add(row);
    }
  }

  /** Adds the entities, which are known last of all, and ends all files. */
  async finish({ entities }: Pick<Check, 'entities'>): Promise<Measure[]> {
    const measures: Measure[] = [];
    for (const [i, { name }] of TABLES.entries()) {
      if (name === 'entities') for (const row of entities) this.tables[i]?.add(row);
      this.tables[i]?.finish();
    }
    for (const file of this.files.splice(0)) measures.push(await file.close());
    return measures;
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    for (const file of this.files.splice(0)) await file.close();
  }
}
