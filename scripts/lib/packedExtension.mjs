import { ensureChromium } from './chromium.mjs';
import { packageIfChanged } from './extensionPackage.mjs';
import { freshFolder } from './freshFolder.mjs';
import { newestHost, prepareHost } from './hosts.mjs';
import { vsix } from './paths.mjs';
import { installExtension } from './server.mjs';

/**
 * Makes the newest host and a browser ready, packages the extension where its sources have changed, and installs it as a
 * user would. Resolves with the folder of extensions, for every server of the run that `name` names.
 */
export async function installPacked(name) {
  await ensureChromium();
  await prepareHost(newestHost);
  await packageIfChanged();
  const dataFolder = await freshFolder(name, 'install');
  const extensionsFolder = await freshFolder(name, 'extensions');
  await installExtension({ version: newestHost, dataFolder, extensionsFolder, file: vsix });
  return extensionsFolder;
}
