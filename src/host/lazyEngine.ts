import { Disposable } from './disposable';
import type { Engine, EnginePorts } from './engine';
import type { GenerationOutcome } from './generation';
import type { GenerationOrder } from './order';

/** Loads the engine with the first request and not at activation. */
export class LazyEngine extends Disposable {
  private engine: Engine | undefined;
  private loading: Promise<Engine> | undefined;

  constructor(private readonly ports: EnginePorts) {
    super();
  }

  /** Runs an order to its end; see `Generation.run`. */
  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    return (await this.load()).generation.run(order, signal);
  }

  /** The balance at the chosen provider; see `Generation.checkKey`. */
  async checkKey(): Promise<number | undefined> {
    return (await this.load()).generation.checkKey();
  }

  /** To be called when a limit may have been raised: lets waiting tasks go. */
  refreshLimits(): void {
    this.engine?.generation.refreshLimits();
  }

  private load(): Promise<Engine> {
    this.loading ??= this.start();
    return this.loading;
  }

  private async start(): Promise<Engine> {
    try {
      const { Engine: Loaded } = await import('./engine');
      this.engine = this.register(new Loaded(this.ports));
      return this.engine;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }
}
