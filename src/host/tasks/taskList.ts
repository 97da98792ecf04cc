import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import * as vscode from 'vscode';

import type { Failure } from '../../core/api/failure';
import { remediesFor } from '../../core/tasks/remedies';
import { isRunning, type Task, type TaskState } from '../../core/tasks/task';
import { Disposable } from '../disposable';
import { readSettings } from '../settings';

/** Older ones have been read, or nobody will; an extension that fails in a loop must not fill the list. */
const MOST_FAILURES = 50;

/** The tasks of this window that run or have failed. What panel, status bar and commands show is derived from it. */
export class TaskList extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly dismissed = this.register(new vscode.EventEmitter<string>());
  /** A person is done with a failed task, by its id. */
  readonly onDidDismiss = this.dismissed.event;
  private readonly entries = new Map<
    string,
    { task: Task; readonly controller: AbortController }
  >();

  /** Newest first. */
  get all(): readonly Task[] {
    return [...this.entries.values()].map((entry) => entry.task).reverse();
  }

  get running(): readonly Task[] {
    return this.all.filter(isRunning);
  }

  /** Adds a task; its signal aborts on `cancel` and with `signal`. */
  add(task: Task, signal: AbortSignal): AbortSignal {
    const controller = new AbortController();
    this.entries.set(task.id, { task, controller });
    this.changed.fire();
    return AbortSignal.any([signal, controller.signal]);
  }

  /** Adds an order that was refused as a whole, so that the panel can say why. */
  addFailed(
    order: {
      readonly prompt: string;
      readonly model: string;
      readonly parameters: Task['parameters'];
    },
    failure: Failure,
  ): void {
    const task: Task = {
      id: randomUUID(),
      provider: readSettings().provider,
      model: order.model,
      prompt: order.prompt,
      parameters: order.parameters,
      startedAt: Date.now(),
      state: { phase: 'failed', failure, at: Date.now() },
    };
    this.add(task, new AbortController().signal);
    this.forgetOldFailures();
  }

  /** Most polls find what the one before has found: nobody hears of those. */
  setState(id: string, state: TaskState): void {
    const entry = this.entries.get(id);
    if (entry === undefined || isDeepStrictEqual(entry.task.state, state)) return;
    entry.task = { ...entry.task, state };
    if (state.phase === 'failed') this.forgetOldFailures();
    this.changed.fire();
  }

  /** Takes a task off the list that has ended in its file. */
  remove(id: string): void {
    if (this.entries.delete(id)) this.changed.fire();
  }

  /** Stops waiting for a running task; the service goes on, for it has no cancel. */
  cancel(id: string): void {
    this.entries.get(id)?.controller.abort();
  }

  /** Takes a task off the list; one that runs stays. */
  dismiss(id: string): void {
    const entry = this.entries.get(id);
    if (entry === undefined || isRunning(entry.task)) return;
    this.remove(id);
    this.dismissed.fire(id);
  }

  /** Takes a task off the list that another window has had and that is none of this window's by now. */
  removeElsewhere(id: string): void {
    if (this.entries.get(id)?.task.state.phase === 'elsewhere') this.remove(id);
  }

  private forgetOldFailures(): void {
    // What a person can still do something about waits for that person.
    const failed = this.all.filter(
      ({ state }) => state.phase === 'failed' && remediesFor(state).length === 0,
    );
    for (const task of failed.slice(MOST_FAILURES)) this.entries.delete(task.id);
  }

  override dispose(): void {
    for (const { controller } of this.entries.values()) controller.abort();
    super.dispose();
  }
}
