import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import * as vscode from 'vscode';

import { AssetWriter } from '../../src/host/assets/assetWriter';
import { freshFolder, namesIn } from './support/flux';
import { useMemoryFileSystem } from './support/memoryFileSystem';
import { oneAtATime } from './support/oneAtATime';

const whole = randomBytes(100_000);

function assertWhole(bytes: Uint8Array): void {
  assert.ok(whole.equals(bytes), `${String(bytes.length)} bytes`);
}

describe('a part for a folder that is on no disk', () => {
  const memory = useMemoryFileSystem('fluxparts');
  const partsFolder = freshFolder();
  const locks: string[] = [];
  const writer = new AssetWriter(partsFolder, oneAtATime(locks));
  const folderOf = (name: string) => vscode.Uri.parse(`fluxparts:/${name}`);

  async function filled(folder: vscode.Uri, bytes: Uint8Array = whole) {
    const part = await writer.open(folder, 'task-1');
    await part.append(bytes);
    return part;
  }

  it('lies among the parts, and is written at once, under the folder’s lock', async () => {
    const folder = folderOf('assets');
    const part = await filled(folder);
    assert.equal((await namesIn(partsFolder)).length, 1);
    const uri = await part.claim('hero', 'png');
    assertWhole(memory.readFile(uri));
    assert.deepEqual(await namesIn(partsFolder), []);
    assert.equal(locks.at(-1), folder.toString());
  });

  it('gives writers that race for one name a name each', async () => {
    const folder = folderOf('many');
    const parts = await Promise.all(
      Array.from({ length: 8 }, (_, index) => filled(folder, Buffer.of(index))),
    );
    const heard: string[] = [];
    const uris = await Promise.all(
      parts.map((part) =>
        part.claim('hero', 'png', (uri) => Promise.resolve(void heard.push(uri.path))),
      ),
    );
    assert.equal(new Set(uris.map(String)).size, 8);
    assert.deepEqual(
      uris.map((uri) => memory.readFile(uri)[0]),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    assert.equal(heard.length, 8);
  });

  it('removes the beginning that a failed write left, and stays to be moved', async () => {
    const folder = folderOf('full');
    const part = await filled(folder);
    memory.mostBytes = 1000;
    await assert.rejects(part.claim('hero', 'png'), /NoSpace/);
    delete memory.mostBytes;
    assert.deepEqual(memory.readDirectory(folder), []);
    const kept = freshFolder();
    const uri = await (await part.moveTo(kept)).claim('task-1', 'png');
    assertWhole(await vscode.workspace.fs.readFile(uri));
    assert.deepEqual(await namesIn(partsFolder), []);
  });

  it('leaves alone what was not there before, but is not of ours', async () => {
    const folder = folderOf('others');
    const part = await filled(folder);
    memory.mostBytes = 1000;
    const claim = part.claim('hero', 'png', (uri) => {
      memory.onFailure = () => {
        memory.files.set(uri.path, Buffer.from('theirs'));
      };
      return Promise.resolve();
    });
    await assert.rejects(claim, /NoSpace/);
    delete memory.mostBytes;
    delete memory.onFailure;
    assert.equal(
      Buffer.from(memory.readFile(vscode.Uri.joinPath(folder, 'hero.png'))).toString(),
      'theirs',
    );
    await part.discard();
  });

  it('is reopened from there, and goes there from a disk', async () => {
    const uri = await (await filled(folderOf('from'))).claim('a', 'png');
    const disk = freshFolder();
    const onDisk = await (await (await writer.reopen(uri)).moveTo(disk)).claim('b', 'png');
    assertWhole(memory.readFile(uri));
    const back = await (await writer.reopen(onDisk)).moveTo(folderOf('back'));
    assertWhole(memory.readFile(await back.claim('c', 'png')));
    assert.deepEqual(await namesIn(disk), ['b.png']);
    assert.deepEqual(await namesIn(partsFolder), []);
  });

  it('has a place on the disk even where the storage has none', async () => {
    const homeless = new AssetWriter(folderOf('storage'), oneAtATime());
    const part = await homeless.open(folderOf('assets'), 'task-1');
    await part.append(whole);
    assertWhole(memory.readFile(await part.claim('homeless', 'png')));
  });
});
