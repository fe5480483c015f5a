// What is said to the page → an answer.
import type { Answer } from '../platform/guardedServer.ts';

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const refuse = (status: number, message: string): Answer => ({ status, body: { message } });
export const unknownClaim = (): Answer => refuse(404, 'There is no such claim to be reviewed.');
/** Whatever stands in the claim: the answer must not tell. */
export const hidden = (): Answer => refuse(403, 'Hidden while you judge blind.');
