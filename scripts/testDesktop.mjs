import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildExtension } from './lib/extensionPackage.mjs';
import { buildHostSuites } from './lib/hostSuites.mjs';
import { root } from './lib/paths.mjs';

// npm run test:desktop [-- 1.110.0]: the suites of test/host in the desktop editor, which is downloaded for it.

await buildExtension();
// Short paths: the editor makes sockets in its data folder.
const folder = await mkdtemp(join(tmpdir(), 'flux-assets-'));
try {
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: await buildHostSuites(),
    launchArgs: [
      await workspaceIn(folder),
      '--user-data-dir',
      join(folder, 'data'),
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
    ],
  });
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function workspaceIn(parent) {
  return mkdtemp(join(parent, 'workspace-'));
}
