// Files of one state of a foreign dataset → its records as they are compared, by id.
import type { Mapping } from './mapping.ts';
import { readRecords } from './readRecords.ts';
import type { ForeignRecord, OpenFile, ReadProblem } from './record.ts';

/** A record as it is compared with another state of itself. */
interface State {
  verdict: string | null;
  text: string | null;
  values: Record<string, string>;
}

/**
 * The records of a dataset by id; of one id the second is `id#2`. Without an id the claim is the key. Problems that
 * lose a record are given too.
 */
export async function readState(
  mapping: Mapping,
  open: OpenFile,
): Promise<{ records: Map<string, State>; problems: ReadProblem[] }> {
  const records = new Map<string, State>();
  const times = new Map<string, number>();
  const problems: ReadProblem[] = [];
  await readRecords(mapping, open, {
    record(record) {
      if (record.file.copyOf !== null) return;
      const id = record.values.id ?? record.values.text ?? `row ${record.row + 1}`;
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      records.set(time === 1 ? id : `${id}#${time}`, stateOf(record));
    },
    problem: (problem) => {
      if (problem.records > 0 || problem.row === null) problems.push(problem);
    },
  });
  return { records, problems };
}

function stateOf({ values, verdict, lists, extra }: ForeignRecord): State {
  const others: Record<string, string> = {};
  for (const [role, value] of Object.entries(values))
    if (role !== 'id' && role !== 'text' && role !== 'verdict' && typeof value === 'string') others[role] = value;
  for (const [path, value] of Object.entries(extra)) if (typeof value === 'string') others[path] = value;
  for (const [name, items] of Object.entries(lists))
    if (items.length > 0) others[name] = JSON.stringify(items.map((item) => ({ ...item.values, ...item.many })));
  return { verdict: verdict ?? values.verdict ?? null, text: values.text ?? null, values: others };
}
