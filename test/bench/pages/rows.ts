import { growthExponent, type GrowthPoint } from '../growth';
import { comparedRow, type BenchRow } from '../row';
import { timingOf } from '../timing';

/** Beside a page without any long frame, one in a hundred counts as one. */
const LEAST_SHARE = 0.01;

/** Between two frames a screen shows nothing: so much later is not seen. In ms. */
const FRAME_MS = 1000 / 60;

/** What was measured of our page and of the one beside it, in ms. */
export interface Pair {
  readonly ours: number[];
  readonly peer: number[];
}

export function newPair(): Pair {
  return { ours: [], peer: [] };
}

/** The value below which this share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Times beside those of a page without a script, the middle half of either. */
export function timeRow(figure: string, { ours, peer }: Pair): BenchRow {
  const { middle, spread } = timingOf(ours);
  return besidesStill(figure, middle, timingOf(peer).middle, spread);
}

/** The times that one in twenty is longer than, beside those of a page without a script. */
export function slowTimeRow(figure: string, { ours, peer }: Pair): BenchRow {
  return besidesStill(figure, quantile(ours, 0.95), quantile(peer, 0.95));
}

/** The limit is the page without a script, and a frame. */
function besidesStill(figure: string, ours: number, peer: number, spread?: number): BenchRow {
  return comparedRow(figure, {
    ours,
    peer,
    peerName: 'no script',
    words: ms,
    limit: Math.round((1 + FRAME_MS / peer) * 100) / 100,
    ...(spread !== undefined && { spread }),
  });
}

/** A time beside the most that it may be. */
export function mostRow(figure: string, time: number, peerName: string, most: number): BenchRow {
  return comparedRow(figure, { ours: time, peer: most, peerName, words: ms, limit: 1 });
}

/** How many frames were too long, of how many. */
export function longFramesRow(figure: string, { ours, peer }: Pair, longest: number): BenchRow {
  const count = (frames: readonly number[]) => frames.filter((each) => each > longest).length;
  return {
    figure,
    ours: `${String(count(ours))} of ${String(ours.length)}`,
    peer: `${String(count(peer))} of ${String(peer.length)}`,
    peerName: 'no script',
    ratio: shareOf(ours, count(ours)) / Math.max(shareOf(peer, count(peer)), LEAST_SHARE),
    limit: 1,
  };
}

function shareOf(frames: readonly number[], count: number): number {
  return count / Math.max(1, frames.length);
}

/** A message beside one with all that the page could show. */
export function bytesRow(figure: string, ours: number, whole: number): BenchRow {
  return comparedRow(figure, { ours, peer: whole, peerName: 'everything', words: kilobytes });
}

/** How a cost grows with the history; more than in proportion is over the limit. */
export function growthRow(
  figure: string,
  points: readonly GrowthPoint[],
  words: (cost: number) => string,
): BenchRow {
  const exponent = growthExponent(points);
  return {
    figure: `growth of ${figure}`,
    ours: points.map(({ cost }) => words(cost)).join(', '),
    peer: 'n¹',
    peerName: 'in proportion',
    ratio: exponent,
    limit: 1,
  };
}

export function ms(time: number): string {
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
}
