// A project, an annotator and what they do → what the page is told, and lines of the journal.
import { dirname, resolve } from 'node:path';
import { type Checker, type CheckerOptions, openChecker } from '../examine/checker.ts';
import { Labels } from '../labelling/labels.ts';
import { privateFile } from '../labelling/privateFile.ts';
import { settle } from '../labelling/settle.ts';
import { ensureFolder } from '../platform/files.ts';
import type { Answer } from '../platform/guardedServer.ts';
import { appendLine, isPlainFile, readLines, readSourceText } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import { newestGuideline } from '../votes/newestGuideline.ts';
import { parseVotes, renderVote } from '../votes/voteLines.ts';
import { digestWhole, type ReviewClaim, readClaimAgain, readClaims, voteOf } from './claims.ts';
import { findNext, type Settling, viewClaim } from './claimView.ts';
import { type ReviewFinding, showFindings } from './findings.ts';
import { handIn } from './handIn.ts';
import {
  type Entry,
  type Journal,
  journalName,
  keyOfFix,
  readJournal,
  renderEntry,
  renderUndo,
  type VoteEntry,
} from './journal.ts';
import { isOpen, listPending, makeQueue, maySee, maySeeFindings, type Sight } from './queue.ts';
import type { ReviewAct } from './readAct.ts';
import { readSurroundings } from './surroundings.ts';

export interface SessionOptions extends CheckerOptions, Sight {
  /** The day of an act. */
  day(): string;
}

type ActOf<N extends ReviewAct['name']> = Extract<ReviewAct, { name: N }>;

const ok = (body: unknown): Answer => ({ status: 200, body });
const refuse = (status: number, message: string): Answer => ({ status, body: { message } });
const unknownClaim = (): Answer => refuse(404, 'There is no such claim to be reviewed.');
/** Whatever stands in the claim: the answer must not tell. */
const hidden = (): Answer => refuse(403, 'Hidden while you judge blind.');

/** Answers the page. Between acts the project is kept in memory; the claim of an act is read again each time. */
export class ReviewSession {
  readonly #options: SessionOptions;
  readonly #journalFile: string;
  #project: Project;
  #claims: ReadonlyMap<string, ReviewClaim>;
  #journal: Journal;
  #checker: Checker | null = null;
  /** null until somebody who may see them asks. */
  #findings: readonly ReviewFinding[] | null = null;
  #changed = new Set<string>();

  /** @throws UserError where there is nothing to review, or the journal is behind a link */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.#journalFile = privateFile(dirname(resolve(options.raw)), journalName(options.annotator));
    this.#project = openJudged(options);
    this.#claims = readClaims(this.#project);
    this.#journal = this.#readJournal();
  }

  /** Takes in what has changed on the disk. */
  reload(changed: Iterable<string>): void {
    this.#project = openJudged(this.#options);
    this.#claims = readClaims(this.#project);
    this.#findings = null;
    for (const file of changed) this.#changed.add(file);
  }

  queue(): Answer {
    const { annotator, blind } = this.#options;
    const verdicts = this.#project.vocabulary.lists.verdicts.map(({ id, label, definition }) => ({
      id,
      label,
      definition,
    }));
    const lists = makeQueue(this.#claims, this.#journal, this.#readFindings(), this.#options);
    return ok({ annotator, blind, verdicts, ...lists });
  }

  claim(id: string): Answer {
    const claim = this.#readClaim(id);
    return claim ? ok(this.#view(claim)) : unknownClaim();
  }

  async act(act: ReviewAct): Promise<Answer> {
    try {
      switch (act.name) {
        case 'vote':
          return await this.#vote(act);
        case 'settle':
          return await this.#settle(act);
        case 'undo':
          return await this.#undo(act);
        case 'fix':
          return await this.#fix(act);
        case 'hand-in':
          return await this.#handIn();
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return refuse(422, error.message);
    }
  }

  async #vote({ claim: id, digest, verdict, confidence, note }: ActOf<'vote'>): Promise<Answer> {
    const { annotator, day } = this.#options;
    const claim = this.#readClaim(id);
    if (!claim) return unknownClaim();
    if (voteOf(claim, annotator) !== null) return refuse(409, 'You have voted on it; `revise` puts a vote right.');
    if (!this.#project.vocabulary.verdicts.has(verdict)) return refuse(422, 'There is no such verdict.');
    const votes = [...this.#claims.values()].flatMap(({ joined }) => joined.annotations);
    const guideline = newestGuideline(votes);
    const said = note === null ? null : note.normalize('NFC').trim();
    const vote: VoteEntry['vote'] = { verdict, confidence, date: day(), guideline, note: said };
    const line = renderVote({ claim: id, vote: { annotator, ...vote } });
    const [wrong] = parseVotes('', line, annotator).drafts;
    if (wrong) return refuse(422, `${wrong.message} ${wrong.expected ?? ''}`.trim());
    await this.#note({ act: 'vote', claim: id, digest, vote });
    return digest === claim.digest ? ok(this.#pending()) : { status: 409, body: { now: this.#view(claim) } };
  }

  async #settle({ claim: id, digest, verdict, reason, justification }: ActOf<'settle'>): Promise<Answer> {
    const claim = this.#readClaim(id);
    if (!claim) return unknownClaim();
    if (!maySee(claim, this.#options)) return hidden();
    const said = { verdict, reason: reason.normalize('NFC').trim(), date: this.#options.day(), justification };
    // What the command would refuse is refused here, before it is noted.
    settle(this.#labels(), id, {
      ...said,
      as: this.#options.annotator,
      justification: justification ?? undefined,
    });
    await this.#note({ act: 'settle', claim: id, digest, settle: said });
    return digest === digestWhole(claim) ? ok(this.#pending()) : { status: 409, body: { now: this.#view(claim) } };
  }

  /** Takes back what stands in the journal alone; what was handed in is for the commands and for git. */
  async #undo({ claim: id, of }: ActOf<'undo'>): Promise<Answer> {
    const { votes, settlements, fixes } = this.#journal;
    const claim = this.#claims.get(id);
    if (!claim) return unknownClaim();
    if (of === 'vote' && voteOf(claim, this.#options.annotator) !== null)
      return refuse(409, 'It was handed in: `revise` puts your vote right, and git takes it back.');
    const lines =
      of === 'fix'
        ? [...fixes.values()].filter((fix) => fix.claim === id)
        : [(of === 'vote' ? votes : settlements).get(id)].filter((entry) => entry !== undefined);
    if (lines.length === 0) return refuse(409, 'There is nothing to take back.');
    for (const { line } of lines) await this.#append(renderUndo(line));
    return ok(this.#pending());
  }

  async #fix({ claim: id, digest, code }: ActOf<'fix'>): Promise<Answer> {
    const claim = this.#readClaim(id);
    if (!claim) return unknownClaim();
    if (!maySeeFindings(this.#claims.values(), this.#options)) return hidden();
    const found = this.#readFindings().some((one) => one.claim === id && one.code === code && one.fix !== null);
    if (!found) return refuse(404, 'There is no such fix.');
    if (digest !== claim.digest) return { status: 409, body: { now: this.#view(claim) } };
    if (!this.#journal.fixes.has(keyOfFix({ claim: id, code })))
      await this.#note({ act: 'fix', claim: id, digest, code });
    return ok(this.#pending());
  }

  async #handIn(): Promise<Answer> {
    const handed = await handIn(this.#options, this.#journal, this.#options.annotator);
    // A fix is of one moment: what comes after is another one.
    for (const { line } of this.#journal.fixes.values()) await this.#append(renderUndo(line));
    this.reload(this.#project.articleFiles);
    return ok({ ...handed, ...this.#pending() });
  }

  #pending() {
    return { pending: listPending(this.#claims, this.#journal, this.#options.annotator) };
  }

  #readClaim(id: string): ReviewClaim | null {
    const kept = this.#claims.get(id);
    return kept ? readClaimAgain(this.#project, kept) : null;
  }

  #view(claim: ReviewClaim) {
    const { id } = claim.joined;
    const { annotator } = this.#options;
    const isWanted = (other: string) => {
      const one = this.#claims.get(other);
      return one !== undefined && voteOf(one, annotator) === null && !this.#journal.votes.has(other);
    };
    return viewClaim(claim, {
      sight: this.#options,
      journal: this.#journal,
      findings: this.#readFindings(),
      surroundings: readSurroundings(claim, this.#project),
      next: findNext([...this.#claims.keys()], id, isWanted),
      settling: () => this.#settling(claim),
    });
  }

  #settling(claim: ReviewClaim): Settling | null {
    const { annotator } = this.#options;
    const { id } = claim.joined;
    if (!isOpen(claim) || voteOf(claim, annotator) !== null) return null;
    const labels = this.#labels();
    const needsJustification = claim.written.justification === null;
    const revisions = [...this.#project.vocabulary.verdicts.keys()].map((verdict) => {
      const said = { verdict, reason: '…', as: annotator, date: this.#options.day(), justification: '…' };
      const changes = [...settle(labels, id, said).changes.values()].flat();
      const revision = changes.find((change) => change.kind === 'append' && change.pointer.endsWith('/revisions')) as
        | { value: { from: unknown; to: unknown } }
        | undefined;
      return [verdict, revision ? { from: revision.value.from, to: revision.value.to } : null] as const;
    });
    const noted = this.#journal.settlements.get(id);
    return {
      noted: noted ? { ...noted.settle, waits: noted.digest !== digestWhole(claim) } : null,
      revisions: Object.fromEntries(revisions),
      needsJustification,
    };
  }

  #labels(): Labels {
    return new Labels(this.#project, (file) => readSourceText(file) ?? '');
  }

  /** None while there is a claim of which somebody may not know how it was judged. */
  #readFindings(): readonly ReviewFinding[] {
    if (!maySeeFindings(this.#claims.values(), this.#options)) return [];
    if (this.#findings === null) {
      this.#checker ??= openChecker(this.#options);
      this.#findings = showFindings(this.#checker.check(new Map(), this.#changed), this.#claims);
      this.#changed = new Set();
    }
    return this.#findings;
  }

  #note(entry: Entry): Promise<void> {
    return this.#append(renderEntry(entry));
  }

  async #append(line: string): Promise<void> {
    await ensureFolder(dirname(this.#journalFile));
    // Somebody may have put a link there since.
    privateFile(dirname(resolve(this.#options.raw)), journalName(this.#options.annotator));
    appendLine(this.#journalFile, line);
    this.#journal = this.#readJournal();
  }

  #readJournal(): Journal {
    return readJournal(isPlainFile(this.#journalFile) === null ? [] : readLines(this.#journalFile));
  }
}
