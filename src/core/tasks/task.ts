import type { CreatedTask } from '../api/client';
import type { Failure } from '../api/failure';
import type { ProviderId } from '../api/provider';

/** One picture on its way: a request that may cost money, from the click to the file or the failure. */
export interface Task {
  /** Ours; the service's own id is in `created`. */
  readonly id: string;
  readonly provider: ProviderId;
  readonly model: string;
  readonly prompt: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Wall-clock ms since the epoch. */
  readonly startedAt: number;
  readonly state: TaskState;
}

/** How far a task is; from `running` on the service may charge for it. */
export type TaskState =
  | { readonly phase: 'queued' }
  | { readonly phase: 'sending' }
  | {
      readonly phase: 'running';
      readonly created: CreatedTask;
      /** The service's own word. */
      readonly status?: string;
      /** 0…1 where the service says. */
      readonly progress?: number;
    }
  | { readonly phase: 'downloading'; readonly created: CreatedTask }
  | { readonly phase: 'saving'; readonly created: CreatedTask }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** Whether the task still works towards a file, and so can be canceled. */
export function isRunning(task: Task): boolean {
  return task.state.phase !== 'failed';
}
