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

/** A part of the bench: what it measures, in a sentence, and how. */
export interface BenchPart {
  readonly title: string;
  readonly about: string;
  measure(): Promise<readonly BenchRow[]>;
}
