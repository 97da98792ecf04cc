import { comparedRow, inMs, type BenchRow } from './row';
import type { SeenTask } from './serviceWatch';

/** What some tasks of a client came to, in ms. */
export interface ReadyOutcome {
  readonly lateMs: number;
  readonly polls: number;
  /** From the poll that noticed it to the file in its place: the middle one. */
  readonly filingMs: number;
  /** How far the middle half of these lie apart, as a share of the middle one. */
  readonly filingSpread: number;
}

/** A client's outcomes by model, or by the way that the pictures came. */
export type WayOutcome = Record<string, ReadyOutcome>;

/** What the service saw of tasks, with the times at which their pictures were in their places, by their seeds. */
export function outcomeOf(
  seen: readonly SeenTask[],
  savedAt: ReadonlyMap<number, number>,
): ReadyOutcome {
  const filing = seen
    .map(({ seed, noticedAt }) => (savedAt.get(seed) ?? Number.NaN) - noticedAt)
    .sort((a, b) => a - b);
  if (filing.length === 0 || filing.some(Number.isNaN))
    throw new Error('Not every picture was seen: the figures would mean nothing.');
  const at = (share: number) => filing[Math.floor(share * (filing.length - 1))] ?? 0;
  const mean = (of: (task: SeenTask) => number) =>
    seen.reduce((sum, task) => sum + of(task), 0) / seen.length;
  return {
    lateMs: mean(({ noticedAt, readyAt }) => noticedAt - readyAt),
    polls: mean(({ polls }) => polls),
    filingMs: at(0.5),
    filingSpread: (at(0.75) - at(0.25)) / 2 / at(0.5),
  };
}

/** How late ours notices that tasks of a model are Ready, and how often it asks, beside peers by their names. */
export function latenessRows(
  model: string,
  ours: WayOutcome,
  { sdk, ...others }: Readonly<Record<string, WayOutcome>>,
): readonly BenchRow[] {
  const own = ours[model];
  const row = (peerName: string, peer: ReadyOutcome | undefined, limit?: number): BenchRow => ({
    ...compared(`${model}: mean lateness`, peerName, own?.lateMs, peer?.lateMs),
    ...(limit === undefined ? {} : { limit }),
  });
  const [polls = 0, peerPolls = 0] = [own?.polls, sdk?.[model]?.polls];
  return [
    row('SDK, 500 ms', sdk?.[model], 1),
    ...Object.entries(others).map(([name, peer]) => row(name, peer[model])),
    comparedRow(`${model}: polls`, {
      ours: polls,
      peer: peerPolls,
      peerName: 'SDK, 500 ms',
      words: (count) => count.toFixed(1),
      limit: 1,
    }),
  ];
}

/** From noticed to the file in its place, beside a bare `fetch` and write, and one that flushes. */
export function filingRows(
  words: string,
  way: string,
  ours: WayOutcome,
  bare: WayOutcome,
  flushed: WayOutcome,
): readonly BenchRow[] {
  const own = ours[way];
  const spread = own?.filingSpread ?? 0;
  const figure = `noticed → in its place, ${words}`;
  return [
    {
      ...compared(figure, '`fetch` + write', own?.filingMs, bare[way]?.filingMs),
      spread,
      limit: 1.2,
    },
    { ...compared(figure, 'the same, flushed', own?.filingMs, flushed[way]?.filingMs), spread },
  ];
}

function compared(figure: string, peerName: string, ours = Number.NaN, peer = Number.NaN) {
  return comparedRow(figure, { ours, peer, peerName, words: inMs() });
}
