import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import { findReferences } from '../../src/core/code/findReferences';
import { languageOf } from '../../src/core/code/language';
import { filesMeantBy, plainProject, type Project } from '../../src/core/code/project';
import { fileDigest } from '../../src/host/assets/fileDigest';
import { exists } from '../../src/host/assets/files';
import { ImageCare, type ImageCarePorts } from '../../src/host/lifecycle/imageCare';
import type { PlacedReference } from '../../src/host/needed/imageIndex';
import { freshFolder, withSetting } from './support/flux';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A folder with a picture, a page that names it, and what takes care of them. */
async function scene(
  page = '![A boat](images/boat.png?v=2)',
  name = 'page.md',
  {
    boat: boatPath = 'images/boat.png',
    of = (_uri, root) => plainProject(root),
  }: {
    readonly boat?: string;
    readonly of?: (uri: vscode.Uri, root: string) => Project;
  } = {},
) {
  const folder = freshFolder();
  const at = (path: string) => vscode.Uri.joinPath(folder, path);
  const boat = at(boatPath);
  // Other tests' images lie in the same workspace, and are told by their bytes.
  await vscode.workspace.fs.writeFile(boat, bytesOf(`a boat in ${folder.path}`));
  await vscode.workspace.fs.writeFile(at(name), bytesOf(page));
  const asset: Asset = {
    id: 'one',
    uri: boat.toString(),
    provider: 'demo',
    model: 'flux-2-pro',
    prompt: 'A boat',
    parameters: {},
    taskId: 'task-1',
    width: 64,
    height: 64,
    format: 'png',
    createdAt: 1,
    digest: await fileDigest(boat),
  };
  const noted: string[] = [];
  const told: string[] = [];
  let assets: readonly Asset[] = [asset];
  const ports: ImageCarePorts = {
    history: {
      get all() {
        return assets;
      },
      update: (changed) => {
        assets = assets.map((each) => (each.id === changed.id ? changed : each));
        return Promise.resolve();
      },
      remove: (id) => {
        assets = assets.filter((each) => each.id !== id);
        return Promise.resolve();
      },
    },
    locks: {
      move: (from, to) => Promise.resolve(void noted.push(`${from.path} → ${to.path}`)),
      remove: (file) => Promise.resolve(void noted.push(`- ${file.path}`)),
    },
    projects: { of: (uri) => Promise.resolve(of(uri, folder.path)) },
    index: async () => {
      const placed = await placedIn(at(name), of(at(name), folder.path));
      return {
        onDidChange: new vscode.EventEmitter<void>().event,
        needed: [],
        extent: { files: 1, references: placed.length, hasMoreFiles: false, hasMoreNeeded: false },
        referencesTo: (file) => placed.filter((each) => each.file.path === file.path),
        settled: () => Promise.resolve(),
        scan: () => Promise.resolve(),
        dispose: () => undefined,
      };
    },
    l10n: vscode.l10n,
    dialogs: {
      pickMoves: (moves) => Promise.resolve(moves),
      pickUnused: (files) => Promise.resolve(files),
      confirmDeleting: () => Promise.resolve(true),
      tell: (message) => told.push(message),
    },
  };
  const textOf = async () => (await vscode.workspace.openTextDocument(at(name))).getText();
  const open = (more: Partial<ImageCarePorts['dialogs']> = {}) =>
    new ImageCare({ ...ports, dialogs: { ...ports.dialogs, ...more } });
  return { at, boat, noted, told, textOf, open, assets: () => assets };
}

async function placedIn(
  document: vscode.Uri,
  project: Project,
): Promise<readonly PlacedReference[]> {
  const opened = await vscode.workspace.openTextDocument(document);
  const language = languageOf(document.path);
  const found = await findReferences(language, opened.getText(), document.path);
  return found.map((reference) => ({
    document,
    language,
    reference,
    range: new vscode.Range(opened.positionAt(reference.start), opened.positionAt(reference.end)),
    file: document.with({
      path: filesMeantBy(reference, { path: document.path, language }, project)[0] ?? '',
    }),
  }));
}

describe('the life of a generated image', () => {
  it('lets code follow a renamed file, its query too', async () => {
    const { at, boat, textOf, open } = await scene();
    const edit = await open().editsFor([{ from: boat, to: at('pictures/red boat.png') }]);
    assert.equal(edit.size, 1);
    await withoutAsking(edit);
    assert.equal(await textOf(), '![A boat](pictures/red%20boat.png?v=2)');
  });

  it('lets code, history and lock follow a renamed folder', async () => {
    const { at, boat, textOf, open, noted, assets } = await scene(
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
    const { at, open } = await scene();
    const folder = at('.');
    const moved = folder.with({ path: `${folder.path.replace(/\/$/, '')}-moved` });
    const from = folder.with({ path: folder.path.replace(/\/$/, '') });
    assert.equal((await open().editsFor([{ from, to: moved }])).size, 0);
  });

  it('leaves root URLs alone where their whole site moves', async () => {
    const { at, open } = await scene('<img src="/boat.png" alt="">', 'site/page.html', {
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
    const { at, boat, open } = await scene();
    await withSetting('updateReferences', 'never', async () => {
      assert.equal((await open().editsFor([{ from: boat, to: at('b.png') }])).size, 0);
    });
    const other = at('images/photo.png');
    assert.equal((await open().editsFor([{ from: other, to: at('b.png') }])).size, 0);
  });

  it('takes away with a deleted file what stands there for it, and the lock’s entry', async () => {
    const { at, boat, textOf, open, noted } = await scene(
      '# Boats\n\n![A boat](images/boat.png)\n',
    );
    const edit = await open().editsForDeleting([at('images')]);
    await withoutAsking(edit);
    assert.equal(await textOf(), '# Boats\n\n\n');
    await open().forget([boat]);
    assert.deepEqual(noted, [`- ${boat.path}`]);
  });

  it('finds by its bytes what was moved outside the editor, and follows what is ticked', async () => {
    const { at, boat, textOf, open, assets, told } = await scene();
    const elsewhere = at('archive/old boat.png');
    await vscode.workspace.fs.writeFile(at('images/other.png'), bytesOf(`another of ${boat.path}`));
    await vscode.workspace.fs.rename(boat, elsewhere);
    const care = open();
    const moves = (await care.movedImages()).filter(({ from }) => from.path === boat.path);
    assert.deepEqual(
      moves.map(({ to }) => to.path),
      [elsewhere.path],
    );
    await withSetting('updateReferences', 'always', async () => {
      await care.offerMoved(moves);
    });
    assert.equal(assets()[0]?.uri, elsewhere.toString());
    assert.equal(await textOf(), '![A boat](archive/old%20boat.png?v=2)');
    await care.offerMoved([]);
    assert.deepEqual(told, [
      'No generated image was moved: each lies where it was saved, or is gone.',
    ]);
  });

  it('follows nothing that nobody ticks', async () => {
    const { at, boat, open, assets } = await scene();
    await vscode.workspace.fs.rename(boat, at('other.png'));
    const care = open({ pickMoves: () => Promise.resolve([]) });
    await care.offerMoved(await care.movedImages());
    assert.equal(assets()[0]?.uri, boat.toString());
  });

  it('cleans up what no code names, once the person is sure', async () => {
    const { boat, open, assets, told } = await scene('Nothing here.');
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
    const { boat, open } = await scene();
    let offered: readonly vscode.Uri[] = [];
    const pickUnused = (files: readonly vscode.Uri[]) => {
      offered = files;
      return Promise.resolve(undefined);
    };
    await open({ pickUnused }).cleanUp();
    assert.ok(!offered.some(({ path }) => path === boat.path));
  });
});

/** Nobody is there to confirm: the same changes, without asking. */
async function withoutAsking(edit: vscode.WorkspaceEdit): Promise<void> {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  assert.ok(await vscode.workspace.applyEdit(plain));
}
