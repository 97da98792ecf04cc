import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accountOf, journalEntries, whatLies } from './account.mjs';
import { age } from './tickets.mjs';
import { until } from './until.mjs';
import { verdictOf } from './verdict.mjs';
import { Wire } from './wire.mjs';

/** What every point begins with, whatever the one before has set. */
const settings = {
  'fluxAssets.maxConcurrentTasks': 6,
  'fluxAssets.custom.polling': 'get_result',
};

/** Runs kill points on a bench, one after the other. The window that ended one begins the next. */
export class KillPoints {
  #window;
  #settings = '';

  constructor(bench) {
    this.bench = bench;
    this.assets = join(bench.workspace, 'assets');
  }

  /**
   * Gives a window the point's orders, kills it at the point's moments, one window after the other, and lets a last
   * one go on to the end. Resolves with the verdict on what the disk and the service say then.
   */
  async run(point) {
    try {
      return await this.#run(point);
    } catch (error) {
      // Whatever is under way must not disturb the next point.
      await this.#window?.kill();
      this.#window = undefined;
      await rm(this.bench.storage, { recursive: true, force: true });
      throw error;
    }
  }

  async #run(point) {
    const { service, storage } = this.bench;
    await this.#prepare(point);
    const before = await whatLies(storage, this.assets);
    const wire = new Wire(point.hold ?? [], this.assets);
    service.begin({ faults: point.faults, onStage: (stage, task) => wire.at(stage, task) });
    try {
      for (const [index, stop] of point.kills.entries()) {
        await this.#killOnce(wire, stop, index === 0 ? point.orders : []);
      }
    } finally {
      wire.release();
    }
    if (point.laterMs !== undefined) await age(storage, point.laterMs);
    await this.#give({});
    await this.#window.done();
    await until('The end of all tasks', () => isSettled(storage));
    return verdictOf(point, {
      ...service.account(),
      ...(await accountOf(storage, this.assets, before)),
    });
  }

  /** A setting holds for windows that are opened after it was written. */
  async #prepare(point) {
    const wanted = { ...settings, ...point.settings };
    if (JSON.stringify(wanted) !== this.#settings) {
      await this.#window?.kill();
      this.#window = undefined;
      await this.bench.set(wanted);
      this.#settings = JSON.stringify(wanted);
    }
    // The places of tasks that were killed while they were sent count for minutes.
    await rm(join(this.bench.storage, 'queue.json'), { force: true });
  }

  async #killOnce(wire, stop, orders) {
    const isOnWire = 'wire' in stop;
    if (isOnWire) wire.arm(stop);
    await this.#give(isOnWire ? { orders } : { orders, stop });
    await (isOnWire ? wire.reached() : this.#window.stopped());
    await this.#window.kill();
    this.#window = undefined;
    wire.release();
  }

  async #give(plan) {
    if (this.#window === undefined) {
      this.#window = await this.bench.windows.open(this.bench.workspace, plan);
    } else {
      await this.#window.give(plan);
    }
  }
}

async function isSettled(storage) {
  const entries = await journalEntries(storage);
  return entries.every(({ state }) => state.phase === 'ended') || undefined;
}
