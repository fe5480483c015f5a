// Findings on the form of an id → the same, with the entry of the vocabulary that was meant.
import type { Draft } from '../findings/finding.ts';
import { fromPointer } from '../values/jsonPointer.ts';
import { describeIds, findMeant } from '../vocabulary/meant.ts';
import { vocabularyAt } from '../vocabulary/places.ts';
import type { Vocabulary, VocabularyName } from '../vocabulary/vocabulary.ts';

/**
 * Looks up what has not the form of an id: whoever writes `Supported`, or a claimant's name, knows which entry is
 * meant. `value` is what the file holds.
 */
export function adviseIds(drafts: readonly Draft[], value: unknown, vocabulary: Vocabulary): Draft[] {
  return drafts.map((draft) => {
    const { code, pointer } = draft;
    if (pointer === undefined || (code !== 'A12' && code !== 'A14')) return draft;
    const name = vocabularyAt(pointer);
    const text = name === null ? undefined : valueAt(value, pointer);
    if (name === null || (typeof text !== 'string' && typeof text !== 'boolean')) return draft;
    // Quotation marks make no id of `true`.
    const { hint, fix, ...rest } = draft;
    const kept = typeof text === 'boolean' ? {} : { ...(hint && { hint }), ...(fix && { fix }) };
    return { ...rest, ...kept, ...adviseId(pointer, String(text), name, vocabulary) };
  });
}

function adviseId(pointer: string, text: string, name: VocabularyName, vocabulary: Vocabulary): Partial<Draft> {
  const meant = findMeant(text, name, vocabulary);
  if (meant)
    return {
      hint: meant.name === undefined ? `did you mean \`${meant.id}\`?` : `${quote(meant.name)} is ${quote(meant.id)}`,
      fix: { title: `write \`${meant.id}\``, changes: [{ kind: 'set', pointer, value: meant.id }] },
    };
  const expected = describeIds(name, vocabulary);
  const parts = text.split(',').map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => vocabulary[name].has(part))
    ? { expected, hint: `there are ${parts.length} ids in one text: write each as an entry of its own` }
    : { expected };
}

function quote(text: string): string {
  return `\`${text}\``;
}

function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const token of fromPointer(pointer)) at = (at as Record<string, unknown> | null | undefined)?.[token];
  return at;
}
