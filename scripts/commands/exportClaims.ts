// raw/ → its claims in a format that other people read, or the file that they came from with what was changed.
import { basename } from 'node:path';
import { decodeArticle } from '../article/decodeArticle.ts';
import { isPublished } from '../claims/status.ts';
import { checkProject } from '../examine/checkProject.ts';
import { decodeText } from '../exchange/decodeText.ts';
import type { JsonEdit } from '../exchange/editJson.ts';
import { mapRecord } from '../exchange/mapRecord.ts';
import { joinText } from '../exchange/readJsonRows.ts';
import { readRows } from '../exchange/readRows.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { readChunks } from '../platform/chunks.ts';
import { ensureFolder, statOrNull, writeFileAtomic } from '../platform/files.ts';
import { readSource, readTextIfAny } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { findImport } from '../project/importedSource.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import type { RawArticle } from '../schemas/generated/types.ts';
import { averitec } from '../transfer/averitec.ts';
import type { Canonical, Kind } from '../transfer/canonical.ts';
import { claimReview } from '../transfer/claimReview.ts';
import { CanonicalExport } from '../transfer/exportCanonical.ts';
import { editsOf } from '../transfer/exportSource.ts';
import { fever } from '../transfer/fever.ts';
import { identify } from '../transfer/identify.ts';
import { Names } from '../transfer/names.ts';
import { listOthers, readLabel } from '../transfer/readLabel.ts';
import { renderBlock } from '../transfer/renderLabel.ts';
import { rewriteDocument, rewriteLines } from '../transfer/sourceText.ts';
import { Tally } from '../transfer/tally.ts';
import { LabelMaker } from '../transfer/toLabel.ts';
import { compareNumbered } from '../values/order.ts';
import { joinArticle } from '../votes/joinVotes.ts';
import { type CastVotes, NO_VOTES } from '../votes/voteLines.ts';
import { reportFindings, sayNothingWritten } from './reporting.ts';

export interface ClaimExportOptions {
  raw: string;
  out?: string;
  /** A file that was imported. */
  source?: string;
}

const FORMATS: Readonly<Record<Kind, Canonical>> = { averitec, fever, claimreview: claimReview };
/** How a source must be written to go out in a format. */
const SOURCES: Readonly<Record<Kind, readonly string[]>> = {
  averitec: ['json', 'jsonl'],
  fever: ['json', 'jsonl'],
  claimreview: ['claimreview'],
};

/**
 * `npm run export -- averitec|fever|claimreview`: validates first, and writes nothing where there is an error (exit
 * code 1). What the format has no place for is listed and counted.
 */
export async function exportClaims(kind: Kind, options: ClaimExportOptions, terminal: Terminal): Promise<number> {
  const project = openJudged(options);
  const { findings, summary } = await checkProject(project);
  if (summary.errors > 0) {
    terminal.out(await reportFindings(findings, summary, 'text', readTextIfAny, terminal.colour));
    terminal.out(sayNothingWritten(summary.errors));
    return 1;
  }
  const out = options.out ?? `build/${kind}`;
  await ensureFolder(out);
  if (options.source === undefined) await writeCanonical(FORMATS[kind], project, out, terminal);
  else await writeSource(kind, options.source, project, out, terminal);
  return 0;
}

/** Law 2: a form that gives the same labels when it is imported, with the mapping that does it. */
async function writeCanonical(format: Canonical, project: Project, out: string, terminal: Terminal): Promise<void> {
  const { vocabulary, settings } = project;
  const names = new Names(vocabulary);
  const name = nameOf(project);
  const writer = new CanonicalExport(format, { vocabulary, names, settings }, name);
  const file = `${out}/${format.file}`;
  await writeFileAtomic(file, renderAll(format, writer, project));
  const mapping = writer.describe(name);
  await writeFileAtomic(`${out}/mapping.yml`, `${renderBlock(mapping, '').join('\n')}\n`);
  tellCounts('Lost, since the format has no place for it:', writer.lost, terminal);
  terminal.out(`${file}: ${writer.written} claims; ${out}/mapping.yml reads them again.\n`);
}

function* renderAll(format: Canonical, writer: CanonicalExport, project: Project): Generator<string> {
  yield format.opening;
  for (const article of readArticles(project))
    for (const [at, claim] of article.claims.entries()) {
      if (!isPublished(claim)) continue;
      const isFirst = writer.written === 0;
      const text = writer.render(readLabel(article, at), listOthers(article, at));
      if (text !== null) yield isFirst ? text : format.separator + text;
    }
  yield format.closing;
}

/** In the order of numbers: `x-2` before `x-10`, so that rows without an id keep their numbers. */
function* readArticles(project: Project): Generator<RawArticle> {
  for (const file of [...project.articleFiles].sort(compareNumbered)) {
    const article = readArticle(file, project.votes);
    if (article) yield article;
  }
}

function readArticle(file: string, votes: CastVotes = NO_VOTES): RawArticle | null {
  const read = readSource(file);
  return 'bytes' in read ? joinArticle(decodeArticle(file, read.bytes), votes).decoded.article : null;
}

/** The name of the one source that all claims came from, else that of the project. */
function nameOf(project: Project): string {
  const names = new Set<string>();
  for (const article of readArticles(project))
    for (const claim of article.claims) names.add(readLabel(article, article.claims.indexOf(claim)).claim.source.name);
  const [name = ''] = names;
  return names.size === 1 && name !== '' ? name : project.settings.name;
}

/** Law 1: the file itself, with what was changed in the labels in its place. */
async function writeSource(kind: Kind, path: string, project: Project, out: string, terminal: Terminal): Promise<void> {
  const { mapping, file } = findImport(project, path);
  if (!SOURCES[kind].includes(file.format))
    throw new UserError(`${path} is ${file.format}: only ${SOURCES[kind].join(' or ')} goes out as ${kind}.`);
  const target = `${out}/${basename(path)}`;
  if ((await statOrNull(target)) && (await statOrNull(path))?.ino === (await statOrNull(target))?.ino)
    throw new UserError(`${target} is the source itself. Name another folder with --out.`);
  const maker = new LabelMaker(mapping, new Names(project.vocabulary), new Tally());
  const unwritten = new Tally();
  const edits = new Map<number, JsonEdit[]>();
  let rows = 0;
  await readRows(file, readChunks, {
    record: (raw) => {
      rows++;
      const record = mapRecord(mapping, file, raw);
      const { id, row } = identify(record, mapping);
      const article = readArticle(`${project.raw}/articles/${id}.md`);
      const at = article?.claims.findIndex((claim) => claim.id === `${id}-c01`) ?? -1;
      const claim = article?.claims[at];
      if (!article || !claim) unwritten.add('row', 'without a label, as it was');
      else if (claim.status === 'withdrawn') unwritten.add('row', 'withdrawn, as it was');
      else {
        const found = editsOf(record, maker.make(record, id, row), readLabel(article, at), unwritten);
        if (found.length > 0) edits.set(file.format === 'jsonl' ? raw.line : raw.row, found);
      }
      return true;
    },
    problem: () => {},
  });
  await writeFileAtomic(target, edits.size === 0 ? readChunksAgain(path) : rewrite(file, edits));
  tellCounts('Changed in the labels, and not written:', unwritten, terminal);
  terminal.out(`${target}: ${rows} rows, ${edits.size} of them changed.\n`);
}

function* readChunksAgain(path: string): Generator<Uint8Array> {
  for (const chunk of readChunks(path)) yield chunk.slice();
}

function* rewrite(
  { format, path, encoding, rows = '' }: { format: string; path: string; encoding?: string; rows?: string },
  edits: ReadonlyMap<number, JsonEdit[]>,
): Generator<string> {
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
    throw new UserError(
      `${path} is written in ${encoding}, in which nothing can be changed; export it without --source.`,
    );
  const text = decodeText(readChunks(path));
  if (format === 'jsonl') yield* rewriteLines(text, edits);
  else if (format === 'claimreview')
    yield rewriteDocument(joinText(text), '', new Map([[-1, [...edits.values()].flat()]]));
  else yield rewriteDocument(joinText(text), rows, edits);
}

function tellCounts(title: string, tally: Tally, terminal: Terminal): void {
  const lines = Object.entries(tally.list()).map(([what, n]) => `  ${sanitiseForTerminal(what)}  ${n}\n`);
  if (lines.length > 0) terminal.out(`${title}\n${lines.join('')}`);
}
