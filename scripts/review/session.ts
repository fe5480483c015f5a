// A project, an annotator and what they do → what the page is told, and lines of the journal.
import { type Checker, type CheckerOptions, openChecker } from '../examine/checker.ts';
import type { Answer } from '../platform/guardedServer.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import { newestGuideline } from '../votes/newestGuideline.ts';
import { hidden, ok, refuse, unknownClaim } from './answers.ts';
import { digestWhole, type ReviewClaim, readClaimAgain, readClaims, voteOf } from './claims.ts';
import { findNext, viewClaim } from './claimView.ts';
import { draftVote } from './draftVote.ts';
import { type ReviewFinding, showFindings } from './findings.ts';
import { handIn } from './handIn.ts';
import { type Entry, keyOfFix, linesOn, renderEntry, renderUndo } from './journal.ts';
import { JournalFile } from './journalFile.ts';
import { describeVerdict, listPending, makeQueue, maySee, maySeeFindings, type Sight } from './queue.ts';
import type { ActOf, ReviewAct } from './readAct.ts';
import { Generations, listVotes } from './seen.ts';
import { describeSettling, trySettlement } from './settling.ts';
import { readSurroundings } from './surroundings.ts';
import { fileOfVote, howToTakeBack } from './takeBack.ts';

export interface SessionOptions extends CheckerOptions, Sight {
  /** The day of an act. */
  day(): string;
}

/** Answers the page. Between acts the project is kept in memory; the claim of an act is read again each time. */
export class ReviewSession {
  readonly #options: SessionOptions;
  readonly #journal: JournalFile;
  #project: Project;
  #claims: ReadonlyMap<string, ReviewClaim>;
  #checker: Checker | null = null;
  /** null until somebody who may see them asks. */
  #findings: readonly ReviewFinding[] | null = null;
  #changed = new Set<string>();
  /** The newest version of the guidelines; null until somebody votes. */
  #guideline: string | null = null;
  readonly #generations: Generations;

  /** @throws UserError where there is nothing to review, or the journal is behind a link */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.#journal = new JournalFile(options.raw, options.annotator);
    this.#project = openJudged(options);
    this.#claims = readClaims(this.#project);
    this.#generations = new Generations(options);
    this.#generations.note(this.#project, this.#claims.values());
  }

  /** Takes in what has changed on the disk. */
  reload(changed: Iterable<string>): void {
    this.#project = openJudged(this.#options);
    this.#claims = readClaims(this.#project);
    this.#findings = null;
    this.#guideline = null;
    for (const file of changed) this.#changed.add(file);
    this.#generations.note(this.#project, this.#claims.values());
  }

  /** A number that grows whenever something has changed that the page may have shown. */
  state(): Answer {
    return ok({ generation: this.#generations.number });
  }

  queue(): Answer {
    const { annotator, blind } = this.#options;
    const verdicts = this.#project.vocabulary.lists.verdicts.map(describeVerdict);
    const lists = makeQueue(this.#claims, this.#journal.current, this.#readFindings(), this.#options);
    return ok({ annotator, blind, generation: this.#generations.number, verdicts, ...lists });
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
    this.#guideline ??= newestGuideline(listVotes(this.#claims.values()));
    const guideline = this.#guideline;
    const drafted = draftVote(id, annotator, { verdict, confidence, date: day(), guideline, note });
    if ('problem' in drafted) return refuse(422, drafted.problem);
    const { vote } = drafted;
    await this.#note({ act: 'vote', claim: id, digest, vote });
    return digest === claim.digest ? ok(this.#pending()) : { status: 409, body: { now: this.#view(claim) } };
  }

  async #settle({ claim: id, digest, verdict, reason, justification }: ActOf<'settle'>): Promise<Answer> {
    const claim = this.#readClaim(id);
    if (!claim) return unknownClaim();
    if (!maySee(claim, this.#options)) return hidden();
    const said = { verdict, reason: reason.normalize('NFC').trim(), date: this.#options.day(), justification };
    // What the command would refuse is refused here, before it is noted.
    trySettlement(this.#project, id, this.#options.annotator, said);
    await this.#note({ act: 'settle', claim: id, digest, settle: said });
    return digest === digestWhole(claim) ? ok(this.#pending()) : { status: 409, body: { now: this.#view(claim) } };
  }

  /** Takes back what stands in the journal alone; what was handed in is for the commands and for git. */
  async #undo({ claim: id, of }: ActOf<'undo'>): Promise<Answer> {
    const claim = this.#claims.get(id);
    if (!claim) return unknownClaim();
    const { annotator } = this.#options;
    if (of === 'vote' && voteOf(claim, annotator) !== null)
      return refuse(409, howToTakeBack(fileOfVote(this.#project, claim, annotator), id, annotator));
    const lines = linesOn(this.#journal.current, id, of);
    if (lines.length === 0) return refuse(409, 'There is nothing to take back.');
    for (const line of lines) await this.#journal.append(renderUndo(line));
    return ok(this.#pending());
  }

  async #fix({ claim: id, digest, code }: ActOf<'fix'>): Promise<Answer> {
    const claim = this.#readClaim(id);
    if (!claim) return unknownClaim();
    if (!maySeeFindings(this.#claims.values(), this.#options)) return hidden();
    const found = this.#readFindings().some((one) => one.claim === id && one.code === code && one.fix !== null);
    if (!found) return refuse(404, 'There is no such fix.');
    if (digest !== claim.digest) return { status: 409, body: { now: this.#view(claim) } };
    if (!this.#journal.current.fixes.has(keyOfFix({ claim: id, code })))
      await this.#note({ act: 'fix', claim: id, digest, code });
    return ok(this.#pending());
  }

  async #handIn(): Promise<Answer> {
    const handed = await handIn(this.#options, this.#journal.current, this.#options.annotator);
    // A fix is of one moment: what comes after is another one.
    for (const { line } of this.#journal.current.fixes.values()) await this.#journal.append(renderUndo(line));
    this.reload(this.#project.articleFiles);
    return ok({ ...handed, ...this.#pending() });
  }

  #pending() {
    return { pending: listPending(this.#claims, this.#journal.current, this.#options.annotator) };
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
      return one !== undefined && voteOf(one, annotator) === null && !this.#journal.current.votes.has(other);
    };
    return viewClaim(claim, {
      sight: this.#options,
      file: fileOfVote(this.#project, claim, annotator),
      journal: this.#journal.current,
      findings: this.#readFindings(),
      surroundings: readSurroundings(claim, this.#project),
      next: findNext([...this.#claims.keys()], id, isWanted),
      settling: () => describeSettling(this.#project, claim, annotator, this.#journal.current.settlements.get(id)),
    });
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
    return this.#journal.append(renderEntry(entry));
  }
}
