import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { vitestCounts } from './counts.mjs';
import { resultsFolder, root } from './paths.mjs';
import { run } from './processes.mjs';

/** Runs vitest projects and resolves with `{ passed, failed }`; its report is left in test-results. */
export async function runVitest(projects) {
  const report = join(resultsFolder, `${projects.join('-')}.json`);
  await rm(report, { force: true });
  const args = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.mjs',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const broken = await run(process.execPath, args, { cwd: root, show: true }).catch(
    (error) => error,
  );
  const counts = await vitestCounts(report).catch(() => ({ passed: 0, failed: 0 }));
  return broken === '' ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}
