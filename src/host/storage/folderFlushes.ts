import { open } from 'node:fs/promises';

import { shareRuns } from '../../core/sharedRun';

/** Brings the names in folders through to the disk; who asks for the same folder at one moment shares a flush. */
export class FolderFlushes {
  private readonly flushes = new Map<string, () => Promise<void>>();

  /** Resolves when every name that the folder has now would outlive a power cut. Never rejects. */
  flush(folder: string): Promise<void> {
    let flush = this.flushes.get(folder);
    if (flush === undefined) {
      flush = shareRuns(() => flushFolder(folder));
      this.flushes.set(folder, flush);
    }
    return flush();
  }
}

/** Until then a power cut may bring back what the names meant before. Windows has no such call, and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
