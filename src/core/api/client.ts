import type { Clock } from '../clock';
import type { Log } from '../log';
import { createTask } from './creating';
import { fetchCredits } from './credits';
import type { DownloadOptions } from './downloading';
import { downloadResult } from './downloading';
import { withoutEcho } from './keyMask';
import type { Model } from './model';
import { pollTask, type PollOptions } from './polling';
import type { Provider } from './provider';
import type { Transport } from './transport';

/** All that a client needs: the provider, and every effect as an argument. */
export interface FluxClientOptions {
  readonly provider: Provider;
  /** Sent to the provider's origin only (trust.ts); absent for `demo`. */
  readonly key?: string;
  readonly transport: Transport;
  readonly clock: Clock;
  /** 0 ≤ n < 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
}

/** What the service answered to the POST. Serialisable: with it a task can be polled after a restart. */
export interface CreatedTask {
  readonly id: string;
  readonly pollingUrl?: string;
  /** In the service's credits. */
  readonly cost?: number;
  /** In units of 2^20 px. */
  readonly inputMegapixels?: number;
  readonly outputMegapixels?: number;
}

/** A task that is Ready. */
export interface FinishedTask {
  readonly sample: string;
  /** The prompt as the service used it. */
  readonly prompt?: string;
  readonly seed?: number;
  /** The final cost in credits; overrides the one in `CreatedTask`. */
  readonly cost?: number;
}

/** How long a call may take. */
export interface WaitOptions {
  readonly signal: AbortSignal;
  /** Wall-clock ms since the epoch, by the client's clock. */
  readonly deadline: number;
}

/** The FLUX API at one provider. Every method rejects with `GenerationFailure` and nothing else, except where it says so. */
export class FluxClient {
  private readonly options: FluxClientOptions;

  constructor(options: FluxClientOptions) {
    this.options = { ...options, transport: withoutEcho(options.transport, options.key) };
  }

  /** POSTs once; again only after 429 or a connection that was never made, until the deadline. */
  create(
    model: Model,
    body: Readonly<Record<string, unknown>>,
    options: WaitOptions,
  ): Promise<CreatedTask> {
    return createTask(this.options, model, body, options);
  }

  /** Polls until the task is Ready. `onStatus` hears each status the service names. */
  poll(task: CreatedTask, options: PollOptions): Promise<FinishedTask> {
    return pollTask(this.options, task, options);
  }

  /**
   * Fetches the result into the sink, without the key, at most `maxBytes`; resolves when the whole picture is there.
   * Rejects also with what the sink rejects with, as it is.
   */
  download(task: CreatedTask, finished: FinishedTask, options: DownloadOptions): Promise<void> {
    return downloadResult(this.options, task, finished, options);
  }

  /** The balance in credits: a free check of the key. `undefined` where the service has no such route (404). */
  credits(options: WaitOptions): Promise<number | undefined> {
    return fetchCredits(this.options, options);
  }
}
