import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import * as vscode from 'vscode';

import type { AssetPart } from '../../src/host/assets/assetPart';
import { AssetWriter } from '../../src/host/assets/assetWriter';
import { freshFolder, namesIn } from './support/flux';
import { oneAtATime } from './support/oneAtATime';

const pieces = [randomBytes(70_000), randomBytes(1), randomBytes(200_000)];
const whole = Buffer.concat(pieces);

/** A part with all the pieces in it. */
async function filled(writer: AssetWriter, folder: vscode.Uri): Promise<AssetPart> {
  const part = await writer.open(folder, 'task-1');
  for (const piece of pieces) await part.append(piece);
  return part;
}

async function assertHolds(uri: vscode.Uri, bytes: Uint8Array = whole): Promise<void> {
  assert.ok(Buffer.from(await vscode.workspace.fs.readFile(uri)).equals(bytes), uri.toString());
}

/** The names of all that lies there, as the disk has them. */
async function nothingButIn(folder: vscode.Uri, ...names: string[]): Promise<void> {
  assert.deepEqual(await namesIn(folder), names.sort());
}

describe('a part on the disk', () => {
  const writer = new AssetWriter(freshFolder(), oneAtATime());

  it('lies hidden beside its target until it is claimed, bit by bit the same', async () => {
    const folder = freshFolder();
    const part = await filled(writer, folder);
    const [name = ''] = await namesIn(folder);
    assert.match(name, /^\.[0-9a-f]{12}-[0-9a-f]{12}\.flux-part$/);
    assert.equal(part.length, whole.length);
    assert.equal(await part.digest(), createHash('sha256').update(whole).digest('hex'));
    const uri = await part.claim('hero', 'png');
    assert.equal(uri.toString(), vscode.Uri.joinPath(folder, 'hero.png').toString());
    await assertHolds(uri);
    await part.discard();
    await nothingButIn(folder, 'hero.png');
  });

  it('starts anew when it is cleared', async () => {
    const folder = freshFolder();
    const part = await filled(writer, folder);
    await part.clear();
    assert.equal(part.length, 0);
    await part.append(pieces[1] ?? Buffer.of());
    assert.equal(
      await part.digest(),
      createHash('sha256')
        .update(pieces[1] ?? '')
        .digest('hex'),
    );
    await assertHolds(await part.claim('hero', 'png'), pieces[1]);
  });

  it('gives writers that race for one name a name each', async () => {
    const folder = freshFolder();
    const parts = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const part = await writer.open(folder, 'task-1');
        await part.append(Buffer.of(index, index));
        return part;
      }),
    );
    // Each has seen the name free before any has taken it.
    let waiting = parts.length;
    let go: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (go = resolve));
    const uris = await Promise.all(
      parts.map((part) =>
        part.claim('hero', 'png', async () => {
          waiting -= 1;
          if (waiting === 0) go();
          await all;
        }),
      ),
    );
    assert.equal(new Set(uris.map(String)).size, parts.length);
    await Promise.all(uris.map((uri, index) => assertHolds(uri, Buffer.of(index, index))));
    assert.equal((await namesIn(folder)).length, parts.length);
  });

  it('passes over names that are taken before it tells of one', async () => {
    const folder = freshFolder();
    const part = await filled(writer, folder);
    await writeFile(join(folder.fsPath, 'hero.png'), 'mine');
    await symlink('nowhere', join(folder.fsPath, 'hero-2.png'));
    const heard: string[] = [];
    const uri = await part.claim('hero', 'png', async (name) => {
      await assert.rejects(async () => vscode.workspace.fs.stat(name));
      heard.push(basename(name.fsPath));
    });
    assert.deepEqual(heard, ['hero-3.png']);
    assert.equal(basename(uri.fsPath), 'hero-3.png');
    assert.equal(await readFile(join(folder.fsPath, 'hero.png'), 'utf8'), 'mine');
  });

  it('takes no name that nobody may hear of, and can be claimed again', async () => {
    const folder = freshFolder();
    const part = await filled(writer, folder);
    const claim = part.claim('hero', 'png', () => Promise.reject(new Error('not now')));
    await assert.rejects(claim, /not now/);
    assert.equal((await namesIn(folder)).length, 1);
    await assertHolds(await part.claim('hero', 'png'));
  });

  it('is gone when it is discarded, whatever is still being written', async () => {
    const folder = freshFolder();
    const part = await writer.open(folder, 'task-1');
    const appended = part.append(whole);
    await part.discard();
    await appended;
    await nothingButIn(folder);
    await part.discard();
  });

  it('takes its pieces in the order of the calls', async () => {
    const part = await writer.open(freshFolder(), 'task-1');
    const [uri] = await Promise.all([
      Promise.all(pieces.map((piece) => part.append(piece))).then(() => part.claim('hero', 'png')),
      part.digest(),
    ]);
    await assertHolds(uri);
  });

  it('survives its folder', async () => {
    const folder = freshFolder();
    const part = await writer.open(folder, 'task-1');
    await part.append(pieces[0] ?? Buffer.of());
    await rm(folder.fsPath, { recursive: true });
    await part.append(pieces[1] ?? Buffer.of());
    await part.append(pieces[2] ?? Buffer.of());
    await assertHolds(await part.claim('hero', 'png'));
    await nothingButIn(folder, 'hero.png');
  });

  it('rejects with the file system’s own words where a folder cannot be, and can be moved from there', async () => {
    const folder = freshFolder();
    await writeFile(folder.fsPath, 'a file');
    await assert.rejects(writer.open(vscode.Uri.joinPath(folder, 'deeper'), 'task-1'), {
      code: 'ENOTDIR',
    });
    await rm(folder.fsPath);
    const part = await filled(writer, folder);
    await rm(folder.fsPath, { recursive: true });
    await writeFile(folder.fsPath, 'a file');
    await assert.rejects(part.claim('hero', 'png'), { code: 'ENOTDIR' });
    await assert.rejects(part.moveTo(vscode.Uri.joinPath(folder, 'deeper')), { code: 'ENOTDIR' });
    const kept = freshFolder();
    await assertHolds(await (await part.moveTo(kept)).claim('task-1', 'png'));
    await nothingButIn(kept, 'task-1.png');
  });

  it('moves whole into another folder, and goes on there', async () => {
    const [folder, other] = [freshFolder(), freshFolder()];
    const part = await writer.open(folder, 'task-1');
    await part.append(whole);
    const moved = await part.moveTo(other);
    await part.discard();
    await nothingButIn(folder);
    await moved.append(Buffer.of(1));
    const all = Buffer.concat([whole, Buffer.of(1)]);
    assert.equal(await moved.digest(), createHash('sha256').update(all).digest('hex'));
    await assertHolds(await moved.claim('hero', 'png'), all);
    await nothingButIn(other, 'hero.png');
  });
});

describe('a file that is reopened', () => {
  const writer = new AssetWriter(freshFolder(), oneAtATime());

  async function kept(): Promise<vscode.Uri> {
    const folder = freshFolder();
    await mkdir(folder.fsPath);
    const uri = vscode.Uri.joinPath(folder, 'task-1.png');
    await writeFile(uri.fsPath, whole);
    return uri;
  }

  it('is claimed elsewhere, and stays where it is', async () => {
    const uri = await kept();
    const target = freshFolder();
    const part = await writer.reopen(uri);
    assert.equal(part.length, whole.length);
    assert.equal(await part.digest(), createHash('sha256').update(whole).digest('hex'));
    await assertHolds(await (await part.moveTo(target)).claim('hero', 'png'));
    await nothingButIn(target, 'hero.png');
    await assertHolds(uri);
    await assertHolds(await (await writer.reopen(uri)).claim('task-1', 'png'));
    await nothingButIn(vscode.Uri.joinPath(uri, '..'), 'task-1.png', 'task-1-2.png');
  });

  it('stays whatever happens to its copy', async () => {
    const uri = await kept();
    const target = freshFolder();
    const moved = await (await writer.reopen(uri)).moveTo(target);
    await assertHolds(uri);
    await moved.discard();
    await assertHolds(uri);
    await nothingButIn(target);
    await (await writer.reopen(uri)).discard();
    await assertHolds(uri);
  });

  it('is refused where there is none', async () => {
    await assert.rejects(writer.reopen(vscode.Uri.joinPath(freshFolder(), 'a.png')), {
      code: 'ENOENT',
    });
  });
});
