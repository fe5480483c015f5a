// FILE ROUNDS → adds one to the number in the file that often, in a way that loses counts without the lock;
// with `die` for ROUNDS, kills itself while it holds the lock.

import { readFile, writeFile } from 'node:fs/promises';
import { withLock } from '../../scripts/platform/lock.ts';

const [file = '', rounds = ''] = process.argv.slice(2);

if (rounds === 'die') await withLock(file, async () => process.kill(process.pid, 'SIGKILL'));

for (let round = 0; round < Number(rounds); round++) {
  await withLock(file, async () => {
    const count = Number(await readFile(file, 'utf8'));
    await new Promise(setImmediate);
    await writeFile(file, String(count + 1));
  });
}
