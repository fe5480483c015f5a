// TARGET LABEL STEP → replaces the folder by the set with that label, and kills itself after that step.

import { replaceFolder, type SwapStep } from '../../scripts/platform/folderSwap.ts';
import { writeSet } from './labelledSet.ts';

const [target = '', label = '', fatalStep = ''] = process.argv.slice(2);

await replaceFolder(target, (staging) => writeSet(staging, label), {
  owned: () => true,
  onStep: (step: SwapStep) => {
    if (step === fatalStep) process.kill(process.pid, 'SIGKILL');
  },
});
