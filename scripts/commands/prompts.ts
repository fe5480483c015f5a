// What options leave open and somebody at the terminal → the answers.

import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { chooseBegun } from '../labelling/chooseBegun.ts';
import { chooseId } from '../labelling/chooseId.ts';
import { lastClaim } from '../labelling/commitEdit.ts';
import { type Ask, withSomebody } from '../platform/ask.ts';
import { UserError } from '../platform/userError.ts';
import { isEdtf } from '../values/edtf.ts';
import type { Vocabulary, VocabularyName } from '../vocabulary/vocabulary.ts';
import type { Outside } from './command.ts';
import { type EditingOptions, need } from './editing.ts';

/** A question for an option; nobody is asked for what was said already. */
export interface Question<K extends string> {
  key: K;
  text: string;
  /** What an empty line stands for; without it an empty line leaves the answer open. */
  fallback?: string | null;
  /** What may be answered; the beginning of one is enough, or its number. */
  choices?: readonly string[];
  /** What an answer stands for. A UserError is shown, and the question comes again: nothing typed so far is lost. */
  take?: (answer: string) => string;
}

/** Asks for what is still open, in order; where nobody is there, nothing. */
export type AskOpen = <K extends string>(
  known: Readonly<Partial<Record<K, unknown>>>,
  questions: readonly Question<K>[],
) => Promise<Partial<Record<K, string>>>;

/** Runs `work` with whoever sits at the terminal, if anybody does. */
export function withPrompts<T>(
  { somebody }: Pick<Outside, 'somebody'>,
  work: (ask: AskOpen) => Promise<T>,
): Promise<T> {
  const person = somebody();
  if (person === null) return work(async () => ({}));
  return withSomebody(person, (ask) => work((known, questions) => askAll(ask, known, questions)));
}

/** The claim that was named, else the one that somebody says: an empty line is the one that was edited last. */
export async function askClaim(named: string | undefined, { raw }: EditingOptions, ask: AskOpen): Promise<string> {
  if (named !== undefined) return named;
  const { claim } = await ask({}, [{ key: 'claim', text: 'Claim', fallback: lastClaim(raw) }]);
  return need(claim, 'the claim');
}

async function askAll<K extends string>(
  ask: Ask,
  known: Readonly<Partial<Record<K, unknown>>>,
  questions: readonly Question<K>[],
): Promise<Partial<Record<K, string>>> {
  const answers: Partial<Record<K, string>> = {};
  for (const question of questions) {
    if (known[question.key] !== undefined) continue;
    const answer = await askOne(ask, question);
    if (answer !== '') answers[question.key] = answer;
  }
  return answers;
}

async function askOne<K extends string>(ask: Ask, question: Question<K>): Promise<string> {
  const { text, choices, take = (answer: string) => answer } = question;
  const list = choices ? `\n${choices.map((choice, i) => `  ${i + 1} ${sanitiseForTerminal(choice)}\n`).join('')}` : '';
  // What a terminal would not show as it is cannot be agreed to.
  const { fallback: offered = null } = question;
  const fallback = offered !== null && sanitiseForTerminal(offered) === offered ? offered : null;
  for (let hint = ''; ; ) {
    const answer = (await ask(`${hint}${text}${list}`, fallback)).trim();
    if (answer === '') return answer;
    const chosen = choices === undefined ? answer : chooseFrom(choices, answer);
    if (chosen === null) {
      hint = 'None of these, or of several.\n';
      continue;
    }
    try {
      return take(chosen);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      hint = `${sanitiseForTerminal(error.message)}\n`;
    }
  }
}

/** Takes an id of a vocabulary for itself, for any name of its entry, or for the beginning of one id alone. */
export function chooserOf(name: VocabularyName, vocabulary: Vocabulary, others: readonly string[] = []) {
  return (answer: string): string => {
    if (others.includes(answer)) return answer;
    try {
      return chooseId(answer, name, vocabulary);
    } catch (error) {
      const begun = chooseBegun([...vocabulary[name].keys(), ...others], answer);
      if (begun === null) throw error;
      return begun;
    }
  };
}

/** @throws UserError for what is no date as EDTF */
export function takeDate(answer: string): string {
  if (!isEdtf(answer)) throw new UserError(`\`${answer}\` is no date: write 2024-05-02, 2024-05 or 2024.`);
  return answer;
}

/** The choice that is meant, by its number or its beginning; null where none is, or several are. */
function chooseFrom(choices: readonly string[], answer: string): string | null {
  if (/^\d{1,3}$/.test(answer) && !choices.includes(answer)) return choices[Number(answer) - 1] ?? null;
  return chooseBegun(choices, answer);
}
