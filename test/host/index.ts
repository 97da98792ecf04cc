import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** The entry that the extension host calls: runs every suite built beside this file, rejects when one fails. */
export async function run(): Promise<void> {
  // The mark tells Mocha's lines from all else that a workbench's console says.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`│ ${line}`);
  };
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    forbidOnly: process.env.CI !== undefined,
    timeout: 180_000,
    // A shared machine can stall for minutes.
    retries: process.env.CI === undefined ? 0 : 1,
    // A slow machine is not worth a line each.
    slow: 10_000,
    ...grep(process.env.FLUX_ASSETS_TEST_GREP),
  });
  for (const file of suiteFiles()) mocha.addFile(file);
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => {
      if (runner.stats !== undefined) resolve(runner.stats);
    });
  });
  const counts = process.env.FLUX_ASSETS_TEST_COUNTS;
  if (counts !== undefined) {
    writeFileSync(counts, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  }
  if (failures > 0) throw new Error(`${failures} failed`);
}

function suiteFiles(): string[] {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .sort()
    .map((file) => join(__dirname, file));
}

function grep(text: string | undefined): Mocha.MochaOptions {
  return text === undefined || text === '' ? {} : { grep: text };
}
