import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as vscode from 'vscode';

import { openCodecs } from '../../src/codecs/codecs';
import { readMetadata } from '../../src/core/assets/metadata/readMetadata';
import { embedMetadata } from '../../src/core/assets/metadata/embedMetadata';
import { readPictureHeader } from '../../src/core/assets/pictureHeader';
import { openFileDeriver } from '../../src/host/derive/deriveFile';
import { isDerivingFailure } from '../../src/host/derive/derivingFailure';
import { PictureDeriver } from '../../src/host/derive/pictureDeriver';
import type { DerivedAsset } from '../../src/host/lock/assetLocks';
import { freshFolder, namesIn } from './support/flux';
import { useMemoryFileSystem } from './support/memoryFileSystem';
import { pictureBytes } from './support/pictures';

const never = new AbortController().signal;

describe('making a file of a picture', () => {
  useMemoryFileSystem('fluxderived');
  const noted: DerivedAsset[] = [];
  const unnoted: unknown[] = [];
  let folder: vscode.Uri;
  let source: vscode.Uri;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);

  function deriver(
    recordDerived = (asset: DerivedAsset) => Promise.resolve(void noted.push(asset)),
  ) {
    return openFileDeriver({
      globalStorage: freshFolder(),
      locks: { recordDerived },
      onUnnoted: (error) => unnoted.push(error),
      l10n: vscode.l10n,
    });
  }

  beforeEach(async () => {
    noted.length = 0;
    unnoted.length = 0;
    folder = freshFolder();
    source = at('hero.png');
    await vscode.workspace.fs.writeFile(source, await pictureBytes(64, 32));
  });

  async function failureOf(made: Promise<unknown>) {
    const error: unknown = await made.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(isDerivingFailure(error), String(error));
    assert.equal(error.charged, 'no');
    assert.match(error.message, /[Nn]othing was charged/);
    return error;
  }

  it('writes it under the very name, notes it, and never over another', async () => {
    const { deriveFile } = deriver();
    const recipe = { format: 'webp', width: 32 } as const;
    const first = await deriveFile(source, recipe, at('hero.webp'));
    const second = await deriveFile(source, recipe, at('hero.webp'));
    assert.deepEqual(
      [first.toString(), second.toString()],
      [at('hero.webp').toString(), at('hero-2.webp').toString()],
    );
    const bytes = await vscode.workspace.fs.readFile(first);
    assert.deepEqual(readPictureHeader(bytes), { format: 'webp', width: 32, height: 16 });
    assert.deepEqual(noted[0], { file: first, source, recipe });
    assert.deepEqual(await namesIn(folder), ['hero-2.webp', 'hero.png', 'hero.webp']);
  });

  it('works where there is no disk', async () => {
    const there = vscode.Uri.parse('fluxderived:/site/hero.png');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(there, '..'));
    await vscode.workspace.fs.writeFile(there, await pictureBytes(64, 32));
    const target = there.with({ path: '/site/img/hero.avif' });
    const { deriveFile } = deriver();
    await deriveFile(there, { format: 'avif' }, target);
    await deriveFile(there, { format: 'avif' }, target);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(target, '..')), [
      'hero-2.avif',
      'hero.avif',
    ]);
  });

  it('keeps a file that cannot be noted, and tells why it was not', async () => {
    const { deriveFile } = deriver(() => Promise.reject(new Error('The lock is broken.')));
    await deriveFile(source, { format: 'jpeg' }, at('hero.jpg'));
    assert.deepEqual(await namesIn(folder), ['hero.jpg', 'hero.png']);
    assert.match(String(unnoted[0]), /broken/);
  });

  it('says what is wrong with a picture, a recipe or a place, and leaves nothing', async () => {
    const { deriveFile } = deriver();
    await writeFile(at('broken.png').fsPath, 'no picture');
    const whole = await vscode.workspace.fs.readFile(source);
    await writeFile(at('half.png').fsPath, whole.subarray(0, whole.length / 2));
    await writeFile(at('file').fsPath, '');
    const recipe = { format: 'png', width: 8 } as const;
    const broken = await failureOf(deriveFile(at('broken.png'), recipe, at('a.png')));
    assert.equal(broken.problem, 'unreadable');
    assert.equal(
      (await failureOf(deriveFile(at('half.png'), recipe, at('a.png')))).problem,
      'unreadable',
    );
    assert.equal(
      (await failureOf(deriveFile(at('none.png'), recipe, at('a.png')))).problem,
      'unreadable',
    );
    const wrong = deriveFile(source, { format: 'png', width: 0 }, at('a.png'));
    assert.equal((await failureOf(wrong)).problem, 'bad-recipe');
    assert.equal(
      (await failureOf(deriveFile(source, recipe, at('file/a.png')))).problem,
      'not-saved',
    );
    assert.deepEqual(await namesIn(folder), ['broken.png', 'file', 'half.png', 'hero.png']);
    assert.deepEqual(noted, []);
  });

  it('leaves nothing where it is canceled', async () => {
    const { deriveFile } = deriver();
    const controller = new AbortController();
    const made = deriveFile(source, { format: 'avif' }, at('hero.avif'), controller.signal);
    controller.abort();
    assert.equal((await failureOf(made)).problem, 'canceled');
    assert.deepEqual(await namesIn(folder), ['hero.png']);
  });

  it('tells in the file how its picture was made', async () => {
    const facts = {
      model: 'flux-2-pro',
      provider: 'bfl',
      prompt: 'A boat',
      seed: 7,
      parameters: {},
    } as const;
    const bytes = await vscode.workspace.fs.readFile(source);
    await vscode.workspace.fs.writeFile(source, embedMetadata(bytes, facts));
    const { deriveBytes } = deriver();
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const said = readMetadata(await deriveBytes(source, { format, width: 16 }));
      assert.match(said.digitalSourceType ?? '', /trainedAlgorithmicMedia/, format);
      assert.deepEqual(said.facts, facts);
    }
  });
});

describe('the thread that makes pictures', () => {
  const room = join(
    vscode.extensions.getExtension('flux-assets.flux-assets')?.extensionPath ?? '',
    'dist/derivePicture.js',
  );
  const large = () => pictureBytes(1500, 1000);

  it('keeps this one free', async () => {
    const bytes = await large();
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 5);
    const file = await new PictureDeriver(room).derive(bytes, { format: 'avif' }, never);
    clearInterval(turn);
    assert.deepEqual(readPictureHeader(file), { format: 'avif', width: 1500, height: 1000 });
    // In this thread the codec alone would take a hundred times as long as a turn, without one.
    assert.ok(turns >= 10, `${turns} turns`);
  });

  it('makes many in turn, and warns of nothing', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    const deriver = new PictureDeriver(room);
    const bytes = await pictureBytes(16, 8);
    const widths = Array.from({ length: 15 }, (_, index) => index + 1);
    const files = await Promise.all(
      widths.map((width) => deriver.derive(bytes, { format: 'png', width }, never)),
    );
    process.off('warning', listen);
    assert.deepEqual(
      files.map((file) => readPictureHeader(file)?.width),
      widths,
    );
    assert.deepEqual(
      warnings.filter(({ name }) => name === 'MaxListenersExceededWarning'),
      [],
    );
  });

  it('ends at once where it is canceled, and the next picture is made all the same', async () => {
    const deriver = new PictureDeriver(room);
    const bytes = await large();
    const controller = new AbortController();
    const canceled = deriver.derive(bytes, { format: 'avif' }, controller.signal);
    const next = deriver.derive(bytes, { format: 'png', width: 10 }, never);
    controller.abort(new Error('enough'));
    await assert.rejects(canceled, /enough/);
    assert.equal(readPictureHeader(await next)?.width, 10);
  });

  it('says why a broken picture cannot be made, and makes the next', async () => {
    const deriver = new PictureDeriver(room);
    const bytes = await large();
    await assert.rejects(deriver.derive(bytes.subarray(0, 5000), { format: 'png' }, never));
    const file = await deriver.derive(bytes, { format: 'webp', width: 10 }, never);
    assert.equal(readPictureHeader(file)?.format, 'webp');
  });

  it('is done without where it cannot be started', async () => {
    const deriver = new PictureDeriver(join(room, 'nowhere.js'));
    const file = await deriver.derive(await pictureBytes(8, 8), { format: 'webp' }, never);
    const { data } = await openCodecs().decode(file, 'webp');
    assert.equal(data.length, 8 * 8 * 4);
  });
});
