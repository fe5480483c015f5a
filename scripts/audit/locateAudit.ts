// Findings of an audit → findings with lines and columns, as every report shows them.
import { type Locate, locateRecords } from '../exchange/locateRecords.ts';
import type { Mapping } from '../exchange/mapping.ts';
import type { OpenFile, RecordPlace } from '../exchange/record.ts';
import { excerpt } from '../findings/finding.ts';
import { compareFindings, type LocatedFinding, locateFindings } from '../findings/locate.ts';
import type { AuditFinding } from './runAudit.ts';

/** Sorted by file, line, column and code. `read` gives the text of the mapping. */
export function locateAudit(
  mapping: Mapping,
  findings: readonly AuditFinding[],
  open: OpenFile,
  read: (file: string) => string | null,
): LocatedFinding[] {
  const locate = locateRecords(mapping, open, placesOf(findings));
  const pointerOf = namePointers(mapping);
  return findings
    .map((finding) =>
      finding.place.file === mapping.file ? locateInMapping(finding, read) : toLocated(finding, locate, pointerOf),
    )
    .sort(compareFindings);
}

function* placesOf(findings: readonly AuditFinding[]): Generator<RecordPlace> {
  for (const { place, related = [] } of findings) {
    yield place;
    yield* related;
  }
}

function toLocated(finding: AuditFinding, locate: Locate, pointerOf: (place: RecordPlace) => string): LocatedFinding {
  const { code, severity, place, message, expected, found, hint, related = [] } = finding;
  return {
    code,
    severity,
    file: place.file,
    range: locate(place),
    pointer: pointerOf(place),
    message,
    expected: expected ?? null,
    found: found === undefined ? null : excerpt(found),
    hint: hint ?? null,
    fix: null,
    related: related.map((other) => ({ file: other.file, range: locate(other), message: other.message })),
  };
}

function locateInMapping(finding: AuditFinding, read: (file: string) => string | null): LocatedFinding {
  const { code, severity, place, message, expected, found, hint } = finding;
  const [located] = locateFindings(
    [
      {
        code,
        severity,
        file: place.file,
        pointer: place.pointer,
        message,
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
        ...(hint === undefined ? {} : { hint }),
      },
    ],
    read,
  );
  return located as LocatedFinding;
}

/** A JSON Pointer into the whole file where it has records in one value, else into the record. */
function namePointers({ files }: Mapping): (place: RecordPlace) => string {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return ({ file, row, pointer }) => {
    const source = byPath.get(file);
    if (row === null || row < 0 || !source) return pointer;
    if (source.format === 'json') return `${source.rows ?? ''}/${row}${pointer}`;
    return source.format === 'xlsx' || source.format === 'claimreview' ? `/${row}${pointer}` : pointer;
  };
}
