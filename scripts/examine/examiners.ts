// A project → who examines its articles: this thread, or several others.
import type { Clusters } from '../claims/clusters.ts';
import { countCores, entryOf, Pool } from '../platform/workers.ts';
import { createExaminer } from './examinePart.ts';
import { copyResult, listMemory, type PartSetup, type Setup, type Task, type TaskResult } from './part.ts';

/** Do tasks; `size` says how many at a time. */
export interface Examiners {
  size: number;
  /** Sets which claims say the same, before articles are examined. */
  setClusters(clusters: Clusters): void;
  run(task: Task): Promise<TaskResult>;
  /** Takes back the memory of rows that have been written. */
  reuse(result: TaskResult): void;
  close(): Promise<void>;
}

/** So many articles are worth a thread of their own; fewer are examined here before a thread has started. */
const WORTH_A_THREAD = 300;
/** So many decoded articles fit into memory beside everything else. */
const FEW = 600;

/**
 * @param jobs how many threads; by default as many as the machine has cores, and none where there is little to do
 * @param witness whether results tell what their files held; then every file is looked at once, and none is kept
 */
export function startExaminers(
  setup: PartSetup,
  articles: number,
  jobs: number | undefined,
  witness = false,
): Examiners {
  const size = jobs ?? Math.min(countCores(), Math.floor(articles / WORTH_A_THREAD));
  if (size < 2) {
    const remember = !witness && articles <= FEW;
    const examiner = createExaminer({ ...setup, remember, witness });
    // A piece of a text keeps the whole text in memory; a copy of the result does not. Threads make one anyway.
    let spare: ArrayBuffer | undefined;
    const run = async (task: Task) => {
      const result = examiner.run(task, spare);
      spare = undefined;
      // Parts that are for others are packed at once, and not kept.
      const isHeld = !remember && !(witness && task.kind === 'examine');
      return isHeld ? copyResult(result) : result;
    };
    const reuse = (result: TaskResult) => {
      [spare] = listMemory(result);
    };
    return { size: 1, setClusters: examiner.setClusters, run, reuse, close: async () => {} };
  }
  const pool = new Pool<Task, Clusters, TaskResult>(entryOf('worker'), size, {
    ...setup,
    remember: false,
    witness,
  } satisfies Setup);
  return {
    size,
    setClusters: (clusters) => pool.tell(clusters),
    run: (task) => pool.run(task),
    reuse: (result) => pool.reuse(listMemory(result)),
    close: () => pool.close(),
  };
}
