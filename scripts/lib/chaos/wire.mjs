import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './until.mjs';

/** Lets exchanges stand still at the service: those that are held on purpose, and the one at which a window is killed. */
export class Wire {
  #stop;
  #standing = [];

  /** `hold` is a list of `{ wire, task }`; `assets` is where the pictures come to lie. */
  constructor(hold, assets) {
    this.hold = hold;
    this.assets = assets;
  }

  /** Names the moment: the `nth` time that an exchange is at the stage `wire`, of this task only if it is named. */
  arm({ wire, nth = 1, task }) {
    this.#stop = { wire, task, left: nth, isReached: false };
  }

  /** Resolves when an exchange stands still at the moment. */
  async reached() {
    const stop = this.#stop;
    await until(`The moment of the kill (${stop.wire})`, () => stop.isReached || undefined);
  }

  /** Lets all go on that stands still; nothing is held any more. */
  release() {
    this.hold = [];
    this.#stop = undefined;
    for (const goOn of this.#standing.splice(0)) goOn();
  }

  /** For the service to await. */
  async at(stage, task) {
    const isHeld = this.hold.some((one) => one.wire === stage && one.task === task);
    const isMoment = this.#isMoment(stage, task);
    if (!isHeld && !isMoment) return;
    await new Promise((goOn) => {
      this.#standing.push(goOn);
      if (isMoment) void this.#reach(stage);
    });
  }

  #isMoment(stage, task) {
    const stop = this.#stop;
    if (stop?.wire !== stage || (stop.task ?? task) !== task) return false;
    stop.left -= 1;
    return stop.left === 0;
  }

  async #reach(stage) {
    const stop = this.#stop;
    // What was sent is to have arrived: the kill is then in the middle of the file.
    if (stage === 'download-half') {
      await until('The first half', () => hasPart(this.assets)).catch(() => undefined);
    }
    stop.isReached = true;
  }
}

async function hasPart(folder) {
  const names = await readdir(folder).catch(() => []);
  const parts = names.filter((name) => name.endsWith('.flux-part'));
  const sizes = await Promise.all(parts.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.some((size) => size > 0) || undefined;
}
