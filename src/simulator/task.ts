import type { ImageFormat, Model } from '../core/api/model';
import type { PixelSize } from '../core/assets/size';
import type { PictureCost } from '../core/money/cost';
import type { FaultPlan } from './faults';
import type { Inputs } from './inputs';

/** One accepted create request. Times are wall-clock ms. */
export interface Task {
  readonly id: string;
  readonly model: Model;
  readonly prompt: string;
  readonly seed: number;
  readonly format: ImageFormat;
  readonly size: PixelSize;
  /** The numbers of the body: borders, offsets. The rest of it, images of many megabytes, is let go. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly inputs: Inputs;
  readonly price: PictureCost;
  readonly createdAt: number;
  readonly readyAt: number;
  /** What the prompt's markers ask for. */
  readonly faults: FaultPlan;
  /** How it ended, where it did not end in a picture. */
  end?: TaskEnd;
}

/** An end without a picture. */
interface TaskEnd {
  readonly status: string;
  readonly details: unknown;
}

/** Statuses that a task does not leave again. `Task not found` is no end: a later poll may find it. */
const ends: readonly string[] = ['Request Moderated', 'Content Moderated', 'Error', 'Failed'];

/** Whether a task with this status is over. */
export function isEnd(status: string): boolean {
  return ends.includes(status);
}

/** What the service would say of the task at `now`: `Pending`, `Reasoning`, `Generating`, `Ready` or its end. */
export function statusAt(task: Task, now: number): string {
  if (task.end !== undefined) return task.end.status;
  if (now >= task.readyAt) return 'Ready';
  const done = progressAt(task, now);
  if (task.model.family !== 'flux-3' || done < 0.1) return 'Pending';
  return done < 0.4 ? 'Reasoning' : 'Generating';
}

/** 0…1. */
export function progressAt(task: Task, now: number): number {
  const whole = task.readyAt - task.createdAt;
  return whole <= 0 ? 1 : Math.min(Math.max((now - task.createdAt) / whole, 0), 1);
}
