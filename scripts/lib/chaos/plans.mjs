import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the driver in the extension host is to do, in a folder that both know; see test/chaos/driver. */
export class Plans {
  #count = 0;

  constructor(folder) {
    this.folder = folder;
  }

  /**
   * Puts a plan in the place of the last. `told(name)` of it reads what the driver has left, or is `undefined`;
   * `outcomes()` what it has written of a soak so far.
   */
  async give(plan) {
    this.#count += 1;
    const id = this.#count;
    const file = join(this.folder, 'plan.json');
    await writeFile(`${file}.new`, JSON.stringify({ ...plan, id }));
    await rename(`${file}.new`, file);
    return {
      told: (name) => read(join(this.folder, `${id}-${name}.json`)),
      outcomes: async () => linesOf(await textOf(join(this.folder, `${id}-outcomes.jsonl`))),
    };
  }
}

async function read(file) {
  const text = await textOf(file);
  return text === undefined ? undefined : JSON.parse(text);
}

async function textOf(file) {
  return readFile(file, 'utf8').catch(() => undefined);
}

function linesOf(text = '') {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
