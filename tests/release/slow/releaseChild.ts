// Arguments: raw folder, day, step → a release that is killed after that step.
import { release } from '../../../scripts/commands/release.ts';

const [raw = '', today = '', last = ''] = process.argv.slice(2);
const terminal = { out: () => {}, err: () => {}, colour: false, interactive: false };
await release({ raw }, terminal, today, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL');
});
