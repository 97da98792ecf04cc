import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startFront } from './front.mjs';
import { hostOf } from './hosts.mjs';
import { end, run, start } from './processes.mjs';
import { Failure } from './steps.mjs';

/** What every workbench of ours starts with: no questions, nothing that calls out, nothing that moves by itself. */
const calmSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'js/ts.tsserver.automaticTypeAcquisition.enabled': false,
};

/** Adds to the user settings of a data folder; what is there already stays unless it is named. */
export async function writeUserSettings(dataFolder, settings = {}) {
  const file = join(dataFolder, 'data', 'User', 'settings.json');
  await mkdir(dirname(file), { recursive: true });
  const present = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  await writeFile(file, JSON.stringify({ ...calmSettings, ...present, ...settings }, null, 2));
}

/**
 * Starts a prepared host's server on 127.0.0.1 and resolves with `{ port, stop() }` once it listens. `port` 0 is any
 * free one. `forTests` lets a page name extension tests to run. What the server says goes to `log`, a file. `env` is
 * added to the environment of the server and of the extensions in it.
 */
export async function startServer(options) {
  const { version, dataFolder, extensionsFolder, port = 0, forTests, log, env } = options;
  await mkdir(dirname(log), { recursive: true });
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  if (forTests) args.push('--enable-smoke-test-driver');
  const child = serverProcess(start, { version, dataFolder, extensionsFolder, env }, args);
  const file = createWriteStream(log);
  child.stderr.pipe(file, { end: false });
  child.stdout.pipe(file, { end: false });
  child.once('close', () => file.end());
  const serverPort = await listeningPort(child, log);
  const keyFile = join(dataFolder, 'secrets-key');
  const front = await startFront({ port, serverPort, keyFile }).catch(async (error) => {
    await end(child);
    throw error;
  });
  const stop = async () => {
    await front.stop();
    await end(child);
  };
  return { port: front.port, stop };
}

/** Installs a .vsix into a data folder, as a user would. */
export async function installExtension({ file, ...where }) {
  await serverProcess(run, where, ['--install-extension', file, '--force']);
}

function serverProcess(how, { version, dataFolder, extensionsFolder, env }, args) {
  const { node, server } = hostOf(version);
  const folders = ['--server-data-dir', dataFolder];
  if (extensionsFolder !== undefined) folders.push('--extensions-dir', extensionsFolder);
  return how(
    node,
    [join('out', 'server-main.js'), '--accept-server-license-terms', ...folders, ...args],
    { cwd: server, env: { ...ownEnvironment(), ...env } },
  );
}

/** The environment without what another editor, npm or Node's options left in it for their own children. */
function ownEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_)/i.test(name)),
  );
}

function listeningPort(child, log) {
  return new Promise((resolve, reject) => {
    let said = '';
    const onData = (data) => {
      said += data;
      const port = /agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      child.stdout.off('data', onData);
      resolve(Number(port));
    };
    child.stdout.on('data', onData);
    child.once('error', reject);
    child.once('close', (code) => {
      reject(new Failure(`VS Code's server ended with ${code}; it says why in ${log}.`));
    });
  });
}
