// PATH → begins to write the file, and kills itself before it has ended.
import { writeFileAtomic } from '../../scripts/platform/files.ts';

function* half() {
  yield 'half';
  process.kill(process.pid, 'SIGKILL');
}

await writeFileAtomic(process.argv[2] ?? '', half());
