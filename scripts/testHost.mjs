import { parseArgs } from 'node:util';
import { buildExtension } from './lib/extensionPackage.mjs';
import { buildHostSuites } from './lib/hostSuites.mjs';
import { hostVersions, prepareHost } from './lib/hosts.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { runSuites } from './lib/runSuites.mjs';
import { main, step } from './lib/steps.mjs';

// npm run test:host -- [--host 4.139.1] [--grep text]: the suites of test/host in real extension hosts; both by default.

requireNode();
const { values } = parseArgs({
  options: { host: { type: 'string', multiple: true }, grep: { type: 'string' } },
});

await main(async () => {
  await step('Finding Chromium', ensureChromium);
  await step('Building the extension', buildExtension);
  const entry = await buildHostSuites();
  for (const version of values.host ?? hostVersions) {
    await step(`Preparing VS Code's server ${version}`, () => prepareHost(version));
    const counts = await step(`Suites in ${version}`, () => runSuites(version, entry, values));
    console.log(`${version}: ${counts.passed} passed, ${counts.failed} failed`);
    if (counts.failed > 0) process.exitCode = 1;
  }
});
