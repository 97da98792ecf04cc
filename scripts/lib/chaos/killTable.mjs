import { step } from '../steps.mjs';
import { startBench } from './bench.mjs';
import { KillPoints } from './killPoints.mjs';
import { filePoints } from './points/filePoints.mjs';
import { journalPoints } from './points/journalPoints.mjs';
import { repeatedPoints } from './points/repeatedPoints.mjs';
import { severalPoints } from './points/severalPoints.mjs';
import { wirePoints } from './points/wirePoints.mjs';
import { versionsOf } from './versions.mjs';

const killPoints = [
  ...journalPoints,
  ...wirePoints,
  ...filePoints,
  ...severalPoints,
  ...repeatedPoints,
];

/** The kill points whose name contains the text, in the order of a task's life within each part; all without one. */
export function killPointsNamed(text = '') {
  return killPoints.filter(({ name }) => name.includes(text));
}

/**
 * Kills the extension host at each point and starts it again. `onReady` is called before the first, `onResult` hears
 * `{ name, ms, verdict }` of each, or `{ name, ms, error }` where it could not be run. Resolves with `{ results,
 * versions }`.
 */
export async function runKillTable({ points, onReady, onResult }) {
  const bench = await step('Starting VS Code, a browser and the service', startBench);
  try {
    const versions = await versionsOf(bench.windows.browser);
    const killing = new KillPoints(bench);
    const results = [];
    onReady();
    for (const point of points) {
      const result = await resultOf(killing, point);
      results.push(result);
      onResult(result);
    }
    return { results, versions };
  } finally {
    await bench.stop();
  }
}

async function resultOf(killing, point) {
  const begun = Date.now();
  const outcome = await killing.run(point).then(
    (verdict) => ({ verdict }),
    (error) => ({ error }),
  );
  return { name: point.name, ms: Date.now() - begun, ...outcome };
}
