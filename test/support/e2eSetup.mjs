import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { packageIfChanged } from '../../scripts/lib/extensionPackage.mjs';
import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { newestHost, prepareHost } from '../../scripts/lib/hosts.mjs';
import { vsix } from '../../scripts/lib/paths.mjs';
import { installExtension } from '../../scripts/lib/server.mjs';

/** Before the flows: a host, a browser, and the packaged extension installed where every server of the run finds it. */
export async function setup(project) {
  await ensureChromium();
  await prepareHost(newestHost);
  await packageIfChanged();
  const dataFolder = await freshFolder('e2e', 'install');
  const extensionsFolder = await freshFolder('e2e', 'extensions');
  await installExtension({ version: newestHost, dataFolder, extensionsFolder, file: vsix });
  project.provide('extensionsFolder', extensionsFolder);
  project.provide('hostVersion', newestHost);
}
