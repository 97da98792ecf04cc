import { join } from 'node:path';

import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

import { lazyRooms } from '../scripts/lib/lazyRooms.mjs';
import { sharing } from '../scripts/lib/sharedPackages.mjs';

const root = join(import.meta.dirname, '..');

/** What activation may read. In bytes. */
const ACTIVATION = 40 * 1024;

/** What a bundle holds, by file, as the build makes it. */
async function bundleOf(entry: string) {
  const shared: string[] = [];
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
    plugins: [lazyRooms(() => undefined), sharing((name) => shared.push(name))],
  });
  const [output] = Object.values(result.metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  return { bytes: output?.bytes ?? 0, files: inputs.map(([file]) => file), shared };
}

function packagesOf(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => /node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe('what is read', () => {
  it('at activation is small, and of this extension alone', async () => {
    const { bytes, files } = await bundleOf('src/extension.ts');
    expect(bytes).toBeLessThan(ACTIVATION);
    expect(files.filter((file) => !file.startsWith('src/'))).toEqual([]);
  });

  it('when the window is used holds neither HTTP client nor codecs nor parsers', async () => {
    const { files } = await bundleOf('src/host/workbench.ts');
    expect(packagesOf(files)).toEqual(['p-limit', 'yocto-queue', 'zod']);
    expect(files.filter((file) => /^src\/(simulator|codecs|webview)\//.test(file))).toEqual([]);
  });

  it.each([
    ['finding/findInJsx.ts', 'babel-parser'],
    ['writing/writeInScripts.ts', 'babel-parser'],
    // Once as an ES module and once by acorn-jsx, which requires it.
    ['finding/findInMdx.ts', 'acorn'],
    ['finding/findInSvelte.ts', 'acorn'],
    ['finding/findInYaml.ts', 'yaml'],
    ['writing/pubspec.ts', 'yaml'],
  ])('by %s of %s is in the package once, for all that need it', async (entry, name) => {
    const { files, shared } = await bundleOf(`src/core/code/${entry}`);
    expect(shared).toContain(name);
    expect(packagesOf(files)).not.toContain(name === 'babel-parser' ? '@babel/parser' : name);
  });
});
