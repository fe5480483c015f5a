// Path of a mapping file → the mapping, or the findings in it.
import { dirname, join, posix } from 'node:path';
import { isDataFile, type Mapping, readMapping } from '../exchange/mapping.ts';
import type { Finding } from '../findings/finding.ts';
import { readSource, readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import { toFinding } from '../rules/engine/rule.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { shellWord } from '../values/shellWord.ts';

/**
 * Reads a mapping; paths in it are relative to its folder.
 * @throws UserError where there is no such file, and where it is the data that a mapping is of
 */
export function openMapping(path: string): { mapping: Mapping } | { findings: Finding[] } {
  const source = readSource(path);
  if ('problem' in source) throw new UserError(`cannot read ${path}: ${source.problem}`);
  if (isDataFile(path))
    throw new UserError(
      `${path} is data. Name the mapping that says what its fields mean; \`audit --draft ${shellWord(path)}\` prints one to begin with.`,
    );
  const text = decodeUtf8(source.bytes);
  if (text === null) throw new UserError(`cannot read ${path}: it is not valid UTF-8.`);
  const folder = dirname(path);
  const read = readMapping(path, text, {
    resolve: (name) => toPosix(join(folder, name)),
    read: (name) => readTextIfAny(join(folder, name)),
  });
  if ('mapping' in read) return read;
  return { findings: read.drafts.map((draft) => toFinding(ruleOf(draft.code), draft)) };
}

function toPosix(path: string): string {
  return path.replaceAll('\\', posix.sep);
}
