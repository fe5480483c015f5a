// One work in words, as a message → what became of it, for the test of threads that do one.
import { serveOnce } from '../../scripts/platform/apart.ts';

await serveOnce<string, string>(async (work) => {
  if (work === 'fail') throw new Error('This work cannot be done.');
  if (work === 'end') process.exit();
  return `${work} is done`;
});
