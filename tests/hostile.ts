// Texts that are made to go wrong: signs that mean something to YAML, CSV or JSON, line ends, odd spaces, halves of
// pairs.
import fc from './property.ts';

const PIECES = [
  ...'aZ09 .,;:|"\'\\/#-_~<>&%=+@',
  '',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u3000',
  '\ufeff',
  '\uffff',
  '\ud83d',
  '\ude00',
  'é',
  '東',
  '😀',
  'e\u0301',
  'null',
  'todo',
  'TODO',
  'https://',
  'a.example',
  '2024-05-02',
  '---',
];

/** Up to eight of them in a row. */
export const hostileText = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(''));
