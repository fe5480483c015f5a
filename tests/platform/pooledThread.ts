// Tasks in words, as messages → what became of them, for the test of the pool.
import { serveTasks } from '../../scripts/platform/workers.ts';

serveTasks<string, string, string, { text: string; memory: ArrayBuffer }>(
  (data) => {
    let told = 'nothing';
    return {
      hear: (note) => {
        told = note;
      },
      run: (task, spare) => {
        if (task === 'fail') throw new Error('This task cannot be done.');
        // More than a thread may usually hold.
        const much = task === 'hog' ? Array.from({ length: 6_000_000 }, (_, i) => ({ i })) : [];
        const memory = spare ?? new ArrayBuffer(8);
        return { text: `${data} ${told} ${task} ${much.length} ${spare?.byteLength ?? 0}`, memory };
      },
    };
  },
  ({ memory }) => [memory],
);
