import * as assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readImageHeader } from '../../src/core/assets/imageHeader';
import type { FluxAssetsApi } from '../../src/host/api';

async function api(): Promise<FluxAssetsApi> {
  const extension = vscode.extensions.getExtension<FluxAssetsApi>('flux-assets.flux-assets');
  assert.ok(extension);
  return extension.activate();
}

describe('The extension’s API with the demo provider', () => {
  it('makes a picture in the assets folder', async () => {
    const flux = await api();
    const [asset] = await flux.generate({
      prompt: 'A red boat at dawn',
      parameters: { width: 256, height: 192, seed: 42, output_format: 'png' },
    });
    assert.ok(asset);
    assert.match(asset.uri.path, /\/assets\/a-red-boat-at-dawn-42(-\d+)?\.png$/);
    const bytes = await vscode.workspace.fs.readFile(asset.uri);
    assert.deepEqual(readImageHeader(bytes), { format: 'png', width: 256, height: 192 });
    assert.equal(asset.seed, 42);
    assert.equal(asset.model, 'flux-2-pro');
  });
});
