import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageIfChanged } from '../extensionPackage.mjs';
import { freshFolder } from '../freshFolder.mjs';
import { newestHost } from '../hosts.mjs';
import { resultsFolder, root, vsix } from '../paths.mjs';
import { run } from '../processes.mjs';
import { installExtension, startServer, writeUserSettings } from '../server.mjs';
import { storeKey } from './key.mjs';
import { startService } from './service.mjs';
import { Windows } from './windows.mjs';

/**
 * One server with the packaged extension and the driver, one browser and one service, which is the provider: `{ service,
 * windows, folder, workspace, storage, set(settings), stop() }`. `folder` is for anything else that is gone in the end,
 * `storage` is the extension's global storage. `options` are for the service.
 */
export async function startBench(options) {
  const folder = await freshFolder('chaos');
  const dataFolder = join(folder, 'data');
  const workspace = join(folder, 'workspace');
  const plans = join(folder, 'plans');
  const stops = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const stop = async () => {
    for (const one of stops.reverse()) await one();
  };
  try {
    await mkdir(workspace);
    await install(folder, dataFolder);
    const service = await startService(folder, options);
    stops.push(() => service.stop());
    const set = (settings) => writeUserSettings(dataFolder, settings);
    await set({
      'fluxAssets.provider': 'custom',
      'fluxAssets.custom.baseUrl': service.baseUrl,
      'fluxAssets.custom.authHeader': 'x-key',
      'fluxAssets.custom.polling': 'get_result',
    });
    const server = await startServer({
      version: newestHost,
      dataFolder,
      log: join(resultsFolder, 'chaos-server.log'),
      env: { FLUX_ASSETS_CHAOS: plans },
    });
    stops.push(() => server.stop());
    const windows = await Windows.start(server.port, plans);
    stops.push(() => windows.stop());
    await storeKey(windows, workspace);
    const storage = join(dataFolder, 'data', 'User', 'globalStorage', 'flux-assets.flux-assets');
    return { service, windows, folder, workspace, storage, set, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function install(folder, dataFolder) {
  await packageIfChanged();
  const driver = join(folder, 'driver.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const lenient = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await run(process.execPath, [vsce, 'package', ...lenient, '--out', driver], {
    cwd: join(root, 'test', 'chaos', 'driver'),
  });
  for (const file of [vsix, driver]) {
    await installExtension({ version: newestHost, dataFolder, file });
  }
}
