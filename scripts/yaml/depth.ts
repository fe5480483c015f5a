// YAML text → where it is nested so deep that no reader should try.

/** Labels have six levels. Whatever recurses through this many still has most of its stack left. */
const DEEPEST = 200;

// A bracket that can open a collection: at the beginning, or after a space or a sign that separates. In the middle of a
// word it is text.
const BRACKET = /(?:^|[\s[{,:-])[[{]+|[\]}]/gm;
// What stands before the content of a line: each space, dash or question mark can be a level of its own.
const LEAD = new RegExp(`^[ ?:-]{${DEEPEST + 1}}`, 'm');

/**
 * Offset of the level that is too deep, or null. Rough, and before anything is parsed: a parser that runs out of stack
 * may end the process, and no one can catch that. Brackets in texts are counted too; where that goes wrong, a text has
 * hundreds that are opened and never closed.
 */
export function findExcessiveDepth(text: string): number | null {
  const lead = LEAD.exec(text);
  if (lead) return lead.index + DEEPEST;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(BRACKET)) {
    if (found === ']' || found === '}') depth = Math.max(0, depth - 1);
    else depth += found.replace(/[^[{]/g, '').length;
    if (depth > DEEPEST) return index;
  }
  return null;
}
