import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import * as vscode from 'vscode';

import type { EmbedLevel } from '../../src/core/assets/metadata/generationFacts';
import { readMetadata } from '../../src/core/assets/metadata/readMetadata';
import { embedFacts } from '../../src/host/assets/pictureFacts';
import { AssetWriter } from '../../src/host/assets/assetWriter';
import { freshFolder, namesIn, withSetting } from './support/flux';
import { oneAtATime } from './support/oneAtATime';
import { Scene } from './support/scene';

describe('how a picture was made, in its file', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  /** What the service delivered for a task that was Ready, and the file that came of it. */
  async function saved(level: EmbedLevel) {
    scene = await Scene.set();
    const ready = await scene.ready();
    const delivered = new Uint8Array(await (await fetch(ready.finished.sample)).arrayBuffer());
    await scene.leave(scene.entry(ready, { order: { prompt: 'A red boat' } }));
    let bytes = new Uint8Array();
    await withSetting('embedMetadata', level, async () => {
      const { recovery, history } = scene.open();
      await recovery.look();
      await scene.untilDone();
      const uri = vscode.Uri.parse(history.all[0]?.uri ?? '', true);
      bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri));
    });
    return { delivered, bytes };
  }

  it('is all that is known', async () => {
    const { delivered, bytes } = await saved('all');
    const { facts, digitalSourceType } = readMetadata(bytes);
    assert.equal(facts?.prompt, 'A red boat');
    assert.deepEqual([facts.model, facts.provider], ['flux-2-pro', 'bfl']);
    assert.match(digitalSourceType ?? '', /\/trainedAlgorithmicMedia$/);
    assert.ok(bytes.length > delivered.length);
  });

  it('is without the prompt where a person wants it so', async () => {
    const { facts } = readMetadata((await saved('withoutPrompt')).bytes);
    assert.deepEqual([facts?.model, facts?.prompt], ['flux-2-pro', undefined]);
  });

  it('is nothing where a person wants it so: byte by byte what the service sent', async () => {
    const { delivered, bytes } = await saved('none');
    assert.ok(Buffer.from(bytes).equals(delivered));
  });
});

describe('a part that is rewritten', () => {
  const writer = new AssetWriter(freshFolder(), oneAtATime());
  const asset = {
    id: '1',
    provider: 'bfl',
    model: 'flux-2-pro',
    prompt: 'A red boat',
    parameters: {},
    taskId: 't',
    width: 1,
    height: 1,
    format: 'png',
    createdAt: 1,
  } as const;

  it('holds the other bytes from then on, alone in its folder', async () => {
    const folder = freshFolder();
    const part = await writer.open(folder, 'task-1');
    await part.append(Buffer.from('first'));
    await part.rewrite((bytes) => Buffer.concat([bytes, Buffer.from(' and more')]));
    assert.equal(part.length, 14);
    const digest = createHash('sha256').update('first and more').digest('hex');
    assert.equal(await part.digest(), digest);
    assert.equal((await namesIn(folder)).length, 1);
    const uri = await part.claim('hero', 'png');
    const text = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
    assert.equal(text, 'first and more');
    assert.deepEqual(await namesIn(folder), ['hero.png']);
  });

  it('is one of few that are in memory as a whole', async () => {
    const folder = freshFolder();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const parts = await Promise.all(names.map((name) => writer.open(folder, name)));
    await Promise.all(parts.map((part) => part.append(Buffer.alloc(1024 * 1024))));
    let [whole, most] = [0, 0];
    const change = (bytes: Uint8Array) => {
      whole += 1;
      most = Math.max(most, whole);
      return new Uint8Array(bytes);
    };
    const rewriting = parts.map((part) =>
      part.rewrite(change).finally(() => {
        whole -= 1;
      }),
    );
    await Promise.all(rewriting);
    assert.ok(most <= 2, `${String(most)} were`);
    await Promise.all(parts.map((part) => part.discard()));
  });

  it('stays as it came where it cannot be rewritten, is no picture, or is too large', async () => {
    const folder = freshFolder();
    const part = await writer.open(folder, 'task-1');
    await part.append(Buffer.from('no picture'));
    const before = await namesIn(folder);
    await embedFacts(part, asset, folder);
    const broken = () =>
      Promise.resolve({
        embedMetadata: () => {
          throw new Error('broken');
        },
      });
    await embedFacts(part, asset, folder, broken);
    assert.deepEqual(await namesIn(folder), before);
    const huge = {
      length: 65 * 1024 * 1024,
      rewrite: () => assert.fail('It was read.'),
    };
    await embedFacts(huge, asset, folder);
    const uri = await part.claim('hero', 'png');
    const text = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
    assert.equal(text, 'no picture');
  });
});
