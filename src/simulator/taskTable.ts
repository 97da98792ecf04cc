import type { Model } from '../core/api/model';
import type { Task } from './task';

/** Active tasks that an account may have (bfl-api.md §6.1). */
const MAX_ACTIVE_TASKS = 24;

/** Finished tasks beyond this are forgotten, the oldest first, as the service forgets them by and by. */
const MAX_KEPT_TASKS = 500;
const MAX_KEPT_INPUT_BYTES = 128 * 2 ** 20;

/** All tasks by their ids. */
export class TaskTable {
  private readonly tasks = new Map<string, Task>();
  private inputBytes = 0;

  add(task: Task, now: number): void {
    this.tasks.set(task.id, task);
    this.inputBytes += bytesOf(task);
    for (const [id, old] of this.tasks) {
      const full = this.tasks.size > MAX_KEPT_TASKS || this.inputBytes > MAX_KEPT_INPUT_BYTES;
      if (!full) break;
      if (old === task || isActive(old, now)) continue;
      this.tasks.delete(id);
      this.inputBytes -= bytesOf(old);
    }
  }

  get(id: string): Task | undefined {
    return this.tasks.get(id);
  }

  /** Those that are neither Ready nor have ended. */
  active(now: number): readonly Task[] {
    return [...this.tasks.values()].filter((task) => isActive(task, now));
  }

  /** Whether the account may not have another active task of this model. */
  isFull(model: Model, now: number): boolean {
    const active = this.active(now);
    const sameModel = active.filter((task) => task.model.id === model.id);
    return (
      active.length >= MAX_ACTIVE_TASKS ||
      sameModel.length >= (model.maxActiveTasks ?? MAX_ACTIVE_TASKS)
    );
  }
}

function isActive(task: Task, now: number): boolean {
  return task.end === undefined && now < task.readyAt;
}

function bytesOf({ inputs }: Task): number {
  return inputs.images.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
}
