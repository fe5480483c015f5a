// Data files that nobody has described → the text of a mapping, with guesses, and what a person must decide.
import { basename } from 'node:path';
import { readDate } from './dateForm.ts';
import { decodeText, EncodingError } from './decodeText.ts';
import { formatByName, type SourceFile } from './mapping.ts';
import { toText } from './readJson.ts';
import { readRows } from './readRows.ts';
import type { OpenFile, ReadProblem } from './record.ts';

/** So many records are looked at. */
const SAMPLE = 500;

/** What a field is usually called, by role; the first role that fits and is free takes it. */
const NAMES: readonly [role: string, names: RegExp][] = [
  ['id', /^(?:id|uid|claim_?id|tweet_?id|post_?id|index|row_?id|number|no\.?|nr\.?|#|kennung)$/i],
  ['text', /^(?:claim|claim_?text|statement|text|tweet|content|sentence|headline|behauptung|claim_?reviewed)$/i],
  ['verdict', /^(?:label|verdict|rating|claim_?label|class|gold|veracity|truth_?value|urteil|category)$/i],
  ['claimant', /^(?:speaker|claimant|originator|claim_?source|author|who|source_?name|sprecher)$/i],
  ['claimant_role', /^(?:speaker_?(?:description|job|title)|job|job_?title|role|occupation)$/i],
  ['claim_date', /^(?:claim_?date|date|day|statement_?date|said_?on|datum|published)$/i],
  ['language', /^(?:lang|language|sprache)$/i],
  ['split', /^(?:split|partition|fold|subset)$/i],
  ['justification', /^(?:justification|explanation|reason|rationale|ruling|summary)$/i],
  ['publisher', /^(?:publisher|site|outlet|source)$/i],
  ['url', /^(?:url|link|article_?url|source_?url|claim_?url)$/i],
  ['cluster', /^(?:cluster|group)(?:_?id)?$/i],
];
const OF_EVIDENCE: readonly [role: string, names: RegExp][] = [
  ['id', /^evidence_?id$/i],
  ['text', /^(?:evidence|evidence_?text|evidence_?sentence|snippet)$/i],
  ['url', /^(?:evidence_?(?:url|link)|source_?url)$/i],
  ['stance', /^(?:evidence_?label|stance)$/i],
  ['question', /^question$/i],
  ['answer', /^answer$/i],
  ['answer_type', /^answer_?type$/i],
  ['archive_url', /^(?:cached_?source_?url|archive_?url)$/i],
  ['medium', /^(?:source_?)?medium$/i],
  ['explanation', /^(?:boolean_?)?explanation$/i],
  ['page', /^(?:page|article)$/i],
  ['sentence', /^sentence_?(?:id|number)$/i],
];
const OF_REVIEW: readonly [role: string, names: RegExp][] = [
  ['url', /^(?:review_?url|fact_?check(?:ing)?_?(?:article|url)|factcheck_?url)$/i],
  ['published', /^(?:review_?date|fact_?check_?date)$/i],
];
const FORMS = [
  'D-M-YYYY',
  'M/D/YYYY',
  'D/M/YYYY',
  'D.M.YYYY',
  'MMMM D, YYYY',
  'MMM D, YYYY',
  'D MMMM YYYY',
  'YYYY/MM/DD',
  'YYYYMMDD',
];

/** What was seen of one field. */
interface Seen {
  values: Map<string, number>;
  given: number;
  /** Fields of the objects in it, where it is a list of objects. */
  inner: Map<string, Seen> | null;
  isObject: boolean;
}

/**
 * A mapping of some files as YAML; comments say what was guessed and what is to be decided. `withMap`: each word for a
 * verdict waits for one of the project's own, as an import needs it.
 */
export async function draftMapping(paths: readonly string[], open: OpenFile, withMap = false): Promise<string> {
  const files: string[] = [];
  const fields = new Map<string, Seen>();
  const problems: ReadProblem[] = [];
  let table = false;
  for (const path of paths) {
    const { file, line, notes } = guessFile(path, open);
    if (file.format === 'csv' || file.format === 'tsv' || file.format === 'xlsx')
      file.skip = await countAbove(file, open);
    const skip = file.skip ? ` skip: ${file.skip},` : '';
    files.push(...notes.map((note) => `# todo: ${note}`), `  - ${skip === '' ? line : line.replace('{', `{${skip}`)}`);
    table ||= file.format !== 'json' && file.format !== 'jsonl';
    let records = 0;
    await readRows(file, open, {
      columns: (names) => {
        for (const name of names) if (!fields.has(name)) fields.set(name, newSeen());
      },
      record: ({ value }) => {
        see(value, fields);
        return ++records < SAMPLE;
      },
      problem: (problem) => problems.push(problem),
    });
  }
  return render(paths, files, fields, problems, table, withMap);
}

/** Rows above the header of a table: those of which only the first cell says something, as a title does. */
async function countAbove(file: SourceFile, open: OpenFile): Promise<number> {
  let above = 0;
  let isFound = false;
  await readRows({ ...file, header: false }, open, {
    record: ({ value }) => {
      const [first, second, ...others] = Object.values(value);
      isFound = second === undefined || second !== '' || others.some((cell) => cell !== '') || first === '';
      if (!isFound) above++;
      return !isFound && above < 5;
    },
    problem: () => {},
  });
  return isFound ? above : 0;
}

function newSeen(): Seen {
  return { values: new Map(), given: 0, inner: null, isObject: false };
}

function see(value: Readonly<Record<string, unknown>>, fields: Map<string, Seen>): void {
  for (const key of Object.keys(value)) {
    const seen = fields.get(key) ?? newSeen();
    fields.set(key, seen);
    const part = value[key];
    if (Array.isArray(part)) {
      for (const entry of part)
        if (entry !== null && typeof entry === 'object' && !Array.isArray(entry)) {
          seen.inner ??= new Map();
          see(entry as Record<string, unknown>, seen.inner);
        }
    } else if (part !== null && typeof part === 'object') seen.isObject = true;
    const text = toText(part);
    if (typeof text !== 'string' || text.trim() === '') continue;
    seen.given++;
    if (seen.values.size < 60) seen.values.set(text.slice(0, 60), (seen.values.get(text.slice(0, 60)) ?? 0) + 1);
  }
}

function guessFile(path: string, open: OpenFile): { file: SourceFile; line: string; notes: string[] } {
  const format = formatByName(path) ?? 'csv';
  const name = basename(path);
  const notes: string[] = [];
  const parts = [`path: ${quote(name)}`];
  if (!/\.(?:csv|tsv|tab|jsonl|ndjson|json|xlsx|jsonld)$/i.test(path)) parts.push(`format: ${format}`);
  const file: SourceFile = { path, written: name, format, split: null, copyOf: null };
  if (format !== 'xlsx') {
    const encoding = guessEncoding(path, open);
    if (encoding !== null) {
      file.encoding = encoding;
      parts.push(`encoding: ${encoding}`);
      notes.push('the file is not UTF-8; look whether its letters are right in this encoding');
    }
    if (format === 'csv') {
      const delimiter = guessDelimiter(path, open, file.encoding);
      if (delimiter !== ',') {
        file.delimiter = delimiter;
        parts.push(`delimiter: ${JSON.stringify(delimiter)}`);
      }
    }
  }
  const split = /(?:^|[^a-z])(train|dev|valid|validation|val|test)(?:[^a-z]|$)/i.exec(name)?.[1]?.toLowerCase();
  if (split) {
    file.split = /^val/.test(split) ? 'dev' : split;
    parts.push(`split: ${file.split}`);
  }
  return { file, line: `{ ${parts.join(', ')} }`, notes };
}

/** An encoding other than UTF-8, where the beginning of the file is none. */
function guessEncoding(path: string, open: OpenFile): string | null {
  try {
    for (const _ of decodeText(open(path))) break;
    return null;
  } catch (error) {
    if (error instanceof EncodingError) return 'windows-1252';
    throw error;
  }
}

function guessDelimiter(path: string, open: OpenFile, encoding?: string): string {
  let [header = ''] = [''];
  for (const text of decodeText(open(path), encoding)) {
    header = text.slice(0, (text.search(/[\r\n]/) + text.length + 1) % (text.length + 1) || undefined);
    break;
  }
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, header.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function render(
  paths: readonly string[],
  files: readonly string[],
  fields: ReadonlyMap<string, Seen>,
  problems: readonly ReadProblem[],
  table: boolean,
  withMap: boolean,
): string {
  const name =
    basename(paths[0] ?? 'dataset')
      .toLowerCase()
      .replace(/\.[^.]*$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'dataset';
  const roles = new Map<string, string>();
  const comments = new Map<string, string>();
  const evidence = new Map<string, string>();
  const reviews = new Map<string, string>();
  const extra: string[] = [];
  const lists: string[] = [];
  for (const [field, seen] of fields) {
    if (seen.inner && takeList(field, seen.inner, lists)) continue;
    const plain = field.replace(/[\s-]+/g, '_');
    const own = pick(NAMES, plain, roles);
    const ofEvidence = table || !seen.isObject ? pick(OF_EVIDENCE.slice(0, 4), plain, evidence) : null;
    const ofReview = pick(OF_REVIEW, plain, reviews);
    const looks = guessByValues(seen);
    if (ofReview) reviews.set(ofReview, field);
    else if (looks === 'address' && own !== 'url' && !evidence.has('url')) evidence.set('url', field);
    else if (looks === 'day' && !roles.has('claim_date') && own === null) {
      roles.set('claim_date', field);
      comments.set('claim_date', guessForm(seen));
    } else if (own && !seen.isObject && !seen.inner) {
      roles.set(own, field);
      if (own === 'verdict') comments.set(own, listValues(seen));
      if (own === 'claim_date') comments.set(own, guessForm(seen));
    } else if (ofEvidence) evidence.set(ofEvidence, field);
    else extra.push(field);
  }
  for (const [role, look] of LOOKS) {
    const field = roles.has(role) ? undefined : extra.find((name) => look(fields.get(name) ?? newSeen()));
    if (field === undefined) continue;
    extra.splice(extra.indexOf(field), 1);
    roles.set(role, field);
    comments.set(role, 'todo: guessed by its values alone');
  }
  const lines = [
    `# A draft: everything here is a guess by the names of fields and their first values. Put it where the data are, look at every line, and remove the comments.`,
    'mapping: 1',
    `name: ${name}`,
    'licence: null # todo: SPDX id or address of the licence',
    'files:',
    ...files,
  ];
  for (const problem of problems.slice(0, 3)) lines.push(`# todo: ${oneLine(problem.message)}`);
  if (roles.size > 0) lines.push('fields:');
  for (const role of ['text', 'verdict'])
    if (!roles.has(role)) lines.push(`  # todo: ${role}: the field that has the ${role === 'text' ? 'claim' : role}`);
  for (const [role, field] of roles) {
    const comment = comments.get(role) ?? '';
    const form = /^form ([^;]+)(?:;|$)/.exec(comment)?.[1];
    const map = withMap && role === 'verdict' ? mapOf(fields.get(field)) : null;
    if (map !== null) {
      lines.push(
        `  verdict: # todo: give each word a verdict of vocabulary/verdicts.yml`,
        `    path: ${quote(field)}`,
        ...map,
      );
      continue;
    }
    const value = form ? `{ path: ${quote(field)}, form: ${quote(form)} }` : quote(field);
    lines.push(`  ${role}: ${value}${comment === '' ? '' : ` # ${comment}`}`);
  }
  if (roles.size === 0) lines.push('fields: {}');
  const flat = [
    ['evidence', evidence],
    ['reviews', reviews],
  ] as const;
  if (lists.length > 0 || flat.some(([, map]) => map.size > 0)) {
    lines.push('lists:', ...lists);
    for (const [list, map] of flat)
      if (map.size > 0 && !lists.some((line) => line.startsWith(`  ${list}:`)))
        lines.push(
          `  ${list}: { each: ".", fields: { ${[...map].map(([role, field]) => `${role}: ${quote(field)}`).join(', ')} } }`,
        );
      else extra.push(...map.values());
  }
  lines.push(
    extra.length === 0 ? 'extra: []' : `extra: [${extra.map(quote).join(', ')}] # todo: is one of these a role?`,
  );
  return `${lines.join('\n')}\n`;
}

function pick(names: readonly [string, RegExp][], field: string, taken: ReadonlyMap<string, string>): string | null {
  return names.find(([role, pattern]) => !taken.has(role) && pattern.test(field))?.[0] ?? null;
}

/** A list of objects that look like evidence, one level deep or two. */
function takeList(field: string, inner: ReadonlyMap<string, Seen>, lists: string[]): boolean {
  if (lists.some((line) => line.startsWith('  evidence:'))) return false;
  const deeper = [...inner].find(([, seen]) => seen.inner);
  const fields = new Map<string, string>();
  const take = (from: ReadonlyMap<string, Seen>, prefix: string) => {
    for (const [name, seen] of from) {
      if (seen.inner) continue;
      const role = /^votes$/i.test(name) ? 'votes' : pick(OF_EVIDENCE, name, fields);
      if (role) fields.set(role, role === 'votes' ? `${prefix}${name}[]` : `${prefix}${name}`);
    }
  };
  if (deeper?.[1].inner) take(deeper[1].inner, '');
  take(inner, deeper ? '^.' : '');
  if (fields.size === 0) return false;
  const each = deeper ? `${field}[].${deeper[0]}[]` : `${field}[]`;
  lists.push(
    `  evidence: { each: ${quote(each)}, fields: { ${[...fields].map(([role, path]) => `${role}: ${quote(path)}`).join(', ')} } } # todo: other fields of it belong to roles, or to \`extra\` by their whole path`,
  );
  return true;
}

/** What most values of a field look like. */
function guessByValues({ values }: Seen): 'address' | 'day' | null {
  const all = [...values.keys()];
  const most = (test: (value: string) => boolean) => all.length > 0 && all.filter(test).length > all.length / 2;
  if (most((value) => /^https?:\/\/[^/]/.test(value))) return 'address';
  const isDay = (value: string) =>
    [null, ...FORMS].some((form) => /\d{4}.*\D|\D.*\d{4}/.test(value) && readDate(value, form) !== null);
  return most(isDay) ? 'day' : null;
}

/** What a field looks like whose name says nothing, as in a language that nobody has listed. */
const LOOKS: readonly [role: string, (seen: Seen) => boolean][] = [
  ['text', ({ values, inner }) => !inner && mean([...values.keys()].map((value) => value.split(/\s+/).length)) >= 5],
  [
    'verdict',
    ({ values, given, inner }) => !inner && values.size >= 2 && values.size <= 12 && given >= 3 * values.size,
  ],
  ['id', ({ values, given, inner }) => !inner && given > 1 && values.size === Math.min(given, 60) && areIds(values)],
];

function areIds(values: ReadonlyMap<string, number>): boolean {
  return [...values.keys()].every((value) => /^\S{1,40}$/.test(value) && !value.includes('://'));
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}

function listValues({ values }: Seen): string {
  const list = [...values].sort(([, a], [, b]) => b - a);
  if (list.length >= 60) return 'todo: many values; is this the verdict?';
  return `values: ${list
    .slice(0, 12)
    .map(([value]) => oneLine(value))
    .join(', ')}`;
}

/** A line for each word, in any spelling once; null where they are too many to be verdicts. */
function mapOf(seen: Seen | undefined): string[] | null {
  const words = new Map([...(seen?.values.keys() ?? [])].map((word) => [word.trim().toLowerCase(), word.trim()]));
  if (words.size === 0 || words.size > 30) return null;
  return ['    map:', ...[...words.values()].map((word) => `      ${JSON.stringify(word)}: todo`)];
}

function guessForm({ values }: Seen): string {
  const all = [...values.keys()];
  const fits = (form: string | null) => all.length > 0 && all.every((value) => readDate(value, form) !== null);
  if (fits(null)) return '';
  const forms = FORMS.filter(fits);
  if (forms.length === 0) {
    const several = joinForms(all);
    return several && fits(several)
      ? `form ${several}; todo: several forms in one field`
      : `todo: name the form of dates as ${oneLine(all[0] ?? '')}`;
  }
  return `form ${forms[0]}${forms.length > 1 ? `; todo: or ${forms.slice(1).join(', ')}` : ''}`;
}

/** The fewest forms, of those that fit most first, which together read every date; null where they do not. */
function joinForms(all: readonly string[]): string | null {
  let left = all;
  const chosen: string[] = [];
  const candidates = ['EDTF', ...FORMS];
  const fitting = (form: string) => left.filter((value) => readDate(value, form === 'EDTF' ? null : form) !== null);
  while (left.length > 0 && chosen.length < candidates.length) {
    const best = candidates.reduce((a, b) => (fitting(b).length > fitting(a).length ? b : a));
    const read = new Set(fitting(best));
    if (read.size === 0) return null;
    chosen.push(best);
    left = left.filter((value) => !read.has(value));
  }
  return chosen.join(' | ');
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').slice(0, 100);
}

/** A YAML scalar: plain where nobody could read anything else into it. */
function quote(text: string): string {
  return /^[A-Za-z_^][\w.[\]^ -]*[\w\]^]$|^[a-z]$/i.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(text) &&
    !/[[\]]/.test(text)
    ? text
    : JSON.stringify(text);
}
