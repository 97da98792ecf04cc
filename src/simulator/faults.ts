/** One way in which the simulated service misbehaves. */
export type Fault = AnswerFault | CreateFault | PollFault | DownloadFault;

/** Faults of any exchange, whatever it is about. */
export type AnswerFault =
  /** An HTTP status with `body`, else with what the service says at that status. On create: nothing is accepted. */
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly body?: unknown;
      /** The `Retry-After` header: seconds or an HTTP date. */
      readonly retryAfter?: number | string;
    }
  /** A 200 (or `status`) that is not JSON. On create the task is accepted all the same. */
  | { readonly kind: 'not-json'; readonly status?: number; readonly body?: string }
  /** The connection breaks off. On create, `after-body` means that the task was accepted. */
  | { readonly kind: 'reset'; readonly when: 'before-body' | 'after-body' }
  /** The request is read and taken, and never answered. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: number };

/** Faults of an answer to a create. */
export interface CreateFault {
  /** Another `polling_url` than the real one: a foreign host, `file:`, not a URL. `null` leaves it out. */
  readonly kind: 'polling-url';
  readonly url: string | null;
}

/** Faults of a poll's answer. */
export type PollFault =
  /** This status instead of the real one. An end (`Error`, `Content Moderated`, …) stays the task's end. */
  | {
      readonly kind: 'status';
      readonly status: string;
      readonly details?: unknown;
      /** The service has been seen to send a task's body with 422 and 503 (bfl-api.md §1.4). */
      readonly httpStatus?: number;
    }
  | { readonly kind: 'ready-without-sample' }
  /** Another link as `result.sample`: `file:`, link-local, foreign. */
  | { readonly kind: 'sample'; readonly url: string };

/** Faults of a download. */
export type DownloadFault =
  /** The link is past its time. */
  | { readonly kind: 'expired' }
  /** A page of HTML under 200 and the image's content type. */
  | { readonly kind: 'html' }
  /** Half of the promised bytes, then the connection closes. */
  | { readonly kind: 'truncated' }
  /** A `Content-Length` of half the bytes that follow. */
  | { readonly kind: 'wrong-length' }
  /** The image in `pieces`, with a pause after each. */
  | { readonly kind: 'slow'; readonly pieces: number; readonly pauseMs: number }
  /** An image followed by zeros up to `bytes`; `declared` says so in `Content-Length` beforehand. */
  | { readonly kind: 'oversized'; readonly bytes: number; readonly declared?: boolean };

export type FaultPoint = 'create' | 'poll' | 'download' | 'credits';

/** When a fault happens. Of several rules that fit, the first one counts. */
export interface FaultRule {
  readonly on: FaultPoint;
  readonly fault: Fault;
  /** How often; without it always. */
  readonly times?: number;
  /** How likely each time, 0…1; without it certain. */
  readonly probability?: number;
  /** Only for this model. */
  readonly model?: string;
}

/** Rules with the count of what each has still to do. */
export class FaultPlan {
  private readonly left: { rule: FaultRule; times: number }[];

  constructor(
    rules: readonly FaultRule[],
    private readonly random: () => number,
  ) {
    this.left = rules.map((rule) => ({ rule, times: rule.times ?? Infinity }));
  }

  /** The fault that happens now, if any; it counts as done. */
  take(on: FaultPoint, model?: string): Fault | undefined {
    const entry = this.left.find(
      ({ rule, times }) =>
        rule.on === on &&
        times > 0 &&
        (rule.model === undefined || rule.model === model) &&
        (rule.probability === undefined || this.random() < rule.probability),
    );
    if (entry === undefined) return undefined;
    entry.times -= 1;
    return entry.rule.fault;
  }
}
