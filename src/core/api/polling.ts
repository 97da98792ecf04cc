import type { CreatedTask, FinishedTask, FluxClientOptions, WaitOptions } from './client';
import { callApi } from './exchange';
import type { Failure } from './failure';
import { steadySchedule, type PollSchedule } from './pollSchedule';
import { withoutKey } from './keyMask';
import { requireUsable } from './preflight';
import { backoffMs, pause, retryAfterMs } from './retry';
import { fail } from './stage';
import { pollingUrlOf } from './trust';
import { chargedFor, judge } from './verdict';

/** What polling a task takes. */
export interface PollOptions extends WaitOptions {
  readonly onStatus?: (status: string, progress?: number) => void;
  /** When the service took the task, in wall-clock ms since the epoch; where it is not known the first poll goes out at once. */
  readonly takenAt?: number;
  /** When to ask; as the SDK does where nothing is known. */
  readonly schedule?: PollSchedule;
  /** Hears how long the task took at the service, in ms, where the last polls came when they were due and were answered. */
  readonly onDuration?: (ms: number) => void;
  /** Ms from the first poll in which a task that is not there may still turn up. */
  readonly graceMs?: number;
}

/** Whoever was refused once asks no more often than every client does. */
const politeMs = 500;

/** Of what a task took: a poll that came later than this after its time says nothing of when it was ready. */
const OVERSLEPT = 0.05;

/** A new task is not everywhere at once (bfl-api.md §1.4). */
const defaultGraceMs = 15_000;

/** Polls until the task is Ready; whatever says nothing of the task is asked again until the deadline. */
export async function pollTask(
  client: FluxClientOptions,
  task: CreatedTask,
  options: PollOptions,
): Promise<FinishedTask> {
  const { signal, deadline, onStatus, graceMs = defaultGraceMs } = options;
  const { takenAt, schedule = steadySchedule } = options;
  const { clock, log, provider, key, random } = client;
  const stage = { charged: 'unknown', taskId: task.id } as const;
  requireUsable(client, stage);
  const call = { method: 'GET', url: pollingUrlOf(task, provider), signal, stage } as const;
  if (takenAt !== undefined) {
    const firstMs = Math.max(takenAt + schedule.firstMs - clock.now(), 0);
    await pause(clock, Math.min(firstMs, deadline - clock.now()), signal, stage);
  }
  const started = clock.now();
  const taken = takenAt ?? started;
  let lastRunning = taken;
  let due = taken + (takenAt === undefined ? 0 : schedule.firstMs);
  let shortestMs = 0;
  let failures = 0;
  let toldUnknown = false;
  let lastProblem: Pick<Failure, 'reason' | 'cause' | 'httpStatus'> = {};
  for (;;) {
    if (clock.now() >= deadline) throw fail(stage, 'timeout', lastProblem, key);
    const asked = clock.now();
    const verdict = judge(await callApi(client, { ...call, until: deadline }));
    const elapsed = clock.now() - started;
    let waitMs: number;
    if (verdict.kind === 'finished') {
      onStatus?.('Ready');
      const wasInTime = asked - due <= OVERSLEPT * (asked - taken) && failures === 0;
      if (takenAt !== undefined && wasInTime) {
        options.onDuration?.((lastRunning + asked) / 2 - takenAt);
      }
      return verdict.task;
    }
    if (verdict.kind === 'failed') {
      if (verdict.status !== undefined) onStatus?.(verdict.status);
      const charged = chargedFor(verdict, provider.refunds);
      throw fail(stage, verdict.code, { ...verdict.facts, charged }, key);
    }
    if (verdict.kind === 'retry') {
      failures += 1;
      shortestMs = politeMs;
      // What the deadline itself cut short says nothing of the service.
      if (clock.now() < deadline) lastProblem = verdict.facts;
      waitMs = retryAfterMs(verdict.retryAfter, clock.now()) ?? backoffMs(failures, random);
    } else {
      if (verdict.kind === 'missing' && elapsed >= graceMs) {
        throw fail(stage, 'task-not-found', verdict.facts, key);
      }
      if (verdict.kind === 'running') {
        lastRunning = asked;
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
      const pace = verdict.kind === 'missing' ? steadySchedule : schedule;
      waitMs = Math.max(pace.waitAfter(clock.now() - taken), shortestMs);
    }
    due = clock.now() + waitMs;
    await pause(clock, Math.min(waitMs, Math.max(deadline - clock.now(), 0)), signal, stage);
  }
}
