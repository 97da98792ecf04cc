import type { Failure } from '../../core/api/failure';
import type { FailedState, Task } from '../../core/tasks/task';

/** A task that ended without its file. */
export interface FailedTask extends Task {
  readonly state: FailedState;
}

/** Whether a task has ended without its file. */
export function isFailed(task: Task): task is FailedTask {
  return task.state.phase === 'failed';
}

/** The failed task with this id of ours. */
export function failedTask(tasks: readonly Task[], id: string): FailedTask | undefined {
  return tasks.filter(isFailed).find((task) => task.id === id);
}

/** The task that ended in exactly this failure: the same object, for two failures can be alike. */
export function taskOfFailure(tasks: readonly Task[], failure: Failure): FailedTask | undefined {
  return tasks.filter(isFailed).find((task) => task.state.failure === failure);
}
