import type { Clock } from '../clock';

/** One exchange has this long to answer, and its body this long from piece to piece. */
export const legTimeoutMs = 30_000;

interface LegLimits {
  /** Ends the exchange from outside: a person's Cancel. */
  readonly signal: AbortSignal;
  /** Ms without a sign of life. */
  readonly idleMs: number;
  /** Wall-clock ms since the epoch at which it ends in any case. */
  readonly until?: number;
}

/** What the work of a leg says of itself. */
export interface Leg {
  /** Starts the idle time anew. */
  alive(): void;
  /** Waits for something on our own side, a disk; the idle time starts anew after it. */
  aside<T>(work: Promise<T>): Promise<T>;
}

/** Nothing was heard in time. */
class LegTimeout extends Error {
  override readonly name = 'LegTimeout';
}

/**
 * Runs one leg of the way under a signal that also ends it when time runs out, and wakes at once even
 * if `work` does not listen. Rejects with the outer signal's reason, `LegTimeout`, or what `work` rejects with.
 */
export async function runLeg<T>(
  clock: Clock,
  limits: LegLimits,
  work: (signal: AbortSignal, leg: Leg) => Promise<T>,
): Promise<T> {
  limits.signal.throwIfAborted();
  const leg = new AbortController();
  const finished = new AbortController();
  const cancel = () => {
    leg.abort(limits.signal.reason);
  };
  limits.signal.addEventListener('abort', cancel, { once: true });
  const ended = new Promise<never>((_resolve, reject) => {
    leg.signal.addEventListener(
      'abort',
      () => {
        reject(leg.signal.reason as Error);
      },
      { once: true },
    );
  });
  let lastSign = clock.now();
  let isAside = false;
  const alive = () => {
    lastSign = clock.now();
  };
  const aside = async <R>(own: Promise<R>): Promise<R> => {
    isAside = true;
    try {
      return await own;
    } finally {
      isAside = false;
      alive();
    }
  };
  const watch = async () => {
    for (;;) {
      // Nobody listens meanwhile, so silence says nothing of the other side.
      if (isAside) alive();
      const end = Math.min(lastSign + limits.idleMs, limits.until ?? Infinity);
      const left = end - clock.now();
      if (left <= 0) {
        const what = isAside ? 'what arrived was not taken in time' : 'nothing was heard in time';
        leg.abort(new LegTimeout(what));
        return;
      }
      await clock.delay(left, finished.signal);
    }
  };
  // Its only rejection is `finished`, which means that nobody waits for it any more.
  watch().catch(() => undefined);
  try {
    return await Promise.race([work(leg.signal, { alive, aside }), ended]);
  } finally {
    finished.abort();
    limits.signal.removeEventListener('abort', cancel);
  }
}
