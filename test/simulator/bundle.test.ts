import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { copiedFiles } from '../../scripts/lib/distFiles.mjs';
import { readImageHeader } from '../../src/core/assets/imageHeader';
import type * as simulatorModule from '../../src/simulator/simulator';
import { imageOf, picture } from './support';

const root = join(import.meta.dirname, '../..');

test('works as a CommonJS bundle far from node_modules, in every format', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flux-simulator-'));
  try {
    const file = join(folder, 'simulator.js');
    await build({
      entryPoints: [join(root, 'src/simulator/simulator.ts')],
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      supported: { 'dynamic-import': false },
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    });
    for (const program of copiedFiles.filter((path) => path.endsWith('.wasm'))) {
      await copyFile(join(root, 'node_modules', program), join(folder, basename(program)));
    }
    const globals = Object.keys(Object.getOwnPropertyDescriptors(globalThis));
    const { startSimulator } = createRequire(file)(file) as typeof simulatorModule;
    const simulator = await startSimulator({ latency: 'instant' });
    try {
      let reference = await imageOf(64, 64);
      for (const format of ['png', 'jpeg', 'webp']) {
        const body = { prompt: 'A fox', width: 96, height: 64, output_format: format };
        // Each picture is made from the one before, so that every decoder runs too.
        const edit = { ...body, input_image: reference };
        const bytes = await picture(simulator, 'flux-2-pro', edit);
        expect(readImageHeader(bytes)).toEqual({ format, width: 96, height: 64 });
        reference = Buffer.from(bytes).toString('base64');
      }
      await picture(simulator, 'flux-2-pro', { prompt: 'A fox', input_image: reference });
      // An extension host is shared: what one extension leaves there, all others see.
      expect(Object.keys(Object.getOwnPropertyDescriptors(globalThis))).toEqual(globals);
    } finally {
      await simulator.dispose();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
