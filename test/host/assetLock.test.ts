import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import * as vscode from 'vscode';

import { systemClock } from '../../src/core/clock';
import { AssetLockStore } from '../../src/host/lock/assetLockStore';
import type { LockTrouble } from '../../src/host/lock/lockFile';
import { createFileLock } from '../../src/host/storage/fileLock';
import { inAssetsFolder, savedAsset } from './support/assetsFolder';
import {
  fluxApi,
  freshFolder,
  namesIn,
  smallRequest,
  withSetting,
  workspaceFolder,
} from './support/flux';
import { until } from './support/until';

const l10n = vscode.l10n;
const { Workspace } = vscode.ConfigurationTarget;

/** The locks of one window; those with the same storage share what keeps them from undoing each other. */
function openStore(storage = freshFolder(), onWritten: () => void = () => undefined) {
  const troubles: LockTrouble[] = [];
  const store = new AssetLockStore({
    exclusively: createFileLock(vscode.Uri.joinPath(storage, 'locks').fsPath),
    clock: systemClock,
    l10n,
    onTrouble: (_lock, trouble) => troubles.push(trouble),
    onWritten,
  });
  return { store, troubles };
}

describe('the asset lock', () => {
  it('has what a picture was made of, by its path and its bytes', () =>
    inAssetsFolder(async ({ at, entries, folder }) => {
      const flux = await fluxApi();
      const parameters = { seed: 5, output_format: 'png' };
      const [asset] = await flux.generate(smallRequest({ target: folder, parameters }));
      const target = vscode.Uri.joinPath(workspaceFolder(), 'public', 'hero.png');
      const [other] = await flux.generate(
        smallRequest({ target, references: [at('a-red-boat-5.png')], parameters }),
      );
      assert.ok(asset && other);
      const bytes = await vscode.workspace.fs.readFile(asset.uri);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const found = await entries();
      const elsewhere = `../public/${other.uri.path.slice(other.uri.path.lastIndexOf('/') + 1)}`;
      assert.deepEqual(Object.keys(found), [elsewhere, 'a-red-boat-5.png']);
      const entry = found['a-red-boat-5.png'];
      assert.deepEqual(
        [
          entry?.['prompt'],
          entry?.['model'],
          entry?.['provider'],
          entry?.['seed'],
          entry?.['taskId'],
          entry?.['sha256'],
        ],
        ['A red boat', 'flux-2-pro', 'demo', 5, asset.taskId, sha256],
      );
      assert.deepEqual(entry?.['parameters'], { width: 64, height: 64, ...parameters });
      assert.deepEqual(found[elsewhere]?.['references'], [{ file: 'a-red-boat-5.png', sha256 }]);
    }));

  it('is written once for all that is to be noted while it is written', () =>
    inAssetsFolder(async ({ at, entries, folder }) => {
      await vscode.workspace.fs.createDirectory(folder);
      let written = 0;
      const { store } = openStore(freshFolder(), () => (written += 1));
      const names = Array.from({ length: 20 }, (_, number) => `many-${String(number)}.png`);
      await Promise.all(names.map((name) => store.recordAsset(savedAsset(at(name)))));
      assert.deepEqual(Object.keys(await entries()).sort(), [...names].sort());
      assert.ok(written < 10, `${String(written)} times`);
      store.dispose();
    }));

  it('is not written where the setting is off, nor for a file outside the workspace', () =>
    inAssetsFolder(async ({ at, folder }) => {
      const { store } = openStore();
      await vscode.workspace.fs.createDirectory(folder);
      await withSetting(
        'assetLock',
        false,
        () => store.recordAsset(savedAsset(at('a.png'))),
        Workspace,
      );
      await store.recordAsset(savedAsset(vscode.Uri.file('/elsewhere/a.png')));
      await store.remove(at('a.png'));
      assert.deepEqual(await namesIn(folder), []);
    }));

  it('loses nothing where two windows write it at once, and leaves nothing else behind', () =>
    inAssetsFolder(async ({ at, entries, folder }) => {
      const storage = freshFolder();
      const windows = [openStore(storage), openStore(storage)];
      const names = Array.from({ length: 8 }, (_, index) => `${index}.png`);
      await Promise.all(
        names.map(async (name, index) =>
          windows[index % 2]?.store.recordAsset(savedAsset(at(name))),
        ),
      );
      assert.deepEqual(Object.keys(await entries()), names);
      assert.deepEqual(await namesIn(folder), ['flux-assets.lock.json']);
    }));

  it('is left alone while it is broken; what waited is noted when it is sound again', () =>
    inAssetsFolder(async ({ at, entries, lock, read, write }) => {
      const { store, troubles } = openStore();
      await store.recordAsset(savedAsset(at('a.png')));
      const sound = await read();
      const broken = sound.replace('  "assets"', '<<<<<<< HEAD\n  "assets"');
      await write('flux-assets.lock.json', broken);
      await assert.rejects(
        store.recordAsset(savedAsset(at('b.png'))),
        /line 3: Git has left a conflict/,
      );
      await assert.rejects(store.recordAsset(savedAsset(at('c.png'))), /line 3/);
      assert.equal(await read(), broken);
      assert.deepEqual(
        troubles.map(({ kind }) => kind),
        ['broken'],
      );
      // Mended in the editor.
      const document = await vscode.workspace.openTextDocument(lock);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(lock, new vscode.Range(0, 0, document.lineCount, 0), sound);
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await until('all is noted', async () => Object.keys(await entries()).length === 3);
      store.dispose();
    }));

  it('is not changed under a person who edits it', () =>
    inAssetsFolder(async ({ at, entries, lock, read }) => {
      const { store, troubles } = openStore();
      await store.recordAsset(savedAsset(at('a.png')));
      const before = await read();
      const document = await vscode.workspace.openTextDocument(lock);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(
        lock,
        document.lineAt(3).range,
        document.lineAt(3).text.replace('a.png', 'z.png'),
      );
      await vscode.workspace.applyEdit(edit);
      await assert.rejects(store.recordAsset(savedAsset(at('b.png'))), /not saved/);
      assert.equal(await read(), before);
      assert.deepEqual(troubles, [{ kind: 'unsaved' }]);
      await document.save();
      await until(
        'all is noted',
        async () => Object.keys(await entries()).join() === 'b.png,z.png',
      );
      store.dispose();
    }));

  it('follows a file that moves, and what was made from it does too', () =>
    inAssetsFolder(async ({ at, entries, write }) => {
      const { store } = openStore();
      await write('a.png', 'picture');
      await write('icons/a.webp', 'smaller');
      await store.recordAsset(savedAsset(at('a.png')));
      await store.recordDerived({
        file: at('icons/a.webp'),
        source: at('a.png'),
        recipe: { format: 'webp', width: 32 },
      });
      await store.move(at('a.png'), at('hero/a.png'));
      await store.move(at('icons'), at('../public'));
      const found = await entries();
      assert.deepEqual(Object.keys(found), ['../public/a.webp', 'hero/a.png']);
      const from = found['../public/a.webp']?.['from'];
      const sha256 = createHash('sha256').update('picture').digest('hex');
      assert.deepEqual(from, { file: 'hero/a.png', sha256 });
      await store.remove(at('hero'));
      assert.deepEqual(Object.keys(await entries()), ['../public/a.webp']);
    }));
});
