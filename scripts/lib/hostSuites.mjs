import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copiedFiles } from './distFiles.mjs';
import { freshFolder } from './freshFolder.mjs';
import { root } from './paths.mjs';

/**
 * Builds test/host into a folder of this run and resolves with the path of its entry, which runs every suite that
 * lies beside it: each *.test.ts is a bundle of its own, so that none can be forgotten, and so is each *.process.ts,
 * which suites run as a process of its own.
 */
export async function buildHostSuites() {
  const { build } = await import('esbuild');
  // Inside the repository: from there the suites find mocha, and VS Code knows whose `vscode` they ask for.
  const folder = await freshFolder('suites');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', 'test/host/**/*.test.ts', 'test/host/**/*.process.ts'],
    outbase: 'test/host',
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  // The simulator, where a suite bundles it, looks for its codecs beside itself.
  const codecs = copiedFiles.filter((file) => file.endsWith('.wasm'));
  await Promise.all(
    codecs.map((file) => copyFile(join(root, 'node_modules', file), join(folder, basename(file)))),
  );
  return join(folder, 'index.js');
}
