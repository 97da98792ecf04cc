import type { FaultTally } from '../../../../src/simulator/faults';
import type { SoakCounts } from './judge.mjs';

/** What one extension host holds, in bytes. */
interface Memory {
  readonly held: number;
  readonly rss: number;
}

/** All that is counted of a soak. */
export interface SoakResult {
  readonly counts: SoakCounts;
  readonly posts: number;
  readonly faults: FaultTally;
  readonly entries: number;
  readonly open: number;
  readonly places: number;
  readonly left: readonly string[];
  readonly mostActive: number;
  readonly mostPlaces: number;
  readonly tooMany: number;
  readonly memory: readonly {
    readonly name: string;
    readonly first: Memory;
    readonly last: Memory;
  }[];
  readonly ms: number;
  readonly seed: number;
}

export declare function rowsOf(soak: SoakResult): readonly (readonly [string, string])[];

export declare function soakProblemsOf(soak: SoakResult): readonly string[];
