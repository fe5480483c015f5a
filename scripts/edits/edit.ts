// What is wanted of labels, and what became of it: without the parser, whose types an editor need not have.
import type { Change } from '../findings/finding.ts';

/** Changes that say what is wanted of a value, not of a text. */
export type ValueChange = Exclude<Change, { kind: 'splice' }>;

/** The new text, or in a sentence why nothing was changed. */
export type Edited = { text: string } | { problem: string };
