// Plain scalars, or a text in which some may stand → what YAML 1.1 takes for something else than the core schema of
// YAML 1.2 does.

// Types of YAML 1.1 (yaml.org/type: bool, int, float, timestamp) that the core schema does not share.
const BOOL_11 = 'y|n|yes|no|on|off';
const INT_11 = '[-+]?0[0-7_]+|[-+]?0b[01_]+|[-+]?[1-9][0-9]*_[0-9_]*|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?';
const FLOAT_11 = '[-+]?(?=[0-9.]*_)[0-9][0-9_]*\\.[0-9_]*(?:e[-+]?[0-9]+)?';
const DAY_11 = '\\d{4}-\\d\\d?-\\d\\d?';
const MOMENT_11 = `${DAY_11}(?:t|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d(?:\\.\\d*)?(?:[ \\t]*(?:z|[-+]\\d\\d?(?::?\\d\\d)?))?`;
const ANY = `${BOOL_11}|${INT_11}|${FLOAT_11}|${MOMENT_11}|${DAY_11}`;
const VALUE = new RegExp(`^(?:${ANY})$`, 'i');

/** Whether readers of YAML 1.1 take the scalar for something else. */
export function isAmbiguous(text: string): boolean {
  return VALUE.test(text);
}

// A key alone on its line with its value, or in a flow mapping; or else whatever may announce a value.
const KEY = '(?:^|[{,])[ \\t]*(?:-[ \\t]+)*(["\']?)(\\w+)\\1[ \\t]*:';
// A look at the first letter spares most places the whole list (a third of the time).
const BEGIN = '(?=[-+0-9yno])';
const SEEN = new RegExp(
  `(?:${KEY}|^|[,[{]|[-:?][ \\t]|["']:|[&!]\\S*[ \\t])[ \\t\\ufeff]*${BEGIN}(${ANY})(?=[ \\t]*(?:$|[,\\]}]|[ \\t]#))`,
  'gim',
);

/**
 * All that might be such a scalar in a YAML text, by a look at its text alone: some stand in the middle of a longer
 * text. `key` is what stands in front of it, '' where that is not sure.
 */
export function* seeAmbiguous(yaml: string): Iterable<{ text: string; key: string }> {
  for (const [, , key = '', text = ''] of yaml.matchAll(SEEN)) yield { text, key };
}

// What stands in front is looked at last: a look for the 0 takes an eighth of the time.
const OCTAL = /0[0-7]+(?<=(?:^|[\s,[{:])[-+]?0[0-7]+)(?=[ \t]*(?:$|[,\]}]|[ \t]#))/m;

/** Whether digits with a 0 in front may stand in a YAML text as a value, by a look at its text alone. */
export function mayHoldOctal(yaml: string): boolean {
  return OCTAL.test(yaml);
}
