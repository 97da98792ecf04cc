import { describe, expect, it } from 'vitest';
import { backoffMs, retryAfterMs } from '../../../src/core/api/retry';

describe('the wait after a failure', () => {
  it('doubles from half a second to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 30].map((failures) => backoffMs(failures, () => 1));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is up to half shorter, at random', () => {
    expect(backoffMs(3, () => 0)).toBe(1000);
    expect(backoffMs(3, () => 0.5)).toBe(1500);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');

  it.each([
    ['7', 7000],
    [' 2.5 ', 2500],
    ['0', 500],
    ['Thu, 01 Jan 2026 12:00:10 GMT', 10_000],
    ['Thursday, 01-Jan-26 12:00:10 GMT', 10_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 500],
  ])('%j is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([undefined, '', 'soon', '-5', '1h', 'NaN', 'Thu, never'])('%j says nothing', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});
