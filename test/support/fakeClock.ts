import type { Clock } from '../../src/core/clock';

interface Timer {
  readonly due: number;
  readonly resolve: () => void;
}

/**
 * Time that passes only when told: by `advance`, or by itself from timer to timer whenever nothing else
 * is left to do (`auto`), so that minutes of waiting take no time.
 */
export class FakeClock implements Clock {
  private time: number;
  private readonly auto: boolean;
  private readonly timers = new Set<Timer>();
  private ticking = false;

  constructor({ start = Date.UTC(2026, 0, 1), auto = false } = {}) {
    this.time = start;
    this.auto = auto;
  }

  now(): number {
    return this.time;
  }

  /** How many delays are under way. */
  get pending(): number {
    return this.timers.size;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const onAbort = () => {
        this.timers.delete(timer);
        reject(signal?.reason as Error);
      };
      const timer: Timer = {
        due: this.time + Math.max(ms, 0),
        resolve: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.timers.add(timer);
      if (this.auto) this.tick();
    });
  }

  /** Lets `ms` pass, timer by timer, and whatever each of them sets going. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settled();
    for (let next = this.next(); next !== undefined && next.due <= end; next = this.next()) {
      this.fire(next);
      await settled();
    }
    this.time = end;
  }

  private next(): Timer | undefined {
    return [...this.timers].sort((a, b) => a.due - b.due)[0];
  }

  private fire(timer: Timer): void {
    this.timers.delete(timer);
    this.time = Math.max(this.time, timer.due);
    timer.resolve();
  }

  private tick(): void {
    if (this.ticking) return;
    this.ticking = true;
    void settled().then(() => {
      this.ticking = false;
      const next = this.next();
      if (next === undefined) return;
      this.fire(next);
      this.tick();
    });
  }
}

/** Resolves when all promises that can settle by themselves have. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
