// An annotator who judges anew → what to write, in words that every rule on votes repeats.

/**
 * How somebody's own vote is put right. `isAlone` says that nobody else has voted: then the correction of the verdict
 * explains that of the vote.
 */
export function sayCorrection(annotator: string, from: string, to: string, isAlone: boolean): string {
  const entry = isAlone
    ? `\`field: verdict\`, \`from: ${from}\`, \`to: ${to}\``
    : `\`field: annotations\`, \`from: "${annotator}: ${from}"\`, \`to: "${annotator}: ${to}"\``;
  return `where ${annotator} has judged anew, write \`${to}\` and its day into that vote, and say why in an entry of \`revisions\`: ${entry}`;
}
