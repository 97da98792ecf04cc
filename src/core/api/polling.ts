import type { CreatedTask, FinishedTask, FluxClientOptions, WaitOptions } from './client';
import { callApi } from './exchange';
import type { Failure } from './failure';
import { pollInterval } from './pollSchedule';
import { withoutKey } from './keyMask';
import { requireUsable } from './preflight';
import { backoffMs, pause, retryAfterMs } from './retry';
import { fail } from './stage';
import { pollingUrlOf } from './trust';
import { chargedFor, judge } from './verdict';

interface PollOptions extends WaitOptions {
  readonly onStatus?: (status: string, progress?: number) => void;
  /** Ms from the first poll in which a task that is not there may still turn up. */
  readonly graceMs?: number;
}

/** A new task is not everywhere at once (bfl-api.md §1.4). */
const defaultGraceMs = 15_000;

/** Polls until the task is Ready; whatever says nothing of the task is asked again until the deadline. */
export async function pollTask(
  client: FluxClientOptions,
  task: CreatedTask,
  { signal, deadline, onStatus, graceMs = defaultGraceMs }: PollOptions,
): Promise<FinishedTask> {
  const { clock, log, provider, key, random } = client;
  const stage = { charged: 'unknown', taskId: task.id } as const;
  requireUsable(client, stage);
  const call = { method: 'GET', url: pollingUrlOf(task, provider), signal, stage } as const;
  const started = clock.now();
  let interval = 0;
  let failures = 0;
  let toldUnknown = false;
  let lastProblem: Pick<Failure, 'reason' | 'cause' | 'httpStatus'> = {};
  for (;;) {
    if (clock.now() >= deadline) throw fail(stage, 'timeout', lastProblem, key);
    const verdict = judge(await callApi(client, { ...call, until: deadline }));
    const elapsed = clock.now() - started;
    let waitMs: number;
    if (verdict.kind === 'finished') {
      onStatus?.('Ready');
      return verdict.task;
    }
    if (verdict.kind === 'failed') {
      if (verdict.status !== undefined) onStatus?.(verdict.status);
      const charged = chargedFor(verdict, provider.refunds);
      throw fail(stage, verdict.code, { ...verdict.facts, charged }, key);
    }
    if (verdict.kind === 'retry') {
      failures += 1;
      // What the deadline itself cut short says nothing of the service.
      if (clock.now() < deadline) lastProblem = verdict.facts;
      waitMs = retryAfterMs(verdict.retryAfter, clock.now()) ?? backoffMs(failures, random);
    } else {
      if (verdict.kind === 'missing' && elapsed >= graceMs) {
        throw fail(stage, 'task-not-found', verdict.facts, key);
      }
      if (verdict.kind === 'running') {
        onStatus?.(verdict.status, verdict.progress);
        if (!verdict.known && !toldUnknown) {
          toldUnknown = true;
          log.warn(
            `task ${task.id}: unknown status ${withoutKey(verdict.status, key)}, waiting on`,
          );
        }
      }
      failures = 0;
      lastProblem = {};
      interval = pollInterval(elapsed, interval);
      waitMs = interval;
    }
    await pause(clock, Math.min(waitMs, Math.max(deadline - clock.now(), 0)), signal, stage);
  }
}
