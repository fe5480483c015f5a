// raw/ → findings, for a person or a program.
import { writeFileAtomic } from '../platform/files.ts';
import { readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { checkProject } from '../project/checkProject.ts';
import { openProject } from '../project/openProject.ts';
import { reportFindings } from './reporting.ts';

export interface ValidateOptions {
  raw: string;
  captures?: string;
  format: 'text' | 'json';
  output?: string;
  jobs?: number;
}

/** `npm run validate`: reports everything that is wrong. Exit code 1 where there is an error. */
export async function validate(options: ValidateOptions, terminal: Terminal): Promise<number> {
  const check = await checkProject(openProject(options), { jobs: options.jobs });
  const report = await reportFindings(
    check.findings,
    check.summary,
    options.format,
    readTextIfAny,
    options.output === undefined && terminal.colour,
  );
  if (options.output === undefined) terminal.out(report);
  else await writeFileAtomic(options.output, report);
  return check.summary.errors > 0 ? 1 : 0;
}
