import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';

import * as vscode from 'vscode';

import { freshFolder, namesIn } from './support/flux';
import { Scene } from './support/scene';
import { smallOrder } from './support/smallOrder';

const never = new AbortController().signal;

describe('a picture that could not be saved', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  /** A picture that is kept among the unsaved, for a file is in its folder's place. */
  async function kept() {
    scene = await Scene.set();
    const blocked = freshFolder();
    await vscode.workspace.fs.writeFile(blocked, new Uint8Array());
    const window = scene.open();
    const target = vscode.Uri.joinPath(blocked, 'folder');
    const { failures } = await window.generation.run(smallOrder({ target: target }), never);
    const [task] = window.tasks.all;
    assert.ok(failures[0]?.code === 'save-failed' && task);
    const keptAt = vscode.Uri.parse(failures[0].keptAt ?? '', true);
    return { ...window, failure: failures[0], keptAt, id: task.id };
  }

  it('is kept, said so, and put where a person chooses', async () => {
    const { ended, history, tasks, failure, keptAt, id } = await kept();
    assert.equal(failure.charged, 'yes');
    const bytes = await vscode.workspace.fs.readFile(keptAt);
    const folder = freshFolder();
    const { path } = await ended.suggestTarget(id);
    const target = vscode.Uri.joinPath(folder, path.slice(path.lastIndexOf('/') + 1));
    const uri = await ended.saveTo(id, target);
    assert.equal(uri.toString(), target.toString());
    assert.deepEqual(await vscode.workspace.fs.readFile(uri), bytes);
    assert.deepEqual([history.all[0]?.uri, tasks.all.length], [uri.toString(), 0]);
    assert.equal((await scene.entries()).size, 0);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(keptAt)));
    assert.deepEqual((await namesIn(folder)).length, 1);
    assert.equal(scene.posts, 1);
  });

  it('survives a reload, with Save to…', async () => {
    const { id } = await kept();
    const again = scene.open();
    await again.recovery.look();
    const [task] = again.tasks.all;
    assert.ok(task?.state.phase === 'failed' && task.state.failure.keptAt !== undefined);
    await again.ended.saveTo(id, vscode.Uri.joinPath(freshFolder(), 'boat.jpg'));
    assert.equal(again.history.all.length, 1);
  });

  it('goes over the file that was chosen, and over no other', async () => {
    const { ended, id, keptAt } = await kept();
    const folder = freshFolder();
    const own = keptAt.path.slice(keptAt.path.lastIndexOf('.'));
    const foreign = own === '.webp' ? '.png' : '.webp';
    const chosen = vscode.Uri.joinPath(folder, `boat${foreign}`);
    await vscode.workspace.fs.writeFile(chosen, Uint8Array.of(1));
    const uri = await ended.saveTo(id, chosen);
    assert.ok(uri.path.endsWith(`boat${own}`));
    assert.deepEqual([...(await vscode.workspace.fs.readFile(chosen))], [1]);

    const second = await kept();
    const picture = await vscode.workspace.fs.readFile(second.keptAt);
    const taken = vscode.Uri.joinPath(folder, `boat${own}`);
    await vscode.workspace.fs.writeFile(taken, Uint8Array.of(2));
    assert.equal((await second.ended.saveTo(second.id, taken)).toString(), taken.toString());
    assert.deepEqual([...(await vscode.workspace.fs.readFile(taken))], [...picture]);
    assert.deepEqual(await namesIn(folder), [`boat${own}`, `boat${foreign}`].sort());
  });

  it('stays kept where the new place cannot be written either, or its bytes are gone', async () => {
    const { ended, id, keptAt } = await kept();
    const file = freshFolder();
    await vscode.workspace.fs.writeFile(file, new Uint8Array());
    await assert.rejects(ended.saveTo(id, vscode.Uri.joinPath(file, 'folder', 'boat.jpg')));
    assert.equal((await scene.entries()).get(id)?.state.phase, 'ended');
    await vscode.workspace.fs.stat(keptAt);
    await rm(keptAt.fsPath);
    await assert.rejects(ended.saveTo(id, vscode.Uri.joinPath(freshFolder(), 'boat.jpg')));
    assert.equal((await scene.entries()).get(id)?.state.phase, 'ended');
  });

  it('is added to the history though its provider cannot be used any more', async () => {
    const { id } = await kept();
    const resolve = () => {
      throw new Error('Not set up.');
    };
    const { ended, history } = scene.open({ resolve });
    await ended.saveTo(id, vscode.Uri.joinPath(freshFolder(), 'boat.jpg'));
    assert.equal(history.all.length, 1);
    assert.equal((await scene.entries()).size, 0);
  });
});
