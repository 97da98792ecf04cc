import { comparedRow, inSeconds, type BenchRow } from './row';
import type { SeenTask } from './serviceWatch';

/** A run of many tasks through some places; times are wall-clock ms since the epoch. */
export interface PlacedRun {
  readonly tasks: readonly Pick<SeenTask, 'createdAt' | 'readyAt' | 'noticedAt'>[];
  readonly places: number;
  /** When they were ordered. */
  readonly begun: number;
  /** When the last file was in its place. */
  readonly ended: number;
}

/** Where the time beyond the ideal went, as shares of that. What happens in all places alike counts once. */
export function shareRows(run: PlacedRun, idealMs: number): readonly BenchRow[] {
  const shares = makespanShares(run);
  const row = (figure: string, ms: number) =>
    comparedRow(figure, { ours: ms, peer: idealMs, peerName: 'ideal', words: inSeconds });
  return [
    row('of it: from the order to the first at the service', shares.beginningMs),
    row('of it: Ready, and not noticed yet', shares.lateMs),
    row('of it: noticed, and the next one not at the service yet', shares.handingOnMs),
    row('of it: from the last one noticed to its file', shares.endingMs),
  ];
}

export function makespanShares({ tasks, places, begun, ended }: PlacedRun) {
  const created = tasks.map(({ createdAt }) => createdAt).sort((a, b) => a - b);
  const noticed = tasks.map(({ noticedAt }) => noticedAt).sort((a, b) => a - b);
  const late = tasks.map(({ noticedAt, readyAt }) => noticedAt - readyAt);
  // The first who come after those that fill the places take those that are free first.
  const handedOn = created.slice(places).map((at, n) => at - (noticed[n] ?? at));
  return {
    beginningMs: (created[0] ?? begun) - begun,
    lateMs: sum(late) / places,
    handingOnMs: sum(handedOn) / places,
    endingMs: ended - (noticed.at(-1) ?? ended),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
