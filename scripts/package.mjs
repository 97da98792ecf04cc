import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageExtension } from './lib/extensionPackage.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { root, vsix } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { main, step } from './lib/steps.mjs';

// npm run package: dist/flux-assets.vsix, and a list of what is in it.

requireNode();
await main(async () => {
  await step('Packaging', packageExtension);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const list = await run(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root });
  for (const file of list.trim().split(/\r?\n/))
    console.log(`  ${kilobytes(join(root, file))}  ${file}`);
  console.log(`${kilobytes(vsix).trim()} in ${relative(root, vsix)}`);
});

function kilobytes(file) {
  return `${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB`;
}
