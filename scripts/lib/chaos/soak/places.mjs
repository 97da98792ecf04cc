import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The places that the windows share: how many are taken now, and how many at most while somebody looked. */
export class Places {
  most = 0;
  #file;
  #watcher;

  /** `storage` is the extension's global storage. */
  constructor(storage) {
    this.#file = join(storage, 'queue.json');
    this.#watcher = watch(storage, (_event, name) => {
      if (name === 'queue.json') void this.#look();
    });
  }

  /** All tickets in the file, of tasks that wait too. */
  async tickets() {
    const text = await readFile(this.#file, 'utf8').catch(() => '[]');
    return JSON.parse(text);
  }

  stop() {
    this.#watcher.close();
  }

  async #look() {
    const tickets = await this.tickets();
    this.most = Math.max(this.most, tickets.filter(({ since }) => since !== undefined).length);
  }
}
