import { expect, test } from 'vitest';
import {
  rowsOf,
  soakProblemsOf,
  type SoakResult,
} from '../../scripts/lib/chaos/soak/soakTable.mjs';

const counts = {
  ...{ tasks: 2, accepted: 2, charged: 2, saved: 1, savedLater: 0 },
  told: [['network, charged: unknown', 1]] as const,
  ...{ lost: 0, paidTwice: 0, sentTwice: 0, untrue: [] },
};

function soak(more: Partial<SoakResult> = {}): SoakResult {
  const memory = (held: number) => ({ held: held * 2 ** 20, rss: 200 * 2 ** 20 });
  return {
    counts,
    faults: {
      create: { exchanges: 3, faults: 1 },
      poll: { exchanges: 9, faults: 2 },
      download: { exchanges: 1, faults: 0 },
      credits: { exchanges: 1, faults: 0 },
    },
    ...{ posts: 3, entries: 1, open: 0, places: 0, left: [] },
    ...{ mostActive: 24, mostPlaces: 24, tooMany: 1 },
    memory: [{ name: 'North pier', first: memory(50), last: memory(60) }],
    ...{ ms: 65_000, seed: 7 },
    ...more,
  };
}

test('what is within all limits is no problem', () => {
  expect(soakProblemsOf(soak())).toEqual([]);
});

test.each([
  ['a loss', { counts: { ...counts, lost: 1 } }, '1 lost'],
  ['a second charge', { counts: { ...counts, paidTwice: 2 } }, '2 paid twice'],
  ['a second POST', { counts: { ...counts, sentTwice: 1 } }, '1 sent twice'],
  [
    'an untruth',
    { counts: { ...counts, untrue: ['Pier 1: its entry is open'] } },
    'Pier 1: its entry is open',
  ],
  ['an open entry', { open: 1 }, '1 entries open in the end'],
  ['a place that is taken', { places: 3 }, '3 places taken in the end'],
  ['a file too many', { left: ['pier.flux-part'] }, 'left over: pier.flux-part'],
  ['too many at the service', { mostActive: 25 }, '25 tasks were active at once'],
  ['too many places', { mostPlaces: 26 }, '26 tasks were active at once'],
  [
    'memory that grows',
    { memory: [{ name: 'North pier', first: { held: 100, rss: 1 }, last: { held: 121, rss: 1 } }] },
    'North pier holds 1.21 times as much',
  ],
  [
    'memory that was not measured',
    { memory: [{ name: 'North pier', first: { held: NaN, rss: 1 }, last: { held: 1, rss: 1 } }] },
    'North pier holds NaN times as much',
  ],
])('tells of %s', (_name, more, problem) => {
  expect(soakProblemsOf(soak(more))).toEqual([problem]);
});

test('counts in rows, the memory in MB', () => {
  expect(Object.fromEntries(rowsOf(soak()))).toMatchObject({
    tasks: '2',
    'poll: exchanges → gone wrong': '9 → 2',
    'told: network, charged: unknown': '1',
    'memory, North pier': '50.0 → 60.0 MB',
    'memory, North pier, ratio': '1.20',
    duration: '1 min 5 s',
  });
});
