const quickMs = 500;
const quickPhaseMs = 5_000;
const slowestMs = 5_000;
const growth = 1.5;

/**
 * Ms until the next poll: half a second while a quick model would be done, then ever slower. `elapsedMs`
 * counts from the first poll, `previousMs` is the last interval (0 before the first).
 */
export function pollInterval(elapsedMs: number, previousMs: number): number {
  if (elapsedMs < quickPhaseMs || previousMs === 0) return quickMs;
  return Math.min(previousMs * growth, slowestMs);
}
