// The example project with as many claims as wanted.
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

export const idOf = (number: number): string => `gazette-2024-05-02-c${String(number).padStart(2, '0')}`;

/** `count` claims in the Gazette, each in other words. */
export function openMany(count: number): Workspace {
  const workspace = openWorkspace();
  const text = workspace.read(GAZETTE);
  const from = text.indexOf(`  - id: ${idOf(2)}`);
  const to = text.indexOf('\n---\n', from) + 1;
  const claim = text.slice(from, to);
  const more = Array.from({ length: count - 2 }, (_, at) =>
    claim
      .replace(idOf(2), idOf(at + 3))
      .replace(/text: .*/, `text: Bridge ${at + 3} of Aldport cost 40,000 of the 60,000 that had been set aside.`),
  );
  return workspace.file(GAZETTE, text.slice(0, to) + more.join('') + text.slice(to));
}

/** What a person may have judged of a claim: verdict, confidence and note, by its number. */
export function judgementOf(number: number): [verdict: string, confidence: string, note: string | null] {
  const verdicts = ['supported', 'refuted', 'misleading', 'conflicting', 'not_enough_evidence'];
  const confidences = ['high', 'medium', 'low'];
  const note = number % 3 === 0 ? `Nummer ${number}: "шлях" \\ الجسر` : null;
  return [verdicts[number % 5] ?? '', confidences[number % 3] ?? '', note];
}
