import type { CreatedTask } from '../api/client';
import type { Failure } from '../api/failure';
import type { ProviderId } from '../api/provider';
import type { Charge } from '../money/charge';

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
  /** Another window of the same workspace works on it. */
  | { readonly phase: 'elsewhere' }
  | FailedState;

/** The task ended without its file; what is known of it says what can still be done (`remedies.ts`). */
export interface FailedState {
  readonly phase: 'failed';
  readonly failure: Failure;
  /** Wall-clock ms since the epoch. */
  readonly at: number;
  /** Whether the service can be asked for the balance. */
  readonly hasCredits?: boolean;
  /** Present where the service took the task: it can be asked for it again. */
  readonly created?: CreatedTask;
  /** What the service charged, as far as it said. */
  readonly cost?: Charge;
  /** What it was expected to cost, and will when it is sent again. */
  readonly estimate?: Charge;
}

/** Whether the task still works towards a file. */
export function isRunning(task: Task): boolean {
  return task.state.phase !== 'failed';
}
