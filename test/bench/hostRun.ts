import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { startBench, type Bench, type BenchWindow } from '../../scripts/lib/chaos/bench.mjs';
import type { FaultRule } from '../../src/simulator/faults';
import type { ServiceWatch } from './serviceWatch';

/** What is ordered at once. */
export interface HostOrder {
  readonly model: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly count: number;
}

const PATIENCE_MS = 15 * 60_000;

/** The extension as it is shipped, in a real extension host, with the watched service as its provider. */
export class HostRun {
  /** When pictures came into their places, by their seeds, in wall-clock ms since the epoch. */
  readonly savedAt = new Map<number, number>();

  private constructor(
    readonly bench: Bench,
    readonly workspace: string,
    private readonly window: BenchWindow,
    private readonly serviceWatch: ServiceWatch,
  ) {}

  static async start(serviceWatch: ServiceWatch): Promise<HostRun> {
    const bench = await startBench(serviceWatch.options);
    try {
      const workspace = join(bench.folder, 'pictures');
      await mkdir(join(workspace, 'assets'), { recursive: true });
      return await HostRun.open(bench, workspace, serviceWatch);
    } catch (error) {
      await bench.stop();
      throw error;
    }
  }

  /** Another window on a bench that is there. */
  static async open(bench: Bench, workspace: string, serviceWatch: ServiceWatch): Promise<HostRun> {
    const window = await bench.windows.open(workspace);
    await window.done(PATIENCE_MS);
    const run = new HostRun(bench, workspace, window, serviceWatch);
    run.watchFolder(join(workspace, 'assets'));
    run.misbehave([]);
    return run;
  }

  /** Of the extension host. */
  get pid(): number {
    return this.window.pid;
  }

  /** How the service misbehaves from now on. */
  misbehave(faults: readonly FaultRule[]): void {
    const onStage = this.serviceWatch.onStage;
    this.bench.service.begin({
      faults,
      onStage: (stage, _number, id) => {
        onStage(stage, id);
      },
    });
  }

  /** Orders pictures; resolves when all are saved. `whileItRuns` begins with the order. */
  async order(
    order: HostOrder,
    whileItRuns: (pid: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.window.give({ orders: [{ prompt: 'A red boat', ...order }] });
    await whileItRuns(this.pid);
    const { outcomes } = await this.window.done(PATIENCE_MS);
    const failed = outcomes.find(({ status }) => status !== 'fulfilled');
    if (failed !== undefined) throw new Error(`Not all were saved: ${String(failed.reason)}`);
  }

  /** What it holds after a garbage collection, heap and buffers, and what the system counts; in bytes. */
  async memory(): Promise<{ readonly held: number; readonly rss: number }> {
    await this.window.give({ memory: true });
    const { memory } = await this.window.done();
    if (memory === undefined) throw new Error('The driver has not told the memory.');
    return memory;
  }

  /** Ends this window. */
  close(): Promise<void> {
    return this.window.kill();
  }

  /** Ends it all. */
  stop(): Promise<void> {
    return this.bench.stop();
  }

  private watchFolder(assets: string): void {
    const watcher = watch(assets, (_event, name) => {
      const now = Date.now();
      // Temporary files are hidden ones.
      const [, seed] = /^[^.].*-(\d+)\.\w+$/.exec(name ?? '') ?? [];
      if (seed !== undefined && !this.savedAt.has(Number(seed)))
        this.savedAt.set(Number(seed), now);
    });
    watcher.unref();
  }
}
