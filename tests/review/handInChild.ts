// RAW ANNOTATOR → hands in the journal when told to by a line on the input, and says so when it has.

import { readLines } from '../../scripts/platform/reading.ts';
import { handIn } from '../../scripts/review/handIn.ts';
import { readJournal } from '../../scripts/review/journal.ts';

const [raw = '', annotator = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const journal = readJournal(readLines(`${raw}/../private/review/${annotator}.jsonl`));
  await handIn({ raw }, journal, annotator);
  process.stdout.write('done\n');
  process.exit(0);
});
