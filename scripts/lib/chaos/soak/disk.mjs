import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageSize } from 'image-size';
import { assetLock, journalEntries } from '../account.mjs';
import { bundled } from '../bundled.mjs';

/** What the extension leaves on the disk; `folders` are the workspaces, `storage` is its global storage. */
export class SoakDisk {
  #remediesFor;
  #endedByNetworkLoss;

  constructor(storage, folders, { remediesFor, endedByNetworkLoss }) {
    this.storage = storage;
    this.folders = folders;
    this.#remediesFor = remediesFor;
    this.#endedByNetworkLoss = endedByNetworkLoss;
  }

  /** `built` is a folder for what has to be built: what an entry means is asked of the extension's own rules. */
  static async open(built, storage, folders) {
    const rules = await Promise.all(
      ['remedies', 'recoveryStep'].map((name) => bundled(built, `src/core/tasks/${name}.ts`)),
    );
    return new SoakDisk(storage, folders, Object.assign({}, ...rules));
  }

  /** Whether every entry has ended, and none goes on by itself. */
  async isSettled() {
    return (await this.entries()).every(({ isOpen }) => !isOpen);
  }

  /** The entries of the journal by their prompts; `isOpen` are those that have not ended, or go on by themselves. */
  async entries() {
    const entries = await journalEntries(this.storage);
    return entries.map((entry) => {
      const { order, state } = entry;
      const hasEnded = state.phase === 'ended';
      return {
        prompt: order?.prompt,
        isOpen: !hasEnded || this.#endedByNetworkLoss(entry, Date.now()),
        code: state.failure?.code,
        detail: state.failure?.detail,
        charged: state.failure?.charged,
        hasRemedy: hasEnded && this.#remediesFor({ ...state, hasCredits: true }).length > 0,
      };
    });
  }

  /** The pictures of the histories by their prompts. */
  async pictures() {
    const workspaces = join(this.storage, 'workspaces');
    const names = await namesIn(workspaces);
    const texts = await Promise.all(
      names.map((name) =>
        readFile(join(workspaces, name, 'history.jsonl'), 'utf8').catch(() => ''),
      ),
    );
    const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
    return Promise.all(lines.map((line) => pictureOf(JSON.parse(line).asset)));
  }

  /** Files in the workspaces' assets folders that no history names, and temporary ones anywhere. */
  async left() {
    const named = (await this.pictures()).map(({ file }) => file);
    const assets = await Promise.all(
      this.folders.map(async (folder) => {
        const names = await namesIn(join(folder, 'assets'));
        const own = names.filter((name) => name !== assetLock);
        return own.map((name) => join(folder, 'assets', name));
      }),
    );
    const stored = await namesIn(this.storage, { recursive: true });
    return [
      ...assets.flat().filter((file) => !named.includes(file)),
      ...stored.filter((name) => /\.flux-part$|\.tmp|tmp$|^unsaved[\\/]/.test(name)),
    ];
  }
}

async function pictureOf({ prompt, taskId, uri }) {
  const file = fileURLToPath(uri);
  return { prompt, taskId, file, isPicture: await isPicture(file) };
}

async function isPicture(file) {
  try {
    const { width, height } = imageSize(await readFile(file));
    return width === 64 && height === 64;
  } catch {
    return false;
  }
}

async function namesIn(folder, options) {
  return readdir(folder, options).catch(() => []);
}
