import { chargeOf, type Charge } from '../../core/money/charge';
import { moneyOf } from '../../core/money/providerMoney';
import { Disposable } from '../disposable';
import type * as EngineModule from './engine';
import type { Engine, EnginePorts } from './engine';
import type { GenerationOutcome } from './generation';
import { hasRecords } from './journalFolder';
import type { GenerationOrder } from './order';
import { readSettings } from '../settings';
import { storageFolders } from '../storage/storageFolders';
import type { RemedyEngine } from './taskRemedies';

/** Loads the engine with the first request and not at activation. */
export class LazyEngine extends Disposable {
  /** What a person can do about tasks that ended without their files. */
  readonly remedies: RemedyEngine = {
    balance: async (id) => (await this.load()).ended.balance(id),
    sendAgain: async (id, isOverBudget) => (await this.load()).ended.sendAgain(id, isOverBudget),
    fetchTask: async (id) => (await this.load()).ended.fetchTask(id),
    suggestTarget: async (id) => (await this.load()).ended.suggestTarget(id),
    saveTo: async (id, target) => (await this.load()).ended.saveTo(id, target),
  };
  private engine: Engine | undefined;
  private loading: Promise<Engine> | undefined;

  /** `read` reads the engine's code. */
  constructor(
    private readonly ports: EnginePorts,
    private readonly read: () => Promise<typeof EngineModule> = () => import('./engine'),
  ) {
    super();
  }

  /** Reads the engine's code before it is needed. Never rejects: who needs it hears why it cannot be read. */
  warm(): void {
    this.load().catch(() => undefined);
  }

  /** Runs an order to its end; see `Generation.run`. */
  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    return (await this.load()).generation.run(order, signal);
  }

  /** Runs orders that are paid together to their ends; see `Generation.runAll`. */
  async runAll(
    orders: readonly GenerationOrder[],
    signal: AbortSignal,
  ): Promise<readonly GenerationOutcome[]> {
    return (await this.load()).generation.runAll(orders, signal);
  }

  /** The balance at the chosen provider in credits: a free check of its key. `undefined` where it cannot be asked for. */
  async checkKey(): Promise<number | undefined> {
    return (await this.load()).providers.balance(readSettings().provider);
  }

  /** The balance at the chosen provider; `undefined` where it cannot be asked for. Loads nothing for `demo`. */
  async balance(): Promise<Charge | undefined> {
    const settings = readSettings();
    if (settings.provider === 'demo') return undefined;
    const credits = await this.checkKey();
    return credits === undefined
      ? undefined
      : chargeOf(credits, moneyOf(settings.provider, settings));
  }

  /** Goes on with what another window has left, where there is anything. */
  async recover(): Promise<void> {
    const { journal } = storageFolders(this.ports.globalStorage);
    if (await hasRecords(journal)) await this.load();
  }

  /** To be called when other windows may have dealt with what is shown here. */
  sync(): void {
    void this.engine?.recovery.look();
  }

  /** To be called when a limit may have been raised: lets waiting tasks go. */
  refreshLimits(): void {
    this.engine?.refreshLimits();
  }

  /** Ends what this window does; see `Engine.close`. */
  async close(): Promise<void> {
    await this.engine?.close();
  }

  private load(): Promise<Engine> {
    this.loading ??= this.start();
    return this.loading;
  }

  private async start(): Promise<Engine> {
    try {
      const { Engine: Loaded } = await this.read();
      this.engine = this.register(new Loaded(this.ports));
      void this.engine.recovery.look();
      return this.engine;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }
}
