// YAML text → whether js-yaml and `yaml` might read it differently, so that only `yaml` should be asked.

/** Where a node or a key may begin: at the beginning of a line, or behind a sign that announces one. */
const START = '(?:^|[,[{]|[-:?] |["\']:) *';
/** What may stand on a line behind a value. */
const END = ' *(?:#.*)?';

/**
 * What the two read differently, or only one of them complains about; each with a sign without which it is not there,
 * since looking for a sign is cheap. Some are found where they only seem to be, in the middle of a text: that costs
 * time alone.
 */
const FORMS: readonly (readonly [sign: string, form: RegExp])[] = [
  ['\t', /\t/],
  ['\r', /\r/],
  ['\ufeff', /\ufeff/],
  ['%', /^%/m],
  // Marks of documents.
  ['---', /^---/m],
  ['...', /^\.\.\./m],
  // Anchors, aliases and tags.
  ['&', new RegExp(`${START}&`, 'm')],
  ['*', new RegExp(`${START}\\*`, 'm')],
  ['!', new RegExp(`${START}!`, 'm')],
  // Complex keys, and sequences as keys.
  ['?', new RegExp(`${START}\\?(?:\\s|$)`, 'm')],
  [']', /\]\s*:/],
  ['{', /[{,](?:\s|#.*)*\[/],
  // A comment without a space before it.
  ['"#', glued('"')],
  ["'#", glued("'")],
  [']#', /\]#/],
  ['}#', /\}#/],
  // Entries with nothing in them, which js-yaml takes for the end of the indentation.
  ['- ', /- +- *(?:#.*)?$/m],
  ['-', new RegExp(`^( *)-${END}\\n(?: *(?:#.*)?\\n)*(?!\\1 )(?= *-)`, 'm')],
  // Block scalars whose indentation is given, or that begin with spaces alone.
  ['|', /\|[-+]?[1-9]/],
  ['>', />[-+]?[1-9]/],
  ['|', new RegExp(`\\|[-+]?${END}\\n\\n* +\\n`)],
  ['>', new RegExp(`>[-+]?${END}\\n\\n* +\\n`)],
];

/** A quotation mark and a `#`, unless the two begin a colour, behind a key or a dash. */
function glued(mark: string): RegExp {
  return new RegExp(`(?<!^ *(?:- +)*(?:- |[\\w-]+: ) *)${mark}#|${mark}#(?!\\w*${mark}$)`, 'm');
}

/** Whether the two readers might differ. */
export function isUnsure(text: string): boolean {
  return !text.endsWith('\n') || FORMS.some(([sign, form]) => text.includes(sign) && form.test(text));
}
