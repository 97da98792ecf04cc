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
interface CreateFault {
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

/** Which faults can happen where. */
interface FaultsAt {
  readonly create: AnswerFault | CreateFault;
  readonly poll: AnswerFault | PollFault;
  readonly download: AnswerFault | DownloadFault;
  readonly credits: AnswerFault;
}

type FaultPoint = keyof FaultsAt;

/** How many exchanges of each kind there were that could go wrong, and how many of them did. */
export type FaultTally = Readonly<
  Record<FaultPoint, { readonly exchanges: number; readonly faults: number }>
>;

/** When a fault happens. Of several rules that fit, the first one counts. */
interface Conditions {
  /** How often; without it always. */
  readonly times?: number;
  /** How likely each time, 0…1; without it certain. */
  readonly probability?: number;
  /** Only for this model. */
  readonly model?: string;
  /** Polls only: not before the picture is there; until then the task runs as usual. */
  readonly whenReady?: true;
}

/** One way in which the simulated service misbehaves, and when. */
export type FaultRule = {
  [Point in FaultPoint]: Conditions & { readonly on: Point; readonly fault: FaultsAt[Point] };
}[FaultPoint];

/** What an exchange is about, for the rules to match. */
interface FaultMatch {
  readonly model?: string | undefined;
  readonly ready?: boolean;
}

/** Rules with the count of what each has still to do. */
export class FaultPlan {
  private readonly left: { rule: FaultRule; times: number }[];
  private readonly counts = {
    create: { exchanges: 0, faults: 0 },
    poll: { exchanges: 0, faults: 0 },
    download: { exchanges: 0, faults: 0 },
    credits: { exchanges: 0, faults: 0 },
  };

  constructor(
    rules: readonly FaultRule[],
    private readonly random: () => number,
  ) {
    this.left = rules.map((rule) => ({ rule, times: rule.times ?? Infinity }));
  }

  get tally(): FaultTally {
    return this.counts;
  }

  /** The fault that happens now, if any; it counts as done. */
  take<Point extends FaultPoint>(on: Point, match: FaultMatch = {}): FaultsAt[Point] | undefined {
    const entry = this.left.find(
      ({ rule, times }) =>
        rule.on === on &&
        times > 0 &&
        (rule.model === undefined || rule.model === match.model) &&
        (!needsReady(rule) || match.ready === true) &&
        (rule.probability === undefined || this.random() < rule.probability),
    );
    const count = this.counts[on];
    count.exchanges += 1;
    if (entry === undefined) return undefined;
    count.faults += 1;
    entry.times -= 1;
    return entry.rule.fault as FaultsAt[Point];
  }
}

/** What is about the result has no sense before there is one. */
function needsReady({ fault, whenReady }: FaultRule): boolean {
  return whenReady === true || fault.kind === 'ready-without-sample' || fault.kind === 'sample';
}
