import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import { MissingFiles } from '../../src/host/assets/missingFiles';
import { MemoryFileSystem } from './support/memoryFileSystem';

const scheme = 'missing-files';

/** A disk that tells what it was asked, of which one folder is out of reach, and for which case is nothing. */
class AskedFileSystem extends MemoryFileSystem {
  readonly read: string[] = [];
  readonly asked: string[] = [];

  override readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.read.push(uri.path);
    if (uri.path === '/away') throw vscode.FileSystemError.Unavailable(uri);
    if (uri.path === '/gone') throw vscode.FileSystemError.FileNotFound(uri);
    return super.readDirectory(uri);
  }

  override stat(uri: vscode.Uri): vscode.FileStat {
    this.asked.push(uri.path);
    return super.stat(uri.with({ path: uri.path.replace('Owl', 'owl') }));
  }
}

/** As many pictures of a folder as the history has of it. */
function assetsIn(folder: string, count: number): readonly Asset[] {
  return Array.from({ length: count }, (_, index) =>
    assetAt(`${folder}/a picture-${String(index)}.png`),
  );
}

function assetAt(path: string): Asset {
  return {
    id: path,
    uri: vscode.Uri.from({ scheme, path }).toString(),
    provider: 'demo',
    model: 'flux-2-pro',
    prompt: 'An owl',
    parameters: {},
    taskId: path,
    width: 64,
    height: 64,
    format: 'png',
    createdAt: 1,
  };
}

describe('which files of the history are gone', () => {
  let disk: AskedFileSystem;
  let registration: vscode.Disposable;

  beforeEach(() => {
    disk = new AskedFileSystem();
    registration = vscode.workspace.registerFileSystemProvider(scheme, disk);
  });

  afterEach(() => {
    registration.dispose();
  });

  /** The paths of those of which the history says that they are gone. */
  async function goneOf(all: readonly Asset[]): Promise<readonly string[]> {
    const files = new MissingFiles({ all, load: () => Promise.resolve() });
    await files.refresh();
    const gone = all.filter(({ id }) => files.has(id)).map(({ id }) => id);
    files.dispose();
    return gone;
  }

  it('is told by one look at each folder, however many lie in it', async () => {
    const all = [...assetsIn('/site/a', 300), ...assetsIn('/site/b', 300)];
    for (const { id } of all) disk.files.set(id, Uint8Array.of(1));
    disk.files.delete('/site/b/a picture-7.png');
    assert.deepEqual(await goneOf(all), ['/site/b/a picture-7.png']);
    assert.deepEqual(disk.read.toSorted(), ['/site/a', '/site/b']);
    assert.deepEqual(disk.asked, []);
  });

  it('is told of a few in a folder without reading all of it', async () => {
    const all = assetsIn('/downloads', 2);
    disk.files.set('/downloads/a picture-1.png', Uint8Array.of(1));
    assert.deepEqual(await goneOf(all), ['/downloads/a picture-0.png']);
    assert.deepEqual(disk.read, []);
  });

  it('are all of a folder that is gone, and none of one that is out of reach', async () => {
    const gone = assetsIn('/gone', 9);
    const all = [...gone, ...assetsIn('/away', 9)];
    assert.deepEqual(
      await goneOf(all),
      gone.map(({ id }) => id),
    );
  });

  it('is left to the disk where a name differs in case alone', async () => {
    const all = [...assetsIn('/site', 9), assetAt('/site/Owl.png'), assetAt('/site/Fox.png')];
    for (const { id } of all.slice(0, 9)) disk.files.set(id, Uint8Array.of(1));
    disk.files.set('/site/owl.png', Uint8Array.of(1));
    disk.files.set('/site/fox.png', Uint8Array.of(1));
    assert.deepEqual(await goneOf(all), ['/site/Fox.png']);
    assert.deepEqual(disk.asked.toSorted(), ['/site/Fox.png', '/site/Owl.png']);
  });
});
