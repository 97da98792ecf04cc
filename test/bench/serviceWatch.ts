import type { Model } from '../../src/core/api/model';
import { durationOf, type Latency } from '../../src/simulator/latency';
import type { SimulatorOptions } from '../../src/simulator/simulator';
import type { ExchangeStage } from '../../src/simulator/stages';
import type { Task } from '../../src/simulator/task';
import { chance } from '../support/virtualTasks';

/** What the service saw of a task whose picture was fetched; times are wall-clock ms since the epoch. */
export interface SeenTask extends Pick<Task, 'seed' | 'createdAt' | 'readyAt'> {
  readonly polls: number;
  /** When the poll arrived that found it Ready. */
  readonly noticedAt: number;
}

/** The same draws for every client. */
const SEED = 7;

/** Looks at a simulated service from inside, so that every client is measured by the same clock. */
export class ServiceWatch {
  /** How long tasks take from now on. */
  latency: Latency = 'plausible';
  private readonly polls = new Map<string, { readonly count: number; readonly lastAt: number }>();
  private readonly tasks = new Map<string, SeenTask>();
  private accepted = 0;

  /** Every task's picture is this one: nobody waits for paint to dry. */
  constructor(private readonly picture: Uint8Array) {}

  /** For the simulator that is watched. */
  get options(): Pick<SimulatorOptions, 'latency' | 'paint' | 'random'> {
    const random = chance(SEED);
    const latency = (model: Model, megapixels: number) =>
      durationOf(model, megapixels, this.latency, random);
    const paint = (task: Task) => this.fetched(task);
    return { latency, paint, random };
  }

  /** Tasks that were accepted since `take`. */
  get acceptedTasks(): number {
    return this.accepted;
  }

  /** For the simulator to call at each stage. */
  readonly onStage = (stage: ExchangeStage, id: string | undefined): void => {
    if (stage === 'create-accepted') this.accepted += 1;
    if (stage !== 'poll-arrived' || id === undefined) return;
    const count = (this.polls.get(id)?.count ?? 0) + 1;
    this.polls.set(id, { count, lastAt: Date.now() });
  };

  /** What was seen since the last call, in the order in which the tasks were accepted. */
  take(): readonly SeenTask[] {
    const seen = [...this.tasks.values()].sort((a, b) => a.createdAt - b.createdAt);
    this.polls.clear();
    this.tasks.clear();
    this.accepted = 0;
    return seen;
  }

  private fetched({ id, seed, createdAt, readyAt }: Task): Promise<Uint8Array> {
    const { count, lastAt } = this.polls.get(id) ?? { count: 0, lastAt: Date.now() };
    this.tasks.set(id, { seed, createdAt, readyAt, polls: count, noticedAt: lastAt });
    return Promise.resolve(this.picture);
  }
}
