import assert from 'node:assert/strict';

import { imageSize } from 'image-size';
import * as vscode from 'vscode';

import { plainProject, type Project } from '../../src/core/code/project';
import { openFileDeriver } from '../../src/host/derive/deriveFile';
import { makeFiles } from '../../src/host/derive/makeFiles';
import { freshFolder, namesIn } from './support/flux';
import { fileAnswers } from './support/fileAnswers';
import { MemoryFileSystem } from './support/memoryFileSystem';
import { pictureBytes } from './support/pictures';

describe('Make Files', () => {
  const removed: string[] = [];
  let folder: vscode.Uri;
  let source: vscode.Uri;
  let project: Project;
  const at = (...path: string[]) => vscode.Uri.joinPath(folder, ...path);
  const read = async (file: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const write = (file: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));

  async function run(
    answers: Parameters<typeof fileAnswers>[0],
    uris: readonly vscode.Uri[] = [source],
  ) {
    const shown = fileAnswers(answers);
    const locks = {
      recordDerived: () => Promise.resolve(),
      remove: (file: vscode.Uri) => Promise.resolve(void removed.push(file.path)),
    };
    const deriver = openFileDeriver({
      globalStorage: freshFolder(),
      locks,
      onUnnoted: assert.ifError,
      l10n: vscode.l10n,
    });
    const ports = {
      deriver,
      locks,
      projects: { of: () => Promise.resolve(project) },
      activeEditor: { editor: undefined },
      l10n: vscode.l10n,
    };
    await makeFiles(uris, ports, shown.dialogs);
    return shown;
  }

  beforeEach(async () => {
    removed.length = 0;
    folder = freshFolder();
    source = at('hero.png');
    project = plainProject(folder.path);
    await vscode.workspace.fs.writeFile(source, await pictureBytes(120, 60));
  });

  it('makes another format in the quality asked for, beside the picture', async () => {
    const { told, files, buttons } = await run({ picks: ['Format…', 'WebP'], typed: ['55'] });
    assert.deepEqual(await namesIn(folder), ['hero.png', 'hero.webp']);
    assert.match(files[0]?.description ?? '', /120 × 60 px · WebP, quality 55/);
    assert.match(told.join(), /Made .*hero\.webp\. Nothing was charged\./);
    assert.deepEqual(buttons, [['Insert', 'Reveal']]);
  });

  it('makes the densities that the picture has pixels for, and a srcset', async () => {
    const { lists } = await run({
      picks: ['Sizes @1x, @2x, @3x…', 'WebP'],
      typed: ['50', '80'],
      presses: ['Copy srcset'],
    });
    assert.deepEqual(await namesIn(folder), ['hero.png', 'hero.webp', 'hero@2x.webp']);
    assert.match(lists[0]?.placeHolder ?? '', /hero@3x\.webp/);
    assert.equal(await vscode.env.clipboard.readText(), 'hero.webp 1x, hero@2x.webp 2x');
    const large = await vscode.workspace.fs.readFile(at('hero@2x.webp'));
    assert.deepEqual([imageSize(large).width, imageSize(large).height], [100, 50]);
  });

  it('makes an exact size, and asks how it is to fit only where that matters', async () => {
    await run({ picks: ['Exact Size and Crop…', 'Crop', 'PNG'], typed: ['40 × 40'] });
    await run({ picks: ['Exact Size and Crop…', 'PNG'], typed: ['60'] });
    assert.deepEqual(await namesIn(folder), ['hero-40x40.png', 'hero-60x30.png', 'hero.png']);
  });

  it('refuses what is no size, width or quality', async () => {
    const size = await run({ picks: ['Exact Size and Crop…'], typed: ['wide'] });
    const width = await run({ picks: ['Sizes @1x, @2x, @3x…'], typed: ['0'] });
    const quality = await run({ picks: ['Format…', 'AVIF'], typed: ['101'] });
    assert.match(size.refused.join(), /640 × 360/);
    assert.match(width.refused.join(), /whole number from 1 to 5461/);
    assert.match(quality.refused.join(), /from 1 to 100/);
    assert.deepEqual(await namesIn(folder), ['hero.png']);
  });

  it('never overwrites, and says so before', async () => {
    await write(at('hero-og.jpg'), 'mine');
    const { files } = await run({ picks: ['Card for Links (Open Graph)'] });
    assert.match(files[0]?.detail ?? '', /taken.*fewer pixels/);
    assert.equal(await read(at('hero-og.jpg')), 'mine');
    assert.deepEqual(await namesIn(folder), ['hero-og-2.jpg', 'hero-og.jpg', 'hero.png']);
  });

  it('leaves nothing where a person leaves or cancels', async () => {
    await run({ picks: ['Favicon and Web App Icons'], leaves: true });
    const { told } = await run({ picks: ['Favicon and Web App Icons'], cancelsAfter: 2 });
    assert.deepEqual(await namesIn(folder), ['hero.png']);
    assert.match(told.join(), /Canceled\. No file was made/);
    assert.notEqual(removed.length, 0);
  });

  it('makes only what stays ticked', async () => {
    await run({ picks: ['Favicon and Web App Icons'], without: ['icon-512.png', 'favicon.ico'] });
    assert.deepEqual(await namesIn(folder), [
      'apple-touch-icon.png',
      'hero.png',
      'icon-192.png',
      'icon-maskable-512.png',
    ]);
  });

  it('puts icons where the site serves them, and names them in its manifest once', async () => {
    project = { root: folder.path, kind: 'vite', servedFolders: ['public'] };
    const manifest = at('public', 'site.webmanifest');
    await write(manifest, '{\n  // ours\n  "name": "Roastery"\n}\n');
    const picks = ['Favicon and Web App Icons'];
    const first = await run({ picks, presses: ['Copy HTML'] });
    assert.match(first.told.join(), /site\.webmanifest names them now/);
    const text = await read(manifest);
    assert.match(text, /\/\/ ours/);
    for (const name of ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png'])
      assert.equal(text.split(`"${name}"`).length, 2, name);
    const html = await vscode.env.clipboard.readText();
    assert.match(html, /<link rel="icon" href="\/favicon\.ico" sizes="16x16 32x32 48x48">/);
    assert.match(html, /<link rel="manifest" href="\/site\.webmanifest">/);
    const icon = imageSize(await vscode.workspace.fs.readFile(at('public', 'favicon.ico')));
    assert.deepEqual(
      icon.images?.map(({ width }) => width),
      [16, 32, 48],
    );
    const document = await vscode.workspace.openTextDocument(manifest);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(document.getText(), /icon-/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('leaves a manifest with a mistake alone, and says where it is', async () => {
    await write(at('manifest.json'), '{\n  "name": "Roastery",,\n}');
    const { told } = await run({ picks: ['Favicon and Web App Icons'] });
    assert.match(told.join(), /manifest\.json has a mistake in line 2/);
    assert.equal(await read(at('manifest.json')), '{\n  "name": "Roastery",,\n}');
  });

  it('offers to make a manifest where there is none', async () => {
    const { buttons } = await run({
      picks: ['Favicon and Web App Icons'],
      presses: ['Make Manifest', 'Copy HTML'],
    });
    const { icons } = JSON.parse(await read(at('manifest.webmanifest'))) as { icons: unknown[] };
    assert.equal(icons.length, 3);
    assert.deepEqual(buttons, [
      ['Make Manifest', 'Copy HTML', 'Reveal'],
      ['Copy HTML', 'Reveal'],
    ]);
    assert.match(await vscode.env.clipboard.readText(), /rel="manifest"/);
  });

  it('makes files of many pictures, and tells which cannot be read', async () => {
    await vscode.workspace.fs.writeFile(at('moon.png'), await pictureBytes(30, 30));
    await write(at('words.png'), 'no picture');
    const uris = [source, at('moon.png'), at('words.png')];
    const { told } = await run({ picks: ['Format…', 'JPEG'] }, uris);
    assert.deepEqual(await namesIn(folder), [
      'hero.jpg',
      'hero.png',
      'moon.jpg',
      'moon.png',
      'words.png',
    ]);
    assert.match(told[0] ?? '', /words\.png cannot be read/);
    assert.match(told[1] ?? '', /Made 2 files/);
  });

  it('works where there is no disk', async () => {
    const registration = vscode.workspace.registerFileSystemProvider(
      'fluxmade',
      new MemoryFileSystem(),
    );
    const there = vscode.Uri.parse('fluxmade:/site/hero.png');
    project = plainProject('/site');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(there, '..'));
    await vscode.workspace.fs.writeFile(there, await pictureBytes(64, 32));
    await run({ picks: ['Favicon'] }, [there]);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(there, '..')), ['favicon.ico', 'hero.png']);
    registration.dispose();
  });
});
