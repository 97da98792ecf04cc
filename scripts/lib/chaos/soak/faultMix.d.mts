import type { FaultRule } from '../../../../src/simulator/faults';

export declare function faultMix(
  share: number,
  options?: { readonly literal?: boolean },
): readonly FaultRule[];

export declare function faultCounts(): Readonly<Record<FaultRule['on'], number>>;
