// Articles as objects → a project in a temporary folder, its state, and its releases.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../scripts/examine/check.ts';
import { checkProject } from '../../scripts/examine/checkProject.ts';
import { writeAndHead } from '../../scripts/platform/measuredFile.ts';
import { openProject, type Project } from '../../scripts/project/openProject.ts';
import type { Snapshot } from '../../scripts/release/snapshot.ts';
import type { RawArticle, RawArticleClaim } from '../../scripts/schemas/generated/types.ts';
import { renderLedger } from './ledgerOf.ts';

/**
 * An article of `claims` claims, each with two pieces of evidence and one vote. Its text is withheld, its capture not
 * at hand.
 */
export function makeArticle(id: string, claims: number): RawArticle {
  return {
    id,
    kind: 'article',
    title: `Report ${id}`,
    title_basis: 'page',
    publisher: 'the-gazette',
    authors: [],
    url: `https://gazette.example.org/${id}`,
    url_basis: 'page',
    archive_url: null,
    published: '2024-05-02',
    published_basis: 'page',
    language: 'en',
    translated_from: null,
    translated_from_basis: null,
    nature: 'original',
    derived_from: [],
    rights: { license: 'LicenseRef-all-rights-reserved', holder: 'The Gazette' },
    text: 'withheld',
    capture: { file: `${id}.txt`, norm: 'norm-1', sha256: 'a'.repeat(64), characters: 100_000 },
    suppress: [],
    extra: null,
    claims: Array.from({ length: claims }, (_, i) => makeClaim(id, i + 1)),
  };
}

/** A claim with words of its own. */
export function makeClaim(article: string, number: number): RawArticleClaim {
  const id = `${article}-c${String(number).padStart(2, '0')}`;
  const evidence = (name: string, stance: 'refutes' | 'context') => ({
    id: name,
    url: `https://harbour.example.org/${id}/${name}`,
    archive_url: null,
    title: `Log ${id} ${name}`,
    title_basis: null,
    publisher: 'Aldport Harbour Office',
    origin: 'aldport-harbour-office',
    published: '2024-04-30',
    published_basis: 'page' as const,
    accessed: null,
    stance,
    shows: 'The office logged three days.',
    language: null,
    quote_gloss: null,
    question: null,
    answer: null,
    answer_type: null,
    explanation: null,
    medium: null,
    group: null,
    locator: null,
    annotations: [],
    quote: null,
  });
  return {
    id,
    text: `Ferry ${id} carried ${number} people a day.`,
    quote: `ferry ${number}`,
    anchor: { start: number * 20, end: number * 20 + `ferry ${number}`.length },
    claimant: 'aldport-council',
    claimant_role: null,
    asserted_by: 'claimant',
    reported_by: null,
    claim_date: '2024-05-01',
    event_date: '2024-04',
    type: 'numerical',
    also_types: [],
    topics: ['river-traffic'],
    places: [],
    verdict: 'refuted',
    verdict_native: null,
    justification: 'The log shows three days.',
    distortion: null,
    corrected: null,
    status: 'labelled',
    annotations: [
      { annotator: 'a1', verdict: 'refuted', confidence: 'high', date: '2024-05-09', guideline: '1', note: null },
    ],
    evidence: [evidence('e1', 'refutes'), evidence('e2', 'context')],
    questions: [],
    reviews: [],
    appearances: [],
    source: null,
    extra: null,
    same_as: [],
    adjudication: null,
    revisions: [],
    withdrawn: null,
  };
}

/** Writes a project with the vocabulary of the example. JSON is YAML, so that no second writer is needed. */
export function writeProject(folder: string, articles: readonly RawArticle[]): void {
  cpSync('examples/gazette', folder, { recursive: true, filter: (path) => !/articles\/|expectations/.test(path) });
  mkdirSync(join(folder, 'raw/articles'), { recursive: true });
  for (const article of articles) {
    const text = `---\n${JSON.stringify(article, null, 1)}\n---\nThe report speaks of ferries.\n`;
    writeFileSync(join(folder, `raw/articles/${article.id}.md`), text);
  }
}

export interface State {
  project: Project;
  check: Check;
  snapshot: Snapshot;
}

/** Reads and judges the project in a folder. */
export async function readState(folder: string): Promise<State> {
  const project = openProject({ raw: join(folder, 'raw') });
  const check = await checkProject(project, { compare: true });
  if (check.snapshot === null) throw new Error('The state was asked for.');
  return { project, check, snapshot: check.snapshot };
}

/**
 * Writes the ledger of a state as a release, without anything else that a release writes but CITATION.cff's version.
 */
export function writeLedger(folder: string, version: string, state: State): void {
  mkdirSync(join(folder, 'releases'), { recursive: true });
  const previous = state.project.history.ledgers.at(-1) ?? null;
  const snapshot = { ...state.snapshot, version };
  const pieces = renderLedger(snapshot, previous);
  writeAndHead(join(folder, `releases/${version}.jsonl`), pieces);
}
