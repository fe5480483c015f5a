// Some article files → their findings, facts, counts and the bytes of their rows.
import { serialize } from 'node:v8';
import { textOf } from '../article/captures.ts';
import { type ArticleFile, decodeArticle, nothingOf } from '../article/decodeArticle.ts';
import { unreadableDraft } from '../article/drafts.ts';
import type { Settings } from '../citation/settings.ts';
import type { Clusters } from '../claims/clusters.ts';
import { type ArticleRows, renderRows } from '../claims/renderRows.ts';
import { isPublished } from '../claims/status.ts';
import type { Tally } from '../claims/tally.ts';
import type { Finding } from '../findings/finding.ts';
import { type Parts, PartWriter } from '../formats/bytes/partWriter.ts';
import { TableCells } from '../formats/bytes/tableCells.ts';
import { createSourceReader, type SourceReader } from '../platform/reading.ts';
import { captureReader } from '../project/openProject.ts';
import { type NotedRows, type ReleasedRows, recordRows } from '../release/recordRows.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { FactCollector, type FactPart } from '../rules/engine/collectFacts.ts';
import { judgeArticle, judgeText, toSubject } from '../rules/engine/run.ts';
import type { ClaimRow, RawArticle, RawArticleClaim } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { buildVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { startSum } from './totals.ts';

/** All that examining an article depends on besides its file and the clusters; plain data, so that it passes between threads. */
export interface Setup {
  raw: string;
  captures: string | undefined;
  vocabulary: Pick<Vocabulary, 'lists' | 'files' | 'damaged'>;
  settings: Settings;
  edition: Edition;
  /** Whether rows are wanted as objects, or rendered in every row format, or only counted. */
  rows: 'objects' | 'rendered' | 'counted';
  /** The releases so far, for records.jsonl and the comparison with them. */
  released: ReleasedRows;
  /** Whether a decoded file is kept for a second task: for few files only. */
  remember: boolean;
}

/** What is asked of some files: to be examined, or only which of their claims take part in `same_as`. */
export type Task =
  | { kind: 'examine'; files: readonly string[] }
  | { kind: 'link'; files: readonly string[]; all: boolean };
export type TaskResult = Batch | Link[];

/** A published claim and the claims that it names. */
export interface Link {
  id: string;
  sameAs: readonly string[];
}

/** What some articles, one after another, give. */
export interface Batch {
  findings: Finding[];
  /** Files of which nothing could be read. */
  unread: string[];
  /** Of some articles together, in the order of the files. */
  facts: FactPart[];
  claims: number;
  quotations: { checked: number; unchecked: number };
  /** A {@link Tally}, or what is left of it after it has passed between threads. */
  tally: Tally;
  /** The first claim of each verdict, for prose; what it nests is left out. */
  examples: ClaimRow[];
  /** What the articles are in every file that lists rows; empty where rows are not rendered. */
  parts: Parts;
  rows: ArticleRows[];
  notes: NotedRows;
  /** Paths of the captures that were asked for, whether they are there or not. */
  looked: string[];
}

/** A batch as bytes, without the bytes of its rows. */
export function packBatch(batch: Batch): Uint8Array {
  return serialize({ ...batch, parts: { ...batch.parts, bytes: [] } });
}

/** Memory of a result that may be handed over instead of being copied. */
export function listMemory(result: TaskResult): ArrayBuffer[] {
  const [part] = 'parts' in result ? result.parts.bytes : [];
  return part ? [part.buffer] : [];
}

/** A result that shares no memory with what it was made from but the bytes of rows. */
export function copyResult(result: TaskResult): TaskResult {
  if (!('parts' in result)) return structuredClone(result);
  const { parts, rows, ...rest } = result;
  return { ...structuredClone(rest as Batch), parts, rows };
}

/** Does tasks; `hear` is told who says the same as whom before articles are examined. */
export interface Examiner {
  /** @param spare memory that may be used for the bytes of rows */
  run(task: Task, spare?: ArrayBuffer): TaskResult;
  hear(clusters: Clusters): void;
}

/** Makes what does tasks, in this thread or another. `readFile` reads an article file. */
export function createExaminer(setup: Setup, readFile = createSourceReader()): Examiner {
  const vocabulary = buildVocabulary(setup.vocabulary.lists, setup.vocabulary.files, setup.vocabulary.damaged);
  const isRendered = setup.rows === 'rendered';
  const cells = isRendered || setup.released.compare ? new TableCells(setup.edition) : null;
  const context: Context = {
    ...setup,
    readFile,
    vocabulary,
    readCapture: captureReader(setup.raw, setup.captures),
    cells,
    bytes: cells && isRendered ? new PartWriter(cells, setup.edition, { ...setup, vocabulary }) : null,
    facts: new FactCollector(),
    decoded: new Map(),
    clusters: new Map(),
  };
  return {
    run: (task, spare) => (task.kind === 'link' ? findLinks(task, context) : examine(task, context, spare)),
    hear: (clusters) => {
      context.clusters = clusters;
    },
  };
}

type Context = Omit<Setup, 'vocabulary'> & {
  vocabulary: Vocabulary;
  readCapture: ReturnType<typeof captureReader>;
  /** Where rows are rendered, or digests of them are wanted. */
  cells: TableCells | null;
  /** Where rows are rendered. */
  bytes: PartWriter | null;
  facts: FactCollector;
  decoded: Map<string, ArticleFile>;
  clusters: Clusters;
  readFile: SourceReader;
};

function examine({ files }: { files: readonly string[] }, context: Context, spare?: ArrayBuffer): Batch {
  const { vocabulary, clusters, edition, readCapture, cells, bytes, facts, released } = context;
  const { withdrawnIn } = released;
  const batch: Batch = { ...startSum(), parts: { bytes: [], rows: [] }, looked: [] };
  const look: typeof readCapture = (name) => {
    const read = readCapture(name);
    batch.looked.push(read.looked);
    return read;
  };
  for (const file of files) {
    const decoded = decode(file, context);
    for (const finding of judgeText(decoded.textSubject, decoded.drafts)) batch.findings.push(finding);
    if (!decoded.article) {
      batch.unread.push(file);
      continue;
    }
    const subject = toSubject(decoded, textOf(decoded.article, decoded.body, look));
    if (!subject) continue;
    for (const finding of judgeArticle(subject, { vocabulary, severityOf })) batch.findings.push(finding);
    facts.add(subject);
    batch.claims += subject.claims.length;
    const checked = subject.text.kind === 'body' || subject.text.kind === 'capture';
    batch.quotations[checked ? 'checked' : 'unchecked'] += subject.claims.length;
    const rows = renderRows(subject, { vocabulary, clusters, withdrawnIn, edition });
    batch.tally.add(rows);
    noteExamples(rows.claims, batch.examples);
    if (context.rows === 'objects') batch.rows.push(rows);
    if (!cells) continue;
    cells.load(rows);
    const records = recordRows(
      (table) => rows[table as keyof ArticleRows] ?? [],
      released,
      batch.notes,
      (table, row) => cells.digest(table, row),
    );
    bytes?.add(rows, records);
  }
  batch.facts.push(facts.take());
  if (bytes) batch.parts = bytes.take(spare);
  else cells?.page.clear();
  return batch;
}

function decode(file: string, { raw, remember, decoded, readFile }: Context): ArticleFile {
  const known = decoded.get(file);
  if (known) return known;
  const read = readFile(file, raw);
  const article = 'problem' in read ? unreadable(file, read.problem) : decodeArticle(file, read.bytes);
  if (remember) decoded.set(file, article);
  return article;
}

function unreadable(file: string, reason: string): ArticleFile {
  return { ...nothingOf(file), drafts: [unreadableDraft(file, reason)] };
}

function noteExamples(claims: readonly ClaimRow[], examples: ClaimRow[]): void {
  for (const claim of claims) {
    if (examples.some(({ verdict }) => verdict === claim.verdict)) continue;
    examples.push({ ...claim, evidence: [], annotations: [], revisions: [] });
  }
}

/** Published claims that name others; with `all` every published claim. Files in which no claim names another are not parsed. */
function findLinks({ files, all }: { files: readonly string[]; all: boolean }, context: Context): Link[] {
  const links: Link[] = [];
  for (const file of files) {
    const claims = context.remember ? decode(file, context).article?.claims : peekClaims(file, all, context);
    for (const { id, same_as: sameAs, status } of claims ?? [])
      if (isPublished({ status }) && (all || sameAs.length > 0)) links.push({ id, sameAs });
  }
  return links;
}

/** The claims of a file as they are written, without judging them: a guess is enough, since it is compared with what is found. */
function peekClaims(file: string, all: boolean, { raw, readFile }: Context): RawArticleClaim[] {
  const read = readFile(file, raw);
  if ('problem' in read) return [];
  const { buffer, byteOffset, byteLength } = read.bytes;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (!(all || mayName(bytes))) return [];
  const parts = splitFrontMatter(decodeUtf8(bytes) ?? '');
  const article = ('yaml' in parts ? readYaml(parts.yaml) : null) as Partial<RawArticle> | null | undefined;
  if (!Array.isArray(article?.claims)) return decodeArticle(file, bytes).article?.claims ?? [];
  const isText = (value: unknown) => typeof value === 'string';
  return article.claims.filter(
    (claim) => isText(claim?.id) && Array.isArray(claim.same_as) && claim.same_as.every(isText),
  );
}

const KEY = 'same_as';
const NOBODY = /^["']?\s*:\s*\[\s*\]/;
/** More than what stands between a key and the end of its empty list, as programs write it. */
const ROOM = 80;

/** Whether a key `same_as` may have anything but an empty list. */
function mayName(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(KEY); at >= 0; at = bytes.indexOf(KEY, at)) {
    at += KEY.length;
    if (!NOBODY.test(bytes.toString('latin1', at, at + ROOM))) return true;
  }
  return false;
}
