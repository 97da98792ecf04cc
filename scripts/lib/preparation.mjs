import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageIfChanged } from './extensionPackage.mjs';
import { newestHost, prepareHost } from './hosts.mjs';
import { installIfNeeded } from './install.mjs';
import { hostsFolder, root, sampleSite, vsix } from './paths.mjs';
import { run } from './processes.mjs';
import { installExtension, writeUserSettings } from './server.mjs';
import { step } from './steps.mjs';

/** All that a fresh clone needs before a workbench with the packaged extension can start. */
export async function prepareEverything() {
  await step('Installing dependencies', installIfNeeded);
  await step('Building and packaging the extension', packageIfChanged);
  await step(`Preparing VS Code (code-server ${newestHost})`, () => prepareHost(newestHost));
}

/** Puts a copy of the sample project at `folder`; one that is there stays as it is unless `anew`. */
export async function copySample(folder, { anew }) {
  if (anew) await rm(folder, { recursive: true, force: true });
  if (existsSync(folder)) return 'kept as you left it';
  await cp(sampleSite, folder, { recursive: true });
  return undefined;
}

/** Installs the package, and the small extension that opens the generator with each window, into a data folder. */
export async function installExtensions(dataFolder) {
  const opener = join(hostsFolder, 'opener.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const lenient = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await run(process.execPath, [vsce, 'package', ...lenient, '--out', opener], {
    cwd: join(root, 'test', 'samples', 'opener'),
  });
  await writeUserSettings(dataFolder);
  for (const file of [vsix, opener]) {
    await installExtension({ version: newestHost, dataFolder, file });
  }
}
