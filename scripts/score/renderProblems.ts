// What is wrong with predictions → text or JSON.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import type { Problem } from './problems.ts';

/** `files` names the files of predictions, in the order of `lists`. */
export function renderProblems(
  lists: readonly { file: string; problems: readonly Problem[] }[],
  format: 'text' | 'json' | 'markdown',
): string {
  if (format === 'json') return `${JSON.stringify({ errors: lists }, null, 2)}\n`;
  const lines = lists.flatMap(({ file, problems }) =>
    problems.flatMap(({ kind, sentence, count, places, hint }) => [
      `${file}: error ${kind}: ${sentence} (${count})`,
      ...places
        .map(({ line, text }) => (line === null ? `  ${text}` : `  line ${line}: ${text}`))
        .filter((place) => place.trim() !== ''),
      ...(count > places.length ? [`  and ${count - places.length} more`] : []),
      ...(hint === null ? [] : [`  hint: ${hint}`]),
    ]),
  );
  return `${lines.map((line) => `${sanitiseForTerminal(line)}\n`).join('')}\nNothing was scored: what is wrong must be put right first.\n`;
}
