import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import type { FileDeriver } from '../../src/host/derive/deriveFile';
import { LockDesk } from '../../src/host/lock/lockDesk';
import { startSimulator, type Simulator } from '../../src/simulator/simulator';
import { inAssetsFolder, savedAsset, type AssetsFolder } from './support/assetsFolder';
import { namesIn } from './support/flux';
import { smallOrder } from './support/smallOrder';
import { openWindow } from './support/window';

describe('verifying and regenerating assets', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator({ latency: 'instant' });
  });
  after(() => simulator.dispose());

  /** A window whose person presses `button` in every dialog. */
  function openDesk({ button = '', isUsed = true } = {}) {
    const said: string[] = [];
    const asked: (readonly string[])[] = [];
    const window = openWindow({
      provider: 'demo',
      baseUrl: simulator.baseUrl,
      assetLocks: { recordAsset: async (asset) => desk.store.recordAsset(asset) },
    });
    const deriver: FileDeriver = {
      deriveBytes: async (source, { width = 0 }) =>
        new TextEncoder().encode(
          `${width} of ${(await vscode.workspace.fs.readFile(source)).length}`,
        ),
      deriveFile: async (source, recipe, file) => {
        await vscode.workspace.fs.writeFile(file, await deriver.deriveBytes(source, recipe));
        await desk.store.recordDerived({ file, source, recipe });
        return file;
      },
    };
    const desk: LockDesk = new LockDesk({
      globalStorage: window.globalStorage,
      history: window.history,
      l10n: vscode.l10n,
      runAll: (orders, signal) => window.generation.runAll(orders, signal),
      deriver,
      images: () =>
        Promise.resolve({
          settled: () => Promise.resolve(),
          referencesTo: () => (isUsed ? [{} as never] : []),
        }),
      dialogs: {
        tell: (_kind, message, ...buttons) => {
          said.push(message);
          return Promise.resolve(buttons.find((each) => each === button));
        },
      },
      ask: (question, detail, buttons) => {
        asked.push([question, detail, ...buttons]);
        return Promise.resolve(buttons.find((each) => each === button));
      },
      tell: (message) => said.push(message),
      tellFailure: ({ code }) => said.push(code),
    });
    const make = async (target: vscode.Uri, seed = 3): Promise<Asset> => {
      const parameters = { width: 64, height: 64, output_format: 'png', seed };
      const order = smallOrder({ target, parameters });
      const { saved } = await window.generation.run(order, new AbortController().signal);
      assert.ok(saved[0]);
      return saved[0];
    };
    return { desk, window, said, asked, make, deriver };
  }

  /** The Problems of a lock, as code, line from 1 and what that line begins with. */
  async function problemsOf({ lock, read }: AssetsFolder): Promise<readonly string[]> {
    const lines = (await read()).split('\n');
    return vscode.languages
      .getDiagnostics(lock)
      .filter(({ source }) => source === 'Flux Assets')
      .map(
        ({ code, range }) =>
          `${typeof code === 'string' ? code : ''} ${lines[range.start.line]?.trim() ?? ''}`,
      )
      .sort();
  }

  it('finds what is missing, changed, unknown and unused, and mends it', () =>
    inAssetsFolder(async (assets) => {
      const { at, write } = assets;
      const { desk, make, said } = openDesk({ isUsed: false });
      for (const [name, seed] of [
        ['gone.png', 1],
        ['other.png', 2],
        ['same.png', 3],
      ] as const)
        await make(at(name), seed);
      await vscode.workspace.fs.delete(at('gone.png'));
      await write('other.png', 'drawn over');
      await write('deep/mine.png', 'mine');
      await desk.verifier.verifyAll();
      assert.deepEqual(await problemsOf(assets), [
        'asset-changed "other.png": {',
        'asset-missing "gone.png": {',
        'asset-unknown "assets": {',
        'asset-unused "other.png": {',
        'asset-unused "same.png": {',
      ]);
      assert.match(
        said.join(),
        /Assets verified: 3 \(1 missing, 1 changed, 1 without an entry, 2 unused\)/,
      );
      await desk.fix(at('other.png'), 'accept');
      await desk.fix(at('gone.png'), 'remove');
      assert.deepEqual(await problemsOf(assets), [
        'asset-unknown "assets": {',
        'asset-unused "other.png": {',
        'asset-unused "same.png": {',
      ]);
      desk.dispose();
    }));

  it('shows a broken lock at its line, and what helps', () =>
    inAssetsFolder(async (assets) => {
      const { at, lock, read, write } = assets;
      const { desk, make, said } = openDesk();
      await make(at('a.png'));
      const sound = await read();
      const broken = sound.replace(
        '    "~end"',
        `<<<<<<< HEAD\n    "b.png": {},\n=======\n    "c.png": {},\n>>>>>>> other\n    "~end"`,
      );
      await write('flux-assets.lock.json', broken);
      await desk.verifier.verifyAll();
      assert.deepEqual(await problemsOf(assets), ['lock-broken <<<<<<< HEAD']);
      assert.match(said.join(), /line \d+: Git has left a conflict here/);
      const document = await vscode.workspace.openTextDocument(lock);
      const [action] = desk.actions(document, vscode.languages.getDiagnostics(lock));
      assert.equal(action?.title, 'Keep the entries of both sides');
      assert.ok(action.edit);
      await vscode.workspace.applyEdit(action.edit);
      assert.deepEqual(
        vscode.languages.getDiagnostics(lock).filter(({ code }) => code === 'lock-broken'),
        [],
      );
      await document.save();
      desk.dispose();
    }));

  it('offers to note pictures of the history that the lock does not have', () =>
    inAssetsFolder(async (assets) => {
      const { desk, make } = openDesk({ button: 'Note in the Asset Lock' });
      await make(assets.at('a.png'));
      await vscode.workspace.fs.delete(assets.lock);
      await desk.verifier.verifyAll();
      assert.deepEqual(Object.keys(await assets.entries()), ['a.png']);
      desk.dispose();
    }));

  it('makes a missing picture again where it lay, and what was made from it', () =>
    inAssetsFolder(async (assets) => {
      const { at, read } = assets;
      const { desk, make, deriver, asked } = openDesk({ button: 'Regenerate' });
      await make(at('a.png'));
      await deriver.deriveFile(at('a.png'), { format: 'webp', width: 32 }, at('a.webp'));
      const before = [await read('a.png'), await read('a.webp')];
      for (const name of ['a.png', 'a.webp']) await vscode.workspace.fs.delete(at(name));
      await desk.regenerate([at('a.png'), at('a.webp')]);
      assert.match(asked[0]?.join('\n') ?? '', /^Regenerate .*a\.png\?\nEstimate: free\./);
      assert.equal(asked.length, 1);
      const { seed } = (await assets.entries())['a.png'] ?? {};
      assert.equal(seed, 3);
      assert.deepEqual([await read('a.webp')], before.slice(1));
      desk.dispose();
    }));

  it('saves beside what lies there, unless a person lets it be replaced', () =>
    inAssetsFolder(async (assets) => {
      const { at, folder, read, write, entries } = assets;
      const beside = openDesk({ button: 'Save Beside' });
      await beside.make(at('a.png'));
      await write('a.png', 'drawn over');
      await beside.desk.regenerate([at('a.png')]);
      assert.match(beside.asked[0]?.[1] ?? '', /Changed by hand since they were made: .*a\.png/);
      assert.equal(await read('a.png'), 'drawn over');
      const names = ['a-2.png', 'a.png', 'flux-assets.lock.json'];
      assert.deepEqual(await namesIn(folder), names);
      const replace = openDesk({ button: 'Replace the Files' });
      await replace.desk.regenerate([at('a.png')]);
      assert.deepEqual(await namesIn(folder), names);
      assert.equal(await read('a.png'), await read('a-2.png'));
      const [one, other] = Object.values(await entries());
      assert.equal(one?.['sha256'], other?.['sha256']);
      assert.deepEqual(
        replace.window.history.all.map(({ uri }) => uri),
        [at('a.png').toString()],
      );
      for (const { desk } of [beside, replace]) desk.dispose();
    }));

  it('does nothing when nobody says yes, and says what it cannot do', () =>
    inAssetsFolder(async ({ at, folder, write }) => {
      const { desk, make, said, deriver } = openDesk();
      await make(at('a.png'));
      await deriver.deriveFile(at('a.png'), { format: 'webp' }, at('a.webp'));
      await desk.regenerate([at('a.png')]);
      assert.equal((await namesIn(folder)).length, 3);
      await write('a.png', 'drawn over');
      await desk.regenerate([at('a.webp'), at('mine.png')]);
      assert.match(
        said.join(),
        /Nothing was made\. The picture that .*a\.webp was made from is not as it was.*mine\.png has no entry/,
      );
      desk.dispose();
    }));

  it('has lenses above each entry', () =>
    inAssetsFolder(async (assets) => {
      const { desk } = openDesk();
      await desk.store.recordAsset(savedAsset(assets.at('a.png')));
      const document = await vscode.workspace.openTextDocument(assets.lock);
      const lenses = await desk.lenses(document);
      assert.deepEqual(
        lenses.map(({ command, range }) => [
          command?.title,
          document.lineAt(range.start.line).text.trim(),
        ]),
        [
          ['Regenerate', '"a.png": {'],
          ['Show How This Was Made', '"a.png": {'],
          ['Make Files…', '"a.png": {'],
        ],
      );
      desk.dispose();
    }));
});
