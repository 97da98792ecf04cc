import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openCodecs } from '../../src/codecs/codecs';
import type { ImageFormat } from '../../src/core/api/model';
import { resolveProvider } from '../../src/core/api/providers';
import { readImageHeader } from '../../src/core/assets/imageHeader';
import { PanelReferences } from '../../src/host/pages/panelReferences';
import { loadReference } from '../../src/host/assets/referenceImages';
import { prepareOrder } from '../../src/host/tasks/order';
import { freshFolder } from './support/flux';
import { smallOrder } from './support/smallOrder';

/** What FLUX.2 uses of a reference, in px. */
const FLUX_2 = 2048 * 2048;

async function writeImage(name: string, format: ImageFormat, width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4).fill(128);
  const bytes = await openCodecs().encode({ width, height, data }, format);
  const uri = vscode.Uri.joinPath(freshFolder(), name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return { uri, bytes };
}

/** What a window forgets at once. */
const nowhere: vscode.Memento = {
  keys: () => [],
  get: <T>(_key: string, fallback?: T) => fallback as T,
  update: () => Promise.resolve(),
};

describe('reference images', () => {
  it('of the panel are measured for the price, where they can be read', async () => {
    const { uri } = await writeImage('page.png', 'png', 640, 480);
    const missing = vscode.Uri.joinPath(freshFolder(), 'missing.png');
    const references = new PanelReferences(nowhere, vscode.l10n);
    const measured = new Promise<void>((resolve) => {
      references.onDidChange(() => {
        if (references.all.some(({ size }) => size !== undefined)) resolve();
      });
    });
    references.replace([missing, uri]);
    await measured;
    assert.deepEqual(
      references.all.map(({ size }) => size),
      [undefined, { width: 640, height: 480 }],
    );
    references.dispose();
  });

  it('are sent as they are, as bare base64, up to what the service uses', async () => {
    const { uri, bytes } = await writeImage('small.png', 'png', 640, 480);
    assert.equal(await loadReference(uri, FLUX_2), Buffer.from(bytes).toString('base64'));
  });

  it('are read and encoded once for all pictures of an order', async () => {
    const { uri, bytes } = await writeImage('one.png', 'png', 64, 64);
    let loads = 0;
    const { references, bodies } = await prepareOrder(smallOrder({ references: [uri], count: 4 }), {
      keys: { get: () => Promise.resolve('key') },
      provider: (settings) => Promise.resolve(resolveProvider('bfl', settings)),
      paintPlaceholder: () => Promise.reject(new Error('No placeholder was asked for.')),
      loadReference: (file, maxPixels) => {
        loads += 1;
        return loadReference(file, maxPixels);
      },
    });
    assert.deepEqual([loads, bodies.length], [1, 4]);
    assert.deepEqual(references, [Buffer.from(bytes).toString('base64')]);
  });

  for (const format of ['png', 'jpeg', 'webp'] as const) {
    it(`are scaled down to 4 MP before they are sent: ${format}`, async () => {
      const { uri } = await writeImage(`large.${format}`, format, 2200, 2000);
      const sent = Buffer.from(await loadReference(uri, FLUX_2), 'base64');
      assert.deepEqual(readImageHeader(sent), { format, width: 2144, height: 1952 });
    });
  }
});
