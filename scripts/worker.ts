// Batches of articles, as messages → what each of them gives.

import type { Clusters } from './claims/clusters.ts';
import { createExaminer, listMemory, type Setup, type Task, type TaskResult } from './examine/examineBatch.ts';
import { serveTasks } from './platform/workers.ts';

serveTasks<Setup, Task, Clusters, TaskResult>(createExaminer, listMemory);
