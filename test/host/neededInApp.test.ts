import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { findReferences } from '../../src/core/code/findReferences';
import { pathWithin } from '../../src/core/code/paths';
import { listAsset } from '../../src/host/code/pubspecAssets';
import { neededFiles } from '../../src/host/needed/neededFile';
import { NeededMaker } from '../../src/host/needed/neededMaker';
import { orderNeeded } from '../../src/host/needed/neededOrder';
import { PlaceholderPlaces } from '../../src/host/needed/placeholderPlaces';
import { freshFolder, workspaceFolder } from './support/flux';
import { folderWith, insertionWith } from './support/insertion';
import { indexOf, neededImage } from './support/neededImages';
import { Scene } from './support/scene';

const URL = 'https://placehold.co/64x64';
const PUBSPEC = 'name: a\n\nflutter:\n  uses-material-design: true\n';

describe('making needed images of an app', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set();
  });
  afterEach(() => scene.end());

  /** Makes the picture of the one placeholder in an app's code; what stands there then. */
  async function make(code: string) {
    const folder = await folderWith({ 'pubspec.yaml': PUBSPEC, 'lib/main.dart': code });
    const document = vscode.Uri.joinPath(folder, 'lib/main.dart');
    const [reference] = await findReferences('dart', code, document.path);
    assert.ok(reference);
    const needed = {
      ...(await neededImage(document, URL, { ...reference, file: '../assets/boat.png' })),
      language: 'dart',
    } as const;
    const { projects } = insertionWith();
    const { generation, deriveFile } = scene.open();
    const maker = new NeededMaker({
      index: indexOf([needed]),
      writePath: (file) => Promise.resolve(pathWithin(folder.path, file.path)),
      listAsset: (file, place) => listAsset(file, place, projects),
      runAll: (orders, signal) => generation.runAll(orders, signal),
      deriveFile,
    });
    const orders = neededFiles([needed]).map((image) => orderNeeded(image));
    const [result] = await maker.make(orders, new AbortController().signal);
    projects.dispose();
    assert.ok(result?.kind === 'made', JSON.stringify(result));
    const textOf = async (name: string) =>
      new TextDecoder().decode(
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)),
      );
    return {
      unchanged: result.unchanged,
      code: await textOf('lib/main.dart'),
      pubspec: await textOf('pubspec.yaml'),
    };
  }

  it('an image of the web becomes one of the app, which packs it', async () => {
    assert.deepEqual(await make(`final a = Image.network('${URL}', width: 64);\n`), {
      unchanged: 0,
      code: "final a = Image.asset('assets/boat.png', width: 64);\n",
      pubspec: PUBSPEC.replace('  uses', '  assets:\n    - assets/boat.png\n  uses'),
    });
  });

  it('what is made for an app or for docs lies within them, elsewhere in the workspace’s folder', async () => {
    const root = freshFolder();
    const document = vscode.Uri.joinPath(root, 'lib/main.dart');
    const [reference] = await findReferences('dart', `Image.network('${URL}')`, document.path);
    assert.ok(reference);
    const places = (['flutter', 'sphinx', 'plain'] as const).map(async (kind) => {
      const project = { root: root.path, kind, servedFolders: [] };
      const images = { has: () => Promise.resolve(false) };
      const file = await new PlaceholderPlaces(images).fileFor(reference, document, project);
      return vscode.Uri.joinPath(file, '..').toString();
    });
    const [own, shared] = [root, workspaceFolder()].map((folder) =>
      vscode.Uri.joinPath(folder, 'assets').toString(),
    );
    assert.deepEqual(await Promise.all(places), [own, own, shared]);
  });

  it('what takes web addresses alone is left as it is, and that is told', async () => {
    const code = `final a = Image.network('${URL}', headers: {});\n`;
    const made = await make(code);
    assert.deepEqual([made.unchanged, made.code], [1, code]);
  });
});
