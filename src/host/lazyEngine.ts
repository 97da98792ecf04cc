import { Disposable } from './disposable';
import type { Engine, EnginePorts } from './engine';
import type { GenerationOrder, GenerationOutcome } from './generation';

/** Loads the engine with the first request and not at activation. */
export class LazyEngine extends Disposable {
  private loading: Promise<Engine> | undefined;

  constructor(private readonly ports: EnginePorts) {
    super();
  }

  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    return (await this.load()).generation.run(order, signal);
  }

  async checkKey(): Promise<number | undefined> {
    return (await this.load()).generation.checkKey();
  }

  private load(): Promise<Engine> {
    this.loading ??= import('./engine').then(({ Engine: Loaded }) =>
      this.register(new Loaded(this.ports)),
    );
    return this.loading;
  }
}
