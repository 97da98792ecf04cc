import { join } from 'node:path';

import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/processes.mjs';

/** Packs the extension that measures inside the editor; the package's path. */
export async function probePackage(): Promise<string> {
  const file = join(await freshFolder('probe'), 'probe.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const lenient = ['--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await run(process.execPath, [vsce, 'package', ...lenient, '--out', file], {
    cwd: join(root, 'test', 'bench', 'probe'),
  });
  return file;
}
