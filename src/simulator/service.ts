import type { Dialect } from '../core/api/provider';
import type { FaultPlan } from './faults';
import type { Latency } from './latency';
import type { Recorder } from './recorder';
import type { OnStage } from './stages';
import type { Task } from './task';
import type { TaskTable } from './taskTable';

/** Credits that one accepted task took from the balance. */
export interface SimulatedCharge {
  readonly taskId: string;
  readonly model: string;
  readonly prompt: string;
  readonly credits: number;
}

/** All that the routes share: the settings and the state of one simulated service. */
export interface Service {
  readonly dialect: Dialect;
  readonly key: string | undefined;
  readonly pollNeedsKey: boolean;
  readonly maxBodyBytes: number;
  readonly latency: Latency;
  readonly now: () => number;
  readonly random: () => number;
  /** How long links live after the end of their task; by the model where it is not set. */
  readonly linkLifetimeMs: number | undefined;
  readonly renewLinks: boolean;
  readonly linkSecret: Uint8Array;
  readonly onStage: OnStage | undefined;
  readonly tasks: TaskTable;
  readonly recorder: Recorder;
  /** The picture of a Ready task, painted when it is first asked for. */
  readonly paint: (task: Task) => Promise<Uint8Array>;
  readonly charges: SimulatedCharge[];
  credits: number;
  faults: FaultPlan;
  /** Set once the listeners have their ports. */
  origins: Origins;
}

/** Where things are, each without a slash at the end. */
interface Origins {
  /** What `polling_url` starts with, below which is `/v1/get_result`. */
  readonly polling: string;
  /** What `result.sample` starts with. */
  readonly delivery: string;
  /** Whether tasks live at the polling origin alone, so that the base does not know them. */
  readonly regional: boolean;
}

/** Takes the price of a task from the balance. */
export function charge(service: Service, task: Task): void {
  const credits = task.price.cost ?? 0;
  service.credits -= credits;
  const { id: taskId, model, prompt } = task;
  service.charges.push({ taskId, model: model.id, prompt, credits });
}

/** Gives it back: at the source what ends without a picture is not charged (bfl-api.md §7); of the relay nobody knows, so it keeps it. */
export function refund(service: Service, task: Task): void {
  if (service.dialect === 'relay') return;
  const index = service.charges.findIndex((one) => one.taskId === task.id);
  const [taken] = index < 0 ? [] : service.charges.splice(index, 1);
  service.credits += taken?.credits ?? 0;
}
