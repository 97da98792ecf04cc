import { steadySchedule, type PollSchedule } from '../../src/core/api/pollSchedule';
import { chance, durations, learnVirtually, pollVirtually } from '../support/virtualTasks';
import { bestSchedule } from './bestSchedule';
import { comparedRow, inMs, type BenchPart, type BenchRow } from './row';

/** Latencies as they were seen live (bfl-api.md §1.5): median in ms and spread. */
const latencies = [
  [4700, 0.1],
  [2500, 0.3],
  [13_000, 0.2],
  [38_000, 0.1],
] as const;

const sdk: PollSchedule = { firstMs: 0, waitAfter: () => 500 };
const everySecond: PollSchedule = { firstMs: 0, waitAfter: () => 1000 };
/** Half a second, then half as long again each time, up to five seconds. */
const backingOff: PollSchedule = {
  firstMs: 500,
  waitAfter: (elapsedMs) => Math.min(0.5 * elapsedMs + 500, 5000),
};

const USERS = 100;
const LEARNT_FROM = 20;
const TASKS = 40;

/** Lateness and polls of each way to poll, in virtual time, on the same tasks. */
export const part: BenchPart = {
  title: 'Ready → noticed',
  about: `Mean lateness in virtual time, a network without delay, ${String(USERS)} users who each had ${String(LEARNT_FROM)} tasks of a model before; the best possible schedule knows the distribution and makes as many polls as the SDK.`,
  measure: () => Promise.resolve(latencies.flatMap(([median, spread]) => rowsOf(median, spread))),
};

function rowsOf(medianMs: number, spread: number): readonly BenchRow[] {
  const duration = durations(medianMs, spread, chance(19));
  const sums = new Map<string, { late: number; polls: number }>();
  const add = (name: string, schedule: PollSchedule, ms: number) => {
    const { lateMs, polls } = pollVirtually(schedule, ms);
    const sum = sums.get(name) ?? { late: 0, polls: 0 };
    sums.set(name, { late: sum.late + lateMs, polls: sum.polls + polls });
  };
  for (let user = 0; user < USERS; user += 1) {
    const learnt = learnVirtually(LEARNT_FROM, duration);
    for (let task = 0; task < TASKS; task += 1) {
      const ms = duration();
      add('ours', learnt, ms);
      add('unlearnt', steadySchedule, ms);
      add('sdk', sdk, ms);
      add('1 s', everySecond, ms);
      add('backoff', backingOff, ms);
    }
  }
  const of = (name: string) => {
    const { late = 0, polls = 0 } = sums.get(name) ?? {};
    return { lateMs: late / (USERS * TASKS), polls: polls / (USERS * TASKS) };
  };
  const [ours, peer] = [of('ours'), of('sdk')];
  // The SDK's first poll comes at once, and finds nothing: the best schedule makes all others count.
  const best = bestSchedule({ medianMs, spread }, peer.polls);
  const name = `${String(medianMs / 1000)} s, σ ${String(spread)}`;
  const late = (peerName: string, other: { lateMs: number }, limit?: number) =>
    comparedRow(`${name}: mean lateness`, {
      ours: ours.lateMs,
      peer: other.lateMs,
      peerName,
      words: inMs(),
      ...(limit === undefined ? {} : { limit }),
    });
  return [
    late('best possible', best, 1.25),
    late('SDK, 500 ms', peer, 1),
    late('1 s', of('1 s')),
    late('0.5 → 5 s', of('backoff')),
    comparedRow(`${name}: polls`, {
      ours: ours.polls,
      peer: peer.polls,
      peerName: 'SDK, 500 ms',
      words: (count) => count.toFixed(1),
      limit: 1,
    }),
    comparedRow(`${name}: mean lateness, nothing learnt`, {
      ours: of('unlearnt').lateMs,
      peer: peer.lateMs,
      peerName: 'SDK, 500 ms',
      words: inMs(),
      limit: 1,
    }),
  ];
}
