/** One figure of ours beside a peer's, measured in one run. */
export interface BenchRow {
  readonly figure: string;
  /** With their units: `52 ms`. */
  readonly ours: string;
  readonly peer: string;
  /** What the peer is: `SDK 2.0.41`. */
  readonly peerName: string;
  /** Ours by the peer's. */
  readonly ratio: number;
  /** The most that the ratio may be; absent where there is none. */
  readonly limit?: number;
  /** How far single runs lay apart, as a share of the middle one; absent where time is virtual or a size is counted. */
  readonly spread?: number;
}

/** What else a row says of two figures that are compared. */
export interface Comparison extends Pick<BenchRow, 'peerName' | 'limit' | 'spread'> {
  readonly ours: number;
  readonly peer: number;
  /** A figure with its unit. */
  readonly words: (figure: number) => string;
}

/** A row of which the ratio is ours by the peer's. */
export function comparedRow(figure: string, { ours, peer, words, ...more }: Comparison): BenchRow {
  return { figure, ours: words(ours), peer: words(peer), ratio: ours / peer, ...more };
}

/** Words for a time in ms with so many decimals. */
export function inMs(decimals = 0): (ms: number) => string {
  return (ms) => `${ms.toFixed(decimals)} ms`;
}

/** A time in ms, in seconds. */
export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** A part of the bench: what it measures, in a sentence, and how. */
export interface BenchPart {
  readonly title: string;
  readonly about: string;
  measure(): Promise<readonly BenchRow[]>;
}
