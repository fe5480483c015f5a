// A scalar → how PyYAML writes it: plain, in single or in double quotation marks.

export type ScalarStyle = 'plain' | 'single' | 'double';

/** What PyYAML reads as something other than text when it stands plain: YAML 1.1. */
const OTHER_TYPES = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
  /^(?:[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$/,
  /^(?:<<|=)$/,
];

/** Of a text on one line: labels have no others. */
export function chooseStyle(letters: readonly string[], inFlow: boolean, allowUnicode: boolean): ScalarStyle {
  const text = letters.join('');
  if (/[\n\x85\u2028\u2029]/.test(text)) throw new Error('A text of several lines is not written here.');
  if (letters.some((letter) => isSpecial(letter, allowUnicode))) return 'double';
  const blankEnds = text.startsWith(' ') || text.endsWith(' ');
  const indicates = inFlow ? FLOW_INDICATORS.test(text) : BLOCK_INDICATORS.test(text);
  return blankEnds || indicates || OTHER_TYPES.some((type) => type.test(text)) ? 'single' : 'plain';
}

const BLOCK_INDICATORS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?: |$))|:(?: |$)| #/;
const FLOW_INDICATORS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`?:]|-(?: |$))|[,?[\]{}:]| #/;

/** Whether a letter can stand in double quotation marks only. */
function isSpecial(letter: string, allowUnicode: boolean): boolean {
  if (letter >= ' ' && letter <= '~') return false;
  return !(allowUnicode && /[\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffe}]/u.test(letter));
}

const NAMED = new Map(
  Object.entries({
    '\0': '0',
    '\x07': 'a',
    '\b': 'b',
    '\t': 't',
    '\v': 'v',
    '\f': 'f',
    '\r': 'r',
    '\x1b': 'e',
    '"': '"',
    '\\': '\\',
    '\xa0': '_',
  }),
);

/** What stands for a letter in double quotation marks; null where it stands for itself. */
export function escapeLetter(letter: string, allowUnicode: boolean): string | null {
  const named = NAMED.get(letter);
  if (named !== undefined && named !== '_') return `\\${named}`;
  if (letter >= ' ' && letter <= '~') return null;
  if (allowUnicode && /[\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(letter)) return null;
  const code = letter.codePointAt(0) ?? 0;
  if (named !== undefined) return `\\${named}`;
  const [sign, digits] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : (['U', 8] as const);
  return `\\${sign}${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}
