// YAML text → its comments.
import { Lexer } from 'yaml';

/** By this sign the lexer announces the text of a scalar, which may itself begin with `#`. */
const SCALAR = '\x1f';

/** The comments of a text in their order, from `#` to the end of the line. */
export function listComments(yaml: string): string[] {
  const comments: string[] = [];
  let isScalar = false;
  for (const token of new Lexer().lex(yaml)) {
    if (token.startsWith('#') && !isScalar) comments.push(token);
    isScalar = token === SCALAR;
  }
  return comments;
}
