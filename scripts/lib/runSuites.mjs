import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { workbenchAddress } from './address.mjs';
import { newWorkbenchContext } from './browserContext.mjs';
import { launchChromium } from './chromium.mjs';
import { freshFolder } from './freshFolder.mjs';
import { resultsFolder, root } from './paths.mjs';
import { startServer, writeUserSettings } from './server.mjs';
import { Failure } from './steps.mjs';

// A machine that other work keeps busy takes several times what an idle one does.
const longestRun = 25 * 60_000;

/** What Mocha's own lines begin with, among all that a workbench says; test/host/index.ts puts it there. */
const mark = '│ ';

/**
 * Runs the built in-host suites in a real extension host of that version, with the repository as the extension under
 * development and an empty folder open. `entry` is what `buildHostSuites` built. Mocha's lines go to `print` as they
 * come, `env` is added to their environment. Resolves with `{ passed, failed, skipped }`, or whatever another entry
 * leaves in the file that `FLUX_ASSETS_TEST_COUNTS` names.
 */
export async function runSuites(
  version,
  entry,
  { grep = '', print = console.log, env: more = {} } = {},
) {
  const log = join(resultsFolder, `host-${version}-server.log`);
  const consoleLog = join(resultsFolder, `host-${version}-console.log`);
  const dataFolder = await freshFolder(version, 'data');
  const counts = join(dataFolder, 'counts.json');
  const workspace = await freshFolder(version, 'workspace');
  await writeUserSettings(dataFolder);
  const env = { ...more, FLUX_ASSETS_TEST_COUNTS: counts, FLUX_ASSETS_TEST_GREP: grep };
  const server = await startServer({ version, dataFolder, forTests: true, log, env });
  try {
    const code = await runInPage(
      workbenchAddress(server.port, workspace, payload(entry)),
      consoleLog,
      print,
    );
    const result = JSON.parse(await readFile(counts, 'utf8').catch(() => 'null'));
    if (result === null)
      throw new Failure(`The suites did not end (exit ${code}); see ${consoleLog} and ${log}.`);
    return result;
  } finally {
    await server.stop();
  }
}

// The workbench reads these pairs because the server was started for tests (`--enable-smoke-test-driver`).
function payload(entry) {
  const remote = (path) => `vscode-remote://remote${path}`;
  return [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(entry)],
    ['skipWelcome', 'true'],
  ];
}

/** Opens the workbench and resolves with the exit code that it calls out when the suites have ended. */
async function runInPage(address, consoleFile, print) {
  const browser = await launchChromium();
  const log = createWriteStream(consoleFile);
  try {
    const page = await (await newWorkbenchContext(browser)).newPage();
    return await new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Failure(`The suites ran for more than ${longestRun / 60_000} minutes.`)),
        longestRun,
      );
      const settle = (then, value) => {
        clearTimeout(late);
        then(value);
      };
      page.once('crash', () => settle(reject, new Failure('The workbench page crashed.')));
      (async () => {
        await page.exposeFunction('codeAutomationLog', (type, args) => {
          const line = format(...args);
          log.write(`${type} ${line}\n`);
          if (line.startsWith(mark)) print(line);
        });
        await page.exposeFunction('codeAutomationExit', (code) => settle(resolve, code));
        await page.goto(address);
      })().catch((error) => settle(reject, error));
    });
  } finally {
    await browser.close();
    log.end();
  }
}
