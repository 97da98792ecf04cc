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

/** Nothing was heard in time. */
class LegTimeout extends Error {
  override readonly name = 'LegTimeout';
}

/**
 * Runs one leg of the way under a signal that also ends it when time runs out, and wakes at once even
 * if `work` does not listen. `alive` starts the idle time anew. Rejects with the outer signal's reason,
 * `LegTimeout`, or what `work` rejects with.
 */
export async function runLeg<T>(
  clock: Clock,
  limits: LegLimits,
  work: (signal: AbortSignal, alive: () => void) => Promise<T>,
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
  const watch = async () => {
    for (;;) {
      const end = Math.min(lastSign + limits.idleMs, limits.until ?? Infinity);
      const left = end - clock.now();
      if (left <= 0) {
        leg.abort(new LegTimeout('nothing was heard in time'));
        return;
      }
      await clock.delay(left, finished.signal);
    }
  };
  // Its only rejection is `finished`, which means that nobody waits for it any more.
  watch().catch(() => undefined);
  try {
    return await Promise.race([
      work(leg.signal, () => {
        lastSign = clock.now();
      }),
      ended,
    ]);
  } finally {
    finished.abort();
    limits.signal.removeEventListener('abort', cancel);
  }
}
