import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../steps.mjs';

const LOOK_MS = 25;

/**
 * Asks again and again until `find` gives something other than `undefined`, and resolves with that. Fails, naming
 * `what` was waited for, after `patience` ms.
 */
export async function until(what, find, patience = 30_000) {
  for (const deadline = Date.now() + patience; ; await pause(LOOK_MS)) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Failure(`${what}: not within ${patience / 1000} s.`);
  }
}
