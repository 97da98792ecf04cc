/**
 * How long tasks of these durations take at the least where `places` of them run at once, each begun as soon as one
 * before it has ended, in their order. In the unit of the durations.
 */
export function listMakespan(durations: readonly number[], places: number): number {
  const ends = new Array<number>(places).fill(0);
  for (const duration of durations) {
    const earliest = ends.indexOf(Math.min(...ends));
    ends[earliest] = (ends[earliest] ?? 0) + duration;
  }
  return Math.max(...ends);
}
