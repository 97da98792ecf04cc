import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import { UnnotedPictures } from '../../src/host/lock/unnotedPictures';
import { freshFolder } from './support/flux';
import { assetAt } from './support/insertion';
import { until } from './support/until';

/** A history of these pictures, and the ids of those that were noted in a lock. */
function scene(first: readonly Asset[]) {
  const changed = new vscode.EventEmitter<void>();
  const noted: string[] = [];
  let assets = first;
  const change = (next: readonly Asset[]) => {
    assets = next;
    changed.fire();
  };
  const history = {
    get all() {
      return assets;
    },
    onDidChange: changed.event,
    update: (asset: Asset) => {
      change(assets.map((each) => (each.id === asset.id ? asset : each)));
      return Promise.resolve();
    },
  };
  const recordAsset = (asset: Asset) => {
    if (asset.id === 'broken') return Promise.reject(new Error('The lock is broken.'));
    noted.push(asset.id);
    return Promise.resolve();
  };
  const open = () => new UnnotedPictures({ history, locks: { recordAsset } });
  const waiting = () => assets.filter(({ unnoted }) => unnoted).map(({ id }) => id);
  return {
    open,
    noted,
    waiting,
    add: (asset: Asset) => {
      change([asset, ...assets]);
    },
  };
}

async function pictureIn(folder: vscode.Uri, id: string, unnoted?: true): Promise<Asset> {
  const uri = vscode.Uri.joinPath(folder, `${id}.png`);
  await vscode.workspace.fs.writeFile(uri, new Uint8Array([1]));
  return { ...assetAt(uri, 'A fox'), id, ...(unnoted === undefined ? {} : { unnoted }) };
}

describe('pictures that a window of another workspace has saved', () => {
  const folder = freshFolder();

  it('are noted in the lock when their workspace is opened, each once', async () => {
    const gone = { ...assetAt(vscode.Uri.joinPath(folder, 'gone.png'), ''), id: 'gone' };
    const { open, noted, waiting } = scene([
      await pictureIn(folder, 'left', true),
      await pictureIn(folder, 'own'),
      { ...gone, unnoted: true },
    ]);
    const pictures = open();
    await pictures.note();
    assert.deepEqual([noted, waiting()], [['left'], []]);
    await pictures.note();
    assert.deepEqual(noted, ['left']);
    pictures.dispose();
  });

  it('are noted as soon as the history hears of them, and wait where a lock is broken', async () => {
    const { open, noted, waiting, add } = scene([await pictureIn(folder, 'broken', true)]);
    const pictures = open();
    await pictures.note();
    assert.deepEqual([noted, waiting()], [[], ['broken']]);
    add(await pictureIn(folder, 'late', true));
    await until('it is noted', () => noted.includes('late'));
    await pictures.note();
    assert.deepEqual(waiting(), ['broken']);
    pictures.dispose();
  });
});
