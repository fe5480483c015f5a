// A line of authors as a page prints it → their names, where that is certain.

const OPENING = /^(?:by|von|par|por|di|door|af|av)(?:[:\s]+)(?=\S)/i;
/**
 * Two words at least, each begun by a capital or by a letter of a script that has none, such as `de` and `van` between
 * them.
 */
const NAME =
  /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*(?: (?:[a-z]{1,3}|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*)){0,3} [\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
const AND = /\s+(?:and|und|et|y|e|en|och|og|i|&)\s+/;

/** The names; null where the line may hold several and how they part is a guess ("Roe, Ann", "Ann Roe, Reporter"). */
export function splitAuthors(line: string): string[] | null {
  const names = line.replace(OPENING, '').trim();
  if (!/[,;&|/]/.test(names) && !AND.test(names)) return names === '' ? [] : [names];
  const parts = names.split(/\s*;\s*/);
  const [head = '', last, ...more] = names.split(AND);
  const all =
    parts.length > 1 ? parts : last !== undefined && more.length === 0 ? [...head.split(/\s*,\s*/), last] : [];
  const named = all.filter((part) => part !== '');
  return named.length > 1 && named.every((part) => NAME.test(part)) ? named : null;
}
