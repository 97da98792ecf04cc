import type { AssetLock } from '../../src/core/assets/lock/assetLock';
import type { JsonObject } from '../../src/core/assets/lock/lockEntry';

/** A lock with these entries. */
export function lockOf(entries: Readonly<Record<string, JsonObject>>): AssetLock {
  return { assets: new Map(Object.entries(entries)), more: {} };
}

/** The entry of a picture; `id` makes it another one of the same settings. */
export function pictureIn(prompt: string, id = '1'): JsonObject {
  return {
    prompt,
    provider: 'demo',
    model: 'flux-2-pro',
    seed: 7,
    taskId: `task-${id}`,
    parameters: { width: 64, height: 64, output_format: 'png' },
    references: [{ file: '../logo.png', sha256: 'a'.repeat(64) }],
    width: 64,
    height: 64,
    format: 'png',
    cost: { credits: 3, amount: 0.03, currency: 'USD' },
    created: `2026-11-29T08:00:0${id}.000Z`,
    sha256: id.padEnd(64, '0'),
  };
}
