import { step } from '../../steps.mjs';
import { startBench } from '../bench.mjs';
import { versionsOf } from '../versions.mjs';
import { seededRandom } from './chance.mjs';
import { faultMix } from './faultMix.mjs';
import { SoakRun } from './soakRun.mjs';

/** How likely an exchange goes wrong. */
export const share = 0.2;

/** How long the service takes for a picture, in ms. */
const latency = 1000;

/**
 * Orders so many pictures in two windows at once from a service that misbehaves, and counts what became of them:
 * what `rowsOf` and `soakProblemsOf` take, with `literal` and `versions`.
 */
export async function runSoak({ tasks, seed, literal }) {
  const random = seededRandom(seed);
  const bench = await step('Starting VS Code, a browser and the service', () =>
    startBench({ latency, random }),
  );
  try {
    const faults = faultMix(share, { literal });
    const result = await step(`A soak of ${tasks} tasks (seed ${seed})`, () =>
      new SoakRun(bench, tasks, faults).run(),
    );
    return { ...result, seed, literal, versions: await versionsOf(bench.windows.browser) };
  } finally {
    await bench.stop();
  }
}
