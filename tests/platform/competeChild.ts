// TARGET LABEL ROUNDS → replaces the folder that often, and fails where it ever meets a mixture while it has the lock.

import { existsSync } from 'node:fs';
import { replaceFolder } from '../../scripts/platform/folderSwap.ts';
import { readSet, writeSet } from './labelledSet.ts';

const [target = '', label = '', rounds = ''] = process.argv.slice(2);

for (let round = 0; round < Number(rounds); round++) {
  await replaceFolder(
    target,
    async (staging) => {
      if (existsSync(target)) await readSet(target);
      await writeSet(staging, `${label}${round}`);
    },
    { owned: () => true },
  );
}
