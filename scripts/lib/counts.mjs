import { readFile } from 'node:fs/promises';

/** The sums over several `{ passed, failed }`. */
export function total(all) {
  return all.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** What vitest's JSON report counts. A run that broke without a failing test counts as one failure. */
export async function vitestCounts(file) {
  const report = JSON.parse(await readFile(file, 'utf8'));
  const failed = report.numFailedTests;
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(failed, 1) };
}
