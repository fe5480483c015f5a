// Rounds → one after the other, whatever becomes of any of them.
import { expect, test } from 'vitest';
import { takeTurns } from '../../scripts/platform/turns.ts';

test('a later round waits for an earlier one, and runs though that one failed', async () => {
  const told: string[] = [];
  const turns = takeTurns((message) => told.push(message));
  turns.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    told.push('slow');
    throw new Error('no space left');
  });
  turns.run(async () => {
    told.push('quick');
  });
  await turns.end();
  expect(told).toEqual(['slow', 'no space left', 'quick']);
});
