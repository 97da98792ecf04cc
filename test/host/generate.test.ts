import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readImageHeader } from '../../src/core/assets/imageHeader';
import type { GeneratedAsset } from '../../src/host/api';
import {
  fluxApi,
  freshFolder,
  namesIn,
  smallRequest,
  withSetting,
  workspaceFolder,
} from './support/flux';

const baseName = (uri: vscode.Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

describe('the extension’s API with the demo provider', () => {
  it('makes a picture in the assets folder, and says what the file is', async () => {
    const flux = await fluxApi();
    assert.equal(flux.version, 1);
    const [asset] = await flux.generate({
      prompt: 'A red boat at dawn',
      parameters: { width: 256, height: 192, seed: 42, output_format: 'png' },
    });
    assert.ok(asset);
    assert.equal(
      asset.uri.toString(),
      vscode.Uri.joinPath(workspaceFolder(), 'assets', 'a-red-boat-at-dawn-42.png').toString(),
    );
    const bytes = await vscode.workspace.fs.readFile(asset.uri);
    assert.deepEqual(readImageHeader(bytes), { format: 'png', width: 256, height: 192 });
    const { format, width, height, seed, model, prompt } = asset;
    assert.deepEqual(
      { format, width, height, seed, model, prompt },
      {
        format: 'png',
        width: 256,
        height: 192,
        seed: 42,
        model: 'flux-2-pro',
        prompt: 'A red boat at dawn',
      },
    );
    assert.notEqual(asset.taskId, '');
  });

  it('never overwrites: the same prompt twice gets a counter', async () => {
    const flux = await fluxApi();
    const target = freshFolder();
    const request = smallRequest({ target, parameters: { seed: 7, output_format: 'webp' } });
    const [first] = await flux.generate(request);
    const [second] = await flux.generate(request);
    assert.ok(first && second);
    assert.deepEqual(await namesIn(target), ['a-red-boat-7-2.webp', 'a-red-boat-7.webp']);
  });

  it('makes as many pictures as asked for, each with a seed of its own', async () => {
    const flux = await fluxApi();
    const target = freshFolder();
    const assets = await flux.generate(
      smallRequest({ target, count: 3, parameters: { seed: 10 } }),
    );
    assert.deepEqual(assets.map(({ seed }) => seed).sort(), [10, 11, 12]);
    assert.equal((await namesIn(target)).length, 3);
  });

  it('leaves nothing but the pictures in the folder', async () => {
    const flux = await fluxApi();
    const target = freshFolder();
    await flux.generate(smallRequest({ target }));
    assert.equal((await namesIn(target)).length, 1);
  });

  it('uses the file name of the target, and the format that it asks for', async () => {
    const flux = await fluxApi();
    const target = vscode.Uri.joinPath(freshFolder(), 'Hero Image.webp');
    const [asset] = await flux.generate(smallRequest({ target }));
    assert.equal(asset?.uri.toString(), target.toString());
    assert.equal(asset.format, 'webp');
  });

  it('gives a target that exists a counter', async () => {
    const flux = await fluxApi();
    const target = vscode.Uri.joinPath(freshFolder(), 'hero.png');
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('mine'));
    const [asset] = await flux.generate(smallRequest({ target }));
    assert.equal(baseName(asset?.uri ?? target), 'hero-2.png');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), 'mine');
  });

  for (const name of ['Hero.jpeg', 'hero.JPG', 'hero.PNG']) {
    it(`keeps the target’s own spelling of its format: ${name}`, async () => {
      const flux = await fluxApi();
      const target = vscode.Uri.joinPath(freshFolder(), name);
      const [asset] = await flux.generate(smallRequest({ target }));
      assert.equal(asset?.uri.toString(), target.toString());
      assert.equal(asset.format, /png/i.test(name) ? 'png' : 'jpeg');
    });
  }

  it('names the file by its bytes, whatever the target says', async () => {
    const flux = await fluxApi();
    const target = vscode.Uri.joinPath(freshFolder(), 'hero.png');
    const [asset] = await flux.generate(
      smallRequest({ target, parameters: { output_format: 'jpeg' } }),
    );
    assert.equal(baseName(asset?.uri ?? target), 'hero.jpg');
  });

  it('asks for the format of the setting', async () => {
    const flux = await fluxApi();
    await withSetting('outputFormat', 'webp', async () => {
      const [asset] = await flux.generate(smallRequest({ target: freshFolder() }));
      assert.equal(asset?.format, 'webp');
    });
  });

  it('takes a picture as reference', async () => {
    const flux = await fluxApi();
    const target = freshFolder();
    const [reference] = await flux.generate(
      smallRequest({ target, parameters: { width: 128, height: 96 } }),
    );
    assert.ok(reference);
    const [edited] = await flux.generate({
      prompt: 'At night',
      references: [reference.uri],
      target,
    });
    assert.deepEqual([edited?.width, edited?.height], [128, 96]);
  });

  it('tells each picture once it is saved', async () => {
    const flux = await fluxApi();
    const told: GeneratedAsset[] = [];
    const listener = flux.onDidGenerate((asset) => told.push(asset));
    const assets = await flux.generate(smallRequest({ target: freshFolder(), count: 2 }));
    listener.dispose();
    assert.deepEqual(
      told.map(({ taskId }) => taskId).sort(),
      assets.map(({ taskId }) => taskId).sort(),
    );
  });

  for (const [what, prompt, name] of [
    ['10,000 characters', 'lighthouse '.repeat(910), /^lighthouse(-lighthouse)*-5\.png$/],
    ['emoji only', '🚀🌕', /^image-5\.png$/],
    ['Chinese', '港口的红色帆船', /^港口的红色帆船-5\.png$/],
    ['a path upwards', '../../../outside', /^outside-5\.png$/],
    ['a name that Windows reserves', 'CON', /^con-5\.png$/],
  ] as const) {
    it(`saves an odd but valid prompt under a safe name: ${what}`, async () => {
      const flux = await fluxApi();
      const target = freshFolder();
      const [asset] = await flux.generate(
        smallRequest({ prompt, target, parameters: { seed: 5, output_format: 'png' } }),
      );
      assert.equal(asset?.prompt, prompt);
      const [saved, ...others] = await namesIn(target);
      assert.match(saved ?? '', name);
      assert.deepEqual(others, []);
    });
  }
});

describe('a picture on its way that is canceled', () => {
  it('rejects at once and says that it may have been charged', async () => {
    const flux = await fluxApi();
    const source = new vscode.CancellationTokenSource();
    const generating = flux.generate(
      smallRequest({ prompt: 'Slow [simulate: never-ready]' }),
      source.token,
    );
    // Given time to be sent: the answer to the POST is what makes the difference.
    setTimeout(() => {
      source.cancel();
    }, 1000);
    await assert.rejects(generating, (error: Error & { code?: string; charged?: string }) => {
      assert.equal(error.code, 'canceled');
      assert.equal(error.charged, 'unknown');
      return true;
    });
  });

  it('was not charged when nothing had been sent', async () => {
    const flux = await fluxApi();
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    await assert.rejects(flux.generate(smallRequest(), source.token), {
      code: 'canceled',
      charged: 'no',
    });
  });
});
