import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../until.mjs';
import { SoakDisk } from './disk.mjs';
import { judgeSoak } from './judge.mjs';
import { Places } from './places.mjs';
import { mostActiveTasks, ServiceLog } from './serviceLog.mjs';

const settings = {
  'fluxAssets.maxConcurrentTasks': mostActiveTasks,
  'fluxAssets.custom.polling': 'polling_url',
  'fluxAssets.taskTimeoutSeconds': 90,
  // Pictures that are too large are then soon too large.
  'fluxAssets.maxDownloadMegabytes': 1,
};

/** In each window, before its memory is first looked at. */
const firstTasks = 50;

const names = ['North pier', 'South pier'];
const order = { model: 'flux-2-klein-4b', parameters: { width: 64, height: 64 } };

/** All orders end within this, and what goes on by itself then; in ms. */
const PATIENCE_MS = 30 * 60_000;
const SETTLING_MS = 5 * 60_000;

/** One soak on a bench: two windows, each on a folder of its own, order their halves of the pictures. */
export class SoakRun {
  #outcomes = [];

  constructor(bench, tasks, faults) {
    this.bench = bench;
    this.faults = faults;
    this.log = new ServiceLog(bench.service.simulator);
    this.folders = names.map((name) => join(bench.folder, name));
    this.counts = names.map((_, index) => Math.floor((tasks + index) / names.length));
  }

  /** What `rowsOf` and `soakProblemsOf` take, but for the seed. */
  async run() {
    const { folder, storage, set, service } = this.bench;
    this.disk = await SoakDisk.open(folder, storage, this.folders);
    await set(settings);
    const windows = [];
    for (const workspace of this.folders) windows.push(await this.#open(workspace));
    // The extension makes it when it first has something to keep.
    await mkdir(storage, { recursive: true });
    const places = new Places(storage);
    const begun = Date.now();
    service.begin({ faults: this.faults, onStage: (stage) => this.log.at(stage) });
    const memory = [];
    let from = 0;
    // What the first ones have ended in is there when it is first looked at, and nothing else is.
    for (const to of [firstTasks, Infinity]) {
      await this.#order(windows, from, to);
      from = to;
      memory.push(await this.#memory(windows));
    }
    await settled(async () => (await places.tickets()).length === 0);
    places.stop();
    return this.#result({ places, memory, ms: Date.now() - begun });
  }

  async #open(workspace) {
    await mkdir(workspace);
    const window = await this.bench.windows.open(workspace);
    await window.done();
    return window;
  }

  /** Resolves when all have ended, and nothing goes on by itself. */
  async #order(windows, from, to) {
    const plans = [];
    for (const [index, window] of windows.entries()) {
      const count = Math.min(to, this.counts[index]) - from;
      await window.give({
        soak: { ...order, name: names[index], from, count: Math.max(0, count) },
      });
      plans.push(window.plan);
    }
    for (const window of windows) await window.done(PATIENCE_MS);
    for (const plan of plans) this.#outcomes.push(...(await plan.outcomes()));
    await settled(() => this.disk.isSettled(), SETTLING_MS);
  }

  async #memory(windows) {
    const memory = [];
    for (const window of windows) {
      await window.give({ memory: true });
      memory.push((await window.done()).memory);
    }
    return memory;
  }

  async #result({ places, memory: [first, last], ms }) {
    const { log, disk } = this;
    const [entries, pictures] = [await disk.entries(), await disk.pictures()];
    const prompts = names.flatMap((name, index) =>
      Array.from({ length: this.counts[index] }, (_, number) => `${name} ${number}`),
    );
    const told = new Map(this.#outcomes.map((outcome) => [outcome.prompt, outcome]));
    const tasks = prompts.map((prompt) => ({
      prompt,
      told: told.get(prompt),
      ...log.of(prompt),
      files: pictures.filter((picture) => picture.prompt === prompt),
      entries: entries.filter((entry) => entry.prompt === prompt),
    }));
    return {
      counts: judgeSoak(tasks, log.unread),
      posts: log.posts,
      faults: this.bench.service.simulator.faultTally,
      mostActive: log.mostActive,
      tooMany: log.tooMany,
      mostPlaces: places.most,
      places: (await places.tickets()).length,
      open: entries.filter(({ isOpen }) => isOpen).length,
      entries: entries.length,
      left: await disk.left(),
      memory: names.map((name, index) => ({ name, first: first[index], last: last[index] })),
      ms,
    };
  }
}

/** What does not come to rest is counted as it is. */
async function settled(isSettled, patience) {
  const look = async () => ((await isSettled()) ? true : undefined);
  await until('The end of what goes on by itself', look, patience).catch(() => undefined);
}
