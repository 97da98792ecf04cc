import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so; fails after five minutes. */
export async function untilTrue(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not within five minutes: ${String(isSo)}`);
    await pause(50);
  }
}
