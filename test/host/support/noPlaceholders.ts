import type { TaskRunnerPorts } from '../../../src/host/tasks/taskRunner';

/** Of tasks for which no placeholder lies anywhere. */
export const noPlaceholders: TaskRunnerPorts['placeholders'] = {
  remove: () => Promise.resolve(),
  withdraw: () => Promise.resolve(),
  settle: () => Promise.resolve(),
};
