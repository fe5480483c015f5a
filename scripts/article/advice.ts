// A value that the schema refuses → what to write instead, with the edit where only one thing can be meant.
import { type Change, type Draft, excerpt } from '../findings/finding.ts';
import type { SchemaProblem } from '../schemas/problems.ts';
import { isDay, isEdtf } from '../values/edtf.ts';
import { nameOddSigns } from '../values/oddSigns.ts';
import type { Written } from '../yaml/written.ts';

export type Advice = Pick<Draft, 'hint' | 'fix'>;

/**
 * What to write in the place of a value; `written` is how the file has it, `offset` where the YAML begins in the file.
 */
export function adviseValue(problem: SchemaProblem, written: Written | null, offset: number): Advice {
  const { kind, pointer, found, meant, reason, nullable } = problem;
  if (nullable && typeof found === 'string' && NOTHING.test(found)) return setTo(pointer, null, 'write null');
  if (kind === 'type') return adviseType(problem, written);
  if (typeof found === 'string') {
    const block = kind === 'form' && written?.block ? adviseBlock(found, written, offset) : null;
    if (block) return block;
  }
  if (meant !== undefined) {
    const shown = excerpt(meant);
    return setTo(pointer, meant, `did you mean \`${shown}\`?`, `write \`${shown}\``);
  }
  if (reason !== undefined) return { hint: reason };
  const odd = typeof found === 'string' ? nameOddSigns(found) : null;
  return odd === null ? {} : { hint: `take out ${odd}, which nobody sees` };
}

/** How people write that there is nothing. */
const NOTHING = /^(?:\s*|n\/?a\.?|none|nil|nothing|unknown|-+|–|—|\?)$/i;

function setTo(pointer: string, value: unknown, hint: string, title = hint): Advice {
  return { hint, fix: { title, changes: [{ kind: 'set', pointer, value }] } };
}

function adviseType({ pointer, found, form }: SchemaProblem, written: Written | null): Advice {
  if (form?.type === 'array' && typeof found === 'string' && found.trim() !== '') {
    const items = form.items?.enum || !found.includes(',') ? [found] : found.split(',').map((item) => item.trim());
    return setTo(pointer, items, `write \`[${items.join(', ')}]\``, 'write a list');
  }
  if (form?.type !== 'string' || (typeof found !== 'number' && typeof found !== 'boolean')) return {};
  const text = written?.text ?? String(found);
  const hint = `put it in quotation marks: "${text}"`;
  return hasForm(text, form) ? setTo(pointer, text, hint, 'put it in quotation marks') : { hint };
}

function hasForm(text: string, { pattern, format }: NonNullable<SchemaProblem['form']>): boolean {
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return false;
  if (format === 'edtf') return isEdtf(text);
  return format === undefined || (format === 'day' && isDay(text));
}

/** A text on lines of its own, where one line is wanted: `>-` joins its lines and keeps no line end. */
function adviseBlock(found: string, { text, start, block }: Written, offset: number): Advice | null {
  if (!/\n/.test(found)) return null;
  const header = /^[|>][-+0-9]*/.exec(text)?.[0] ?? '';
  if (block === '|' && found.trimEnd().includes('\n')) return { hint: 'write `>-` for `|`, which joins the lines' };
  if (found.trimEnd().includes('\n')) return { hint: 'take out the empty lines, which begin another paragraph' };
  const sign = `${block}-`;
  const change: Change = { kind: 'splice', offsets: [start + offset, start + offset + header.length], text: sign };
  return { hint: `write \`${sign}\`, which keeps no line end`, fix: { title: `write \`${sign}\``, changes: [change] } };
}
