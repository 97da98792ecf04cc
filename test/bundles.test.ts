import { join } from 'node:path';

import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

import { lazyRooms } from '../scripts/lib/lazyRooms.mjs';

const root = join(import.meta.dirname, '..');

/** What activation may read. In bytes. */
const ACTIVATION = 40 * 1024;

/** What a bundle holds, by file, as the build makes it. */
async function bundleOf(entry: string) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: join(root, 'dist'),
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    plugins: [lazyRooms(() => undefined)],
  });
  const [output] = Object.values(result.metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  return { bytes: output?.bytes ?? 0, files: inputs.map(([file]) => file) };
}

describe('what is read', () => {
  it('at activation is small, and of this extension alone', async () => {
    const { bytes, files } = await bundleOf('src/extension.ts');
    expect(bytes).toBeLessThan(ACTIVATION);
    expect(files.filter((file) => !file.startsWith('src/'))).toEqual([]);
  });

  it('when the window is used holds neither HTTP client nor codecs nor parsers', async () => {
    const { files } = await bundleOf('src/host/workbench.ts');
    const packages = files.flatMap(
      (file) => /node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(['zod']);
    expect(files.filter((file) => /^src\/(simulator|codecs|webview)\//.test(file))).toEqual([]);
  });
});
