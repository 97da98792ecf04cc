import type { FaultRule } from '../../../src/simulator/faults';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/simulator';
import type { ExchangeStage } from '../../../src/simulator/stages';

/** The service that the bench's windows have as their provider. */
export interface BenchService {
  readonly simulator: Simulator;
  readonly baseUrl: string;
  begin(account: {
    readonly faults?: readonly FaultRule[];
    readonly onStage?: (stage: ExchangeStage, number: number, taskId?: string) => void;
  }): void;
}

/** What the driver in an extension host says when it has carried out a plan. */
export interface PlanDone {
  readonly outcomes: readonly { readonly status: string; readonly reason?: string }[];
  /** In bytes, after a garbage collection. */
  readonly memory?: { readonly held: number; readonly rss: number };
}

/** A page with its extension host. */
export interface BenchWindow {
  /** Of the extension host. */
  readonly pid: number;
  give(plan: Readonly<Record<string, unknown>>): Promise<void>;
  done(patience?: number): Promise<PlanDone>;
  kill(): Promise<void>;
}

export interface Bench {
  readonly service: BenchService;
  readonly windows: {
    open(workspace: string, plan?: Readonly<Record<string, unknown>>): Promise<BenchWindow>;
  };
  readonly folder: string;
  /** The extension's global storage. */
  readonly storage: string;
  set(settings: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): Promise<void>;
}

export function startBench(options: Omit<SimulatorOptions, 'onStage' | 'key'>): Promise<Bench>;
