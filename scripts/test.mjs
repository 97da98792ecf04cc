import { ensureChromium } from './lib/chromium.mjs';
import { total } from './lib/counts.mjs';
import { packageExtension } from './lib/extensionPackage.mjs';
import { buildHostSuites } from './lib/hostSuites.mjs';
import { hostVersions, prepareHost } from './lib/hosts.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { root } from './lib/paths.mjs';
import { npm } from './lib/processes.mjs';
import { runSuites } from './lib/runSuites.mjs';
import { duration, main, step } from './lib/steps.mjs';
import { runVitest } from './lib/vitest.mjs';

// npm test: everything, from a fresh clone. The last line is the sum: `123 passed, 0 failed`.

requireNode();
const begun = Date.now();
const results = [];

await main(async () => {
  try {
    await testAll();
  } catch (error) {
    results.push({ passed: 0, failed: 1 });
    throw error;
  } finally {
    const { passed, failed } = total(results);
    if (failed > 0) process.exitCode = 1;
    console.log(`\n${duration(Date.now() - begun)}\n${passed} passed, ${failed} failed`);
  }
});

async function testAll() {
  await step('Installing dependencies', installIfNeeded);
  await step('Finding Chromium', ensureChromium);
  // Downloading and compiling do not disturb each other; tests with clocks in them run alone.
  const preparing = prepareHosts().catch((error) => error);
  for (const check of ['types', 'lint', 'format']) await checkOne(check);
  const failure = await preparing;
  if (failure instanceof Error) throw failure;
  await counted('Unit, simulator and page tests', () => runVitest(['core', 'simulator', 'page']));
  await step('Packaging the extension', packageExtension);
  const entry = await buildHostSuites();
  // They mostly wait, each on its own server and browser: side by side they take half the time.
  await Promise.all(hostVersions.map((version) => runHost(version, entry)));
  await counted('Flows in the workbench', () => runVitest(['e2e']));
}

async function prepareHosts() {
  for (const version of hostVersions) {
    await step(`Preparing VS Code (code-server ${version})`, () => prepareHost(version));
  }
}

async function runHost(version, entry) {
  const lines = [];
  const print = (line) => lines.push(line);
  await counted(`Suites in VS Code (code-server ${version})`, () =>
    runSuites(version, entry, { print }).finally(() => console.log(lines.join('\n'))),
  );
}

/** A check that fails is one failure; what comes after it still has something to say. */
async function checkOne(name) {
  const check = async () => {
    await npm(['run', '--silent', `check:${name}`], { cwd: root });
  };
  await step(`Checking ${name}`, check).catch((error) => {
    console.error(error.message);
    results.push({ passed: 0, failed: 1 });
  });
}

/** A step that counts tests; one that breaks off is a failure, and the next still runs. */
async function counted(title, work) {
  const counts = await step(title, work).catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed\n`);
  results.push(counts);
}
