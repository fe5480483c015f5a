// Groups of articles, as messages → the part that each of them gives.

import type { Clusters } from './claims/clusters.ts';
import { createExaminer } from './examine/examinePart.ts';
import { listMemory, type Setup, type Task, type TaskResult } from './examine/part.ts';
import { serveTasks } from './platform/workers.ts';

serveTasks<Setup, Task, Clusters, TaskResult>((setup) => {
  const { run, setClusters } = createExaminer(setup);
  return { run, hear: setClusters };
}, listMemory);
