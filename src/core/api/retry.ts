import type { Clock } from '../clock';
import type { Stage } from './stage';
import { fail } from './stage';

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;

/** Ms to wait after the `failures`-th failure in a row (from 1): doubling from 0.5 s to 30 s, half of it jitter. */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(firstBackoffMs * 2 ** (failures - 1), longestBackoffMs);
  return full * (0.5 + 0.5 * random());
}

/** What `Retry-After` asks for in ms, as seconds or as an HTTP date; `undefined` where it says neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Math.max(Number(value) * 1000, firstBackoffMs);
  // Only what looks like an HTTP date: Date.parse takes `-5` for a year.
  const date = /^[a-z]{3,9},? .*\d/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(date - now, firstBackoffMs);
}

/** Waits; a cancellation meanwhile wakes it at once and ends the picture at `stage`. */
export async function pause(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  stage: Stage,
): Promise<void> {
  try {
    await clock.delay(ms, signal);
  } catch {
    throw fail(stage, 'canceled');
  }
}
