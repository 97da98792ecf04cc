import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { plainProject } from '../../src/core/code/project';
import { exists } from '../../src/host/assets/files';
import { editsForMoves } from '../../src/host/lifecycle/referenceEdits';
import { bytesOf, careScene, placedIn, withoutAsking } from './support/careScene';
import { withSetting } from './support/flux';

describe('the life of a generated image', () => {
  it('lets code follow a renamed file, its query too', async () => {
    const { at, boat, textOf, open } = await careScene();
    const edit = await open().editsFor([{ from: boat, to: at('pictures/red boat.png') }]);
    assert.equal(edit.size, 1);
    await withoutAsking(edit);
    assert.equal(await textOf(), '![A boat](pictures/red%20boat.png?v=2)');
  });

  it('keeps code whole whatever the new name is', async () => {
    const { at, boat, textOf, open } = await careScene(
      "import a from './images/boat.png';",
      'a.ts',
    );
    await withoutAsking(await open().editsFor([{ from: boat, to: at("images/it's a boat.png") }]));
    assert.equal(await textOf(), "import a from './images/it\\'s a boat.png';");
  });

  it('leaves code alone that has changed since it was looked through', async () => {
    const { at, boat } = await careScene();
    const project = plainProject(at('.').path);
    const placed = await placedIn(at('page.md'), project);
    const change = new vscode.WorkspaceEdit();
    change.insert(at('page.md'), new vscode.Position(0, 0), '# ');
    await vscode.workspace.applyEdit(change);
    const ports = {
      index: { referencesTo: () => placed },
      projects: { of: () => Promise.resolve(project) },
    };
    const moves = [{ from: boat, to: at('images/ship.png') }];
    const metadata = { label: 'Follow', needsConfirmation: false };
    assert.equal((await editsForMoves(moves, [boat], ports, metadata)).size, 0);
  });

  it('lets code, history and lock follow a renamed folder', async () => {
    const { at, boat, textOf, open, noted, assets } = await careScene(
      '<img src="images/boat.png" alt="">',
      'page.html',
    );
    const moves = [{ from: at('images'), to: at('art') }];
    const care = open();
    await withoutAsking(await care.editsFor(moves));
    await care.follow(moves);
    assert.equal(await textOf(), '<img src="art/boat.png" alt="">');
    assert.equal(assets()[0]?.uri, at('art/boat.png').toString());
    assert.deepEqual(noted, [`${at('images').path} → ${at('art').path}`]);
    assert.ok(await exists(boat));
  });

  it('leaves code alone that moves together with its images', async () => {
    const { at, open } = await careScene();
    const folder = at('.');
    const moved = folder.with({ path: `${folder.path.replace(/\/$/, '')}-moved` });
    const from = folder.with({ path: folder.path.replace(/\/$/, '') });
    assert.equal((await open().editsFor([{ from, to: moved }])).size, 0);
  });

  it('leaves root URLs alone where their whole site moves', async () => {
    const { at, open } = await careScene('<img src="/boat.png" alt="">', 'site/page.html', {
      boat: 'site/public/boat.png',
      // As the disk has it: nothing lies at the new place before the move.
      of: ({ path }, root) =>
        path.startsWith(`${root}/site/`)
          ? { root: `${root}/site`, kind: 'vite', servedFolders: ['public'] }
          : plainProject(root),
    });
    const moves = [{ from: at('site'), to: at('shop') }];
    assert.equal((await open().editsFor(moves)).size, 0);
  });

  it('leaves code alone where the setting says so, and for files that were not generated', async () => {
    const { at, boat, open } = await careScene();
    await withSetting('updateReferences', 'never', async () => {
      assert.equal((await open().editsFor([{ from: boat, to: at('b.png') }])).size, 0);
    });
    const other = at('images/photo.png');
    assert.equal((await open().editsFor([{ from: other, to: at('b.png') }])).size, 0);
  });

  it('changes code at once where the setting says so', async () => {
    const { at, boat, textOf, open } = await careScene();
    await withSetting('updateReferences', 'always', async () => {
      assert.equal((await open().editsFor([{ from: boat, to: at('b.png') }])).size, 0);
    });
    assert.equal(await textOf(), '![A boat](b.png?v=2)');
  });

  it('takes away with a deleted file what stands there for it, and the lock’s entry', async () => {
    const { at, boat, textOf, open, noted } = await careScene(
      '# Boats\n\n![A boat](images/boat.png)\n',
    );
    const edit = await open().editsForDeleting([at('images')]);
    await withoutAsking(edit);
    assert.equal(await textOf(), '# Boats\n\n\n');
    await open().forget([boat]);
    assert.deepEqual(noted, [`- ${boat.path}`]);
  });

  it('finds by its bytes what was moved outside the editor, and follows what is ticked', async () => {
    const { at, boat, textOf, open, assets, told } = await careScene();
    const elsewhere = at('archive/old boat.png');
    await vscode.workspace.fs.writeFile(at('images/other.png'), bytesOf(`another of ${boat.path}`));
    await vscode.workspace.fs.rename(boat, elsewhere);
    const care = open();
    const moves = (await care.movedImages()).filter(({ from }) => from.path === boat.path);
    assert.deepEqual(
      moves.map(({ to }) => to.path),
      [elsewhere.path],
    );
    await care.offerMoved(moves);
    assert.equal(assets()[0]?.uri, elsewhere.toString());
    assert.equal(await textOf(), '![A boat](archive/old%20boat.png?v=2)');
    await care.offerMoved([]);
    assert.deepEqual(told, [
      'No generated image was moved: each lies where it was saved, or is gone.',
    ]);
  });

  it('follows what was moved outside the editor without the code, where the person wants that', async () => {
    const { at, boat, textOf, open, assets } = await careScene();
    const moves = [{ from: boat, to: at('other.png') }];
    await vscode.workspace.fs.rename(boat, at('other.png'));
    const asked: number[] = [];
    const askForReferences = (files: number) => {
      asked.push(files);
      return Promise.resolve('leave' as const);
    };
    await open({ askForReferences }).offerMoved(moves);
    assert.deepEqual(asked, [1]);
    assert.equal(assets()[0]?.uri, at('other.png').toString());
    assert.equal(await textOf(), '![A boat](images/boat.png?v=2)');
  });

  it('follows nothing that nobody ticks', async () => {
    const { at, boat, open, assets } = await careScene();
    await vscode.workspace.fs.rename(boat, at('other.png'));
    const care = open({ pickMoves: () => Promise.resolve([]) });
    await care.offerMoved(await care.movedImages());
    assert.equal(assets()[0]?.uri, boat.toString());
  });

  it('cleans up what no code names, once the person is sure', async () => {
    const { boat, open, assets, told } = await careScene('Nothing here.');
    // What other tests have generated is none of its business.
    const pickUnused = (files: readonly vscode.Uri[]) =>
      Promise.resolve(files.filter(({ path }) => path === boat.path));
    await open({ pickUnused, confirmDeleting: () => Promise.resolve(false) }).cleanUp();
    assert.ok(await exists(boat));
    await open({ pickUnused }).cleanUp();
    assert.equal(await exists(boat), false);
    assert.deepEqual(assets(), []);
    assert.deepEqual(told, ['Images deleted: 1.']);
  });

  it('takes nothing for unused that code names', async () => {
    const { boat, open } = await careScene();
    let offered: readonly vscode.Uri[] = [];
    const pickUnused = (files: readonly vscode.Uri[]) => {
      offered = files;
      return Promise.resolve(undefined);
    };
    await open({ pickUnused }).cleanUp();
    assert.ok(!offered.some(({ path }) => path === boat.path));
  });
});
