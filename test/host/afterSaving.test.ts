import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readPictureHeader } from '../../src/core/assets/pictureHeader';
import type { JournalEntry } from '../../src/core/tasks/journalEntry';
import { exists } from '../../src/host/assets/files';
import { afterSaving, type UnmadeFile } from '../../src/host/tasks/afterSaving';
import { journalEntry } from '../support/journalEntry';
import { unlockedDeriver } from './support/fileDeriver';
import { assetAt } from './support/insertion';
import { noPlaceholders } from './support/noPlaceholders';
import { pictureBytes } from './support/pictures';
import { Scene } from './support/scene';
import { smallOrder } from './support/smallOrder';

const recipe = { format: 'webp', width: 40, height: 20, fit: 'cover' } as const;

describe('the file that is made of a paid picture', () => {
  let scene: Scene;
  let file: vscode.Uri;
  beforeEach(async () => {
    scene = await Scene.set();
    file = vscode.Uri.joinPath(scene.target, 'banner.webp');
  });
  afterEach(() => scene.end());

  const made = () => ({ file: file.toString(), recipe });

  async function original(): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(scene.target, 'original.png');
    await vscode.workspace.fs.writeFile(uri, await pictureBytes(64, 64));
    return uri;
  }

  async function recover(state: JournalEntry['state']): Promise<void> {
    await scene.leave(scene.entry(state, { order: { made: made() } }));
    await scene.open().recovery.look();
    await scene.untilDone();
    assert.equal(scene.posts, 0);
  }

  async function assertMade(): Promise<void> {
    const header = readPictureHeader(await vscode.workspace.fs.readFile(file));
    assert.deepEqual([header?.format, header?.width, header?.height], ['webp', 40, 20]);
  }

  it('is in the record until it is made', async () => {
    const { generation } = scene.open();
    let seen: JournalEntry | undefined;
    const onSaved = async () => {
      [seen] = [...(await scene.entries()).values()];
    };
    const order = smallOrder({ made: { file, recipe }, onSaved });
    await generation.run(order, new AbortController().signal);
    assert.equal(seen?.state.phase, 'saved');
    assert.deepEqual(seen.order.made, made());
    assert.equal((await scene.entries()).size, 0);
  });

  it('is made after a crash before the picture had come', async () => {
    await recover(await scene.ready());
    await assertMade();
    assert.equal(await scene.pictures(), 1);
  });

  it('is made after a crash between the picture and it', async () => {
    const asset = assetAt(await original(), 'A red boat');
    await recover({ phase: 'saved', asset });
    await assertMade();
  });

  it('is not made over one that lies there', async () => {
    const asset = assetAt(await original(), 'A red boat');
    await vscode.workspace.fs.writeFile(file, Buffer.from('mine'));
    await recover({ phase: 'saved', asset });
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(file)).toString(), 'mine');
  });

  it('is told where it cannot be made', async () => {
    const unmade: UnmadeFile[] = [];
    const gone = vscode.Uri.joinPath(scene.target, 'gone.png');
    const { deriveFile } = unlockedDeriver(scene.globalStorage);
    const ports = {
      placeholders: noPlaceholders,
      deriveFile,
      onUnmade: (each: UnmadeFile) => unmade.push(each),
    };
    const { order } = journalEntry({ order: { made: made() } });
    await afterSaving(ports, order, assetAt(gone, 'A red boat'), undefined);
    assert.deepEqual(
      unmade.map((each) => [each.original.toString(), each.file.toString()]),
      [[gone.toString(), file.toString()]],
    );
    assert.notEqual(unmade[0]?.cause, '');
    assert.equal(await exists(file), false);
  });
});
