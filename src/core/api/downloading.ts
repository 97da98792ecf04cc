import type { CreatedTask, FinishedTask, FluxClientOptions, WaitOptions } from './client';
import type { Failure, GenerationFailure } from './failure';
import { isGenerationFailure } from './failure';
import type { Fetched } from './fetching';
import { fetchResult } from './fetching';
import { pollTask } from './polling';
import { backoffMs, pause, retryAfterMs } from './retry';
import type { Stage } from './stage';
import { fail } from './stage';
import { Transfer } from './transfer';

/** Where a download goes, piece by piece. What it rejects with comes out of `download` as it is. */
export interface DownloadSink {
  /** Bytes that are there already, from an earlier try: the transfer goes on from here where the service lets it. */
  readonly length: number;
  append(piece: Uint8Array): Promise<void>;
  /** Throws away what is there: the next piece is the first. */
  clear(): Promise<void>;
}

/** How long to try, where to put it, and how much to take at most. */
export interface DownloadOptions extends WaitOptions {
  /** All bytes in the sink count. */
  readonly maxBytes: number;
  readonly sink: DownloadSink;
}

/**
 * Fetches a result until it is whole in the sink or the deadline passes; what broke off is gone on with. A dead
 * link is exchanged for a fresh one by polling the task again, once.
 */
export async function downloadResult(
  client: FluxClientOptions,
  task: CreatedTask,
  finished: FinishedTask,
  options: DownloadOptions,
): Promise<void> {
  const { clock } = client;
  const { signal, deadline, sink, maxBytes } = options;
  const stage = { charged: 'yes', taskId: task.id } as const;
  let link = finished.sample;
  let isFresh = false;
  const transfer = new Transfer(sink, maxBytes);
  let farthest = sink.length;
  for (let failures = 0; ;) {
    const isDead = !isFresh && isExpired(link, clock.now());
    const fetched: Fetched = isDead
      ? { kind: 'dead' }
      : await fetchResult(client, link, transfer, options, stage);
    switch (fetched.kind) {
      case 'whole':
        return;
      case 'misfit':
        break;
      case 'refused':
        throw fail(stage, 'bad-image', { detail: 'refused-link' });
      case 'too large':
        throw fail(stage, 'bad-image', { detail: 'too-large' });
      case 'dead': {
        const { httpStatus } = fetched;
        if (isFresh) throw fail(stage, 'result-expired', httpStatus ? { httpStatus } : {});
        link = await freshLink(client, task, options, stage);
        isFresh = true;
        break;
      }
      case 'broken': {
        // A line that breaks again and again, but brings something each time, is not one that is down.
        failures = transfer.length > farthest ? 1 : failures + 1;
        farthest = Math.max(farthest, transfer.length);
        const waitMs =
          retryAfterMs(fetched.retryAfter, clock.now()) ?? backoffMs(failures, client.random);
        if (clock.now() + waitMs >= deadline) throw undeliverable(fetched, stage);
        await pause(clock, waitMs, signal, stage);
      }
    }
  }
}

/** The service's storage answered badly, or not at all. The picture is paid and may still be fetched later. */
function undeliverable(
  { httpStatus, cause }: Extract<Fetched, { kind: 'broken' }>,
  stage: Stage,
): GenerationFailure {
  return httpStatus === undefined
    ? fail(stage, 'network', cause === undefined ? {} : { cause })
    : fail(stage, 'server', { httpStatus });
}

async function freshLink(
  client: FluxClientOptions,
  task: CreatedTask,
  { signal, deadline }: DownloadOptions,
  stage: Stage,
): Promise<string> {
  try {
    return (await pollTask(client, task, { signal, deadline, graceMs: 0 })).sample;
  } catch (error) {
    if (signal.aborted) throw fail(stage, 'canceled');
    // What became of the task does not matter any more: there was a picture, and it is gone.
    const { reason, cause, httpStatus } = failureOf(error);
    throw fail(stage, 'result-expired', {
      ...(reason !== undefined && { reason }),
      ...(cause !== undefined && { cause }),
      ...(httpStatus !== undefined && { httpStatus }),
    });
  }
}

function failureOf(error: unknown): Partial<Failure> {
  return isGenerationFailure(error) ? error.failure : {};
}

/** Signed links say in `se` when they end (bfl-api.md §1.6). */
function isExpired(link: string, now: number): boolean {
  const end = URL.canParse(link) ? new URL(link).searchParams.get('se') : null;
  // A date that cannot be read compares as NaN: not expired.
  return end !== null && Date.parse(end) <= now;
}
