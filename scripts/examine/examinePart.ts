// Some article files → a part: their findings, facts, counts and the bytes of their rows.

import { adviseIds } from '../article/adviseIds.ts';
import { textOf } from '../article/captures.ts';
import { type ArticleFile, decodeArticle, nothingOf } from '../article/decodeArticle.ts';
import { unreadableDraft } from '../article/drafts.ts';
import type { Clusters } from '../claims/clusters.ts';
import { type ArticleRows, renderRows } from '../claims/renderRows.ts';
import type { PartWriter } from '../formats/bytes/partWriter.ts';
import { TableCells } from '../formats/bytes/tableCells.ts';
import { createSourceReader, type SourceReader } from '../platform/reading.ts';
import { captureReader } from '../project/openProject.ts';
import { recordRows } from '../release/recordRows.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { FactCollector } from '../rules/engine/collectFacts.ts';
import { judgeArticle, judgeText, toSubject } from '../rules/engine/run.ts';
import type { ClaimRow } from '../schemas/generated/types.ts';
import { buildVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { joinArticle } from '../votes/joinVotes.ts';
import { placeVotes } from '../votes/placeVotes.ts';
import { findLinks } from './findLinks.ts';
import { digestSource, type Linked, type Part, type Setup, type Task, type TaskResult } from './part.ts';
import { createPartWriter } from './partFiles.ts';
import { startTotals } from './totals.ts';

/** Does tasks. The clusters of claims that say the same are set before articles are examined. */
export interface Examiner {
  /** @param spare memory that may be used for the bytes of rows */
  run(task: Task, spare?: ArrayBuffer): TaskResult;
  setClusters(clusters: Clusters): void;
}

/** Makes what does tasks, in this thread or another. `readFile` reads an article file. */
export function createExaminer(setup: Setup, readFile = createSourceReader()): Examiner {
  const vocabulary = buildVocabulary(setup.vocabulary.lists, setup.vocabulary.files, setup.vocabulary.damaged);
  const isRendered = setup.rows !== 'counted';
  const cells = isRendered || setup.released.compare ? new TableCells(setup.edition, setup.settings.extra) : null;
  const sources: string[] = [];
  const context: Context = {
    ...setup,
    readFile: setup.witness ? witness(readFile, sources) : readFile,
    sources,
    vocabulary,
    readCapture: captureReader(setup.raw, setup.captures),
    cells,
    bytes: cells && isRendered ? createPartWriter(setup.rows, cells, setup.edition, { ...setup, vocabulary }) : null,
    facts: new FactCollector(setup.splits !== null),
    decoded: new Map(),
    clusters: new Map(),
  };
  return {
    run: (task, spare) => (task.kind === 'link' ? link(task, context) : examine(task, context, spare)),
    setClusters: (clusters) => {
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
  /** What was read since the last task, where that is asked for. */
  sources: string[];
};

function examine({ files }: { files: readonly string[] }, context: Context, spare?: ArrayBuffer): Part {
  const { vocabulary, votes, clusters, edition, readCapture, cells, bytes, facts, splits, released } = context;
  const { extra } = context.settings;
  const { withdrawnIn } = released;
  const part: Part = { ...startTotals(), rows: { bytes: [], rows: [] }, looked: [], sources: [] };
  const look: typeof readCapture = (name) => {
    const read = readCapture(name);
    part.looked.push(read.looked);
    return read;
  };
  for (const file of files) {
    const { decoded, joined } = joinArticle(decode(file, context), votes);
    const drafts = adviseIds(decoded.drafts, decoded.textSubject?.value, vocabulary);
    for (const finding of judgeText(decoded.textSubject, drafts)) part.findings.push(finding);
    if (!decoded.article) {
      part.unread.push(file);
      continue;
    }
    const subject = toSubject(decoded, textOf(decoded.article, decoded.body, look));
    if (!subject) continue;
    const found = judgeArticle(subject, { vocabulary, severityOf, extra });
    for (const finding of placeVotes(found, joined)) part.findings.push(finding);
    facts.add(subject);
    part.claims += subject.claims.length;
    const checked = subject.text.kind === 'body' || subject.text.kind === 'capture';
    const quoted = subject.claims.filter(({ claim }) => claim.quote !== null);
    part.quotations[checked ? 'checked' : 'unchecked'] += quoted.length;
    const rows = renderRows(subject, { vocabulary, clusters, withdrawnIn, splits, edition, extra });
    part.tally.add(rows, extra);
    noteExamples(rows.claims, part.examples);
    if (!cells) continue;
    cells.load(rows);
    const records = recordRows(
      (table) => rows[table as keyof ArticleRows] ?? [],
      released,
      extra,
      part.notes,
      (table, row) => cells.digest(table, row),
    );
    bytes?.add(rows, records);
  }
  part.facts.push(facts.take());
  part.sources = context.sources.splice(0);
  if (bytes) part.rows = bytes.take(spare);
  else cells?.page.clear();
  return part;
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

function link({ files, all }: { files: readonly string[]; all: boolean }, context: Context): Linked {
  const { raw, remember, readFile } = context;
  const decodeFile = remember ? (file: string) => decode(file, context).article?.claims ?? [] : null;
  const links = findLinks(files, all, (file) => readFile(file, raw), decodeFile);
  return { links, sources: context.sources.splice(0) };
}

/** Reads as `readFile` does, and notes what was there. */
function witness(readFile: SourceReader, sources: string[]): SourceReader {
  return (file, within) => {
    const found = readFile(file, within);
    sources.push(digestSource(file, found));
    return found;
  };
}
