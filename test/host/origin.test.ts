import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { embedMetadata } from '../../src/core/assets/metadata/embedMetadata';
import { draftFromOrigin } from '../../src/host/commands/drafts';
import { findOrigin } from '../../src/host/origin/findOrigin';
import { OriginDocuments } from '../../src/host/origin/originDocuments';
import { facts, itxt, picture, pngWith } from '../support/metadata';
import { fluxApi, freshFolder, smallRequest, withSetting, workspaceFolder } from './support/flux';
import { pictureBytes } from './support/pictures';
import { until } from './support/until';

const noHistory = { history: { all: [] } };

async function write(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(freshFolder(), name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

describe('how an image was made', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The text that the command opens for an image. */
  async function shownFor(image: vscode.Uri): Promise<string> {
    await vscode.commands.executeCommand('fluxAssets.showHowMade', image);
    const shown = () => vscode.window.activeTextEditor?.document;
    const isShown = () => shown()?.uri.query === image.toString();
    await until('the text is shown', () => Promise.resolve(isShown()));
    return shown()?.getText() ?? '';
  }

  async function generated(): Promise<vscode.Uri> {
    const flux = await fluxApi();
    const parameters = { seed: 11, output_format: 'png' };
    const request = smallRequest({ prompt: 'A paper boat', target: freshFolder(), parameters });
    const [asset] = await flux.generate(request);
    assert.ok(asset);
    return asset.uri;
  }

  it('is read from the history or the lock for a picture that was made here', async () => {
    const text = await shownFor(await generated());
    assert.match(text, /As the (history|asset lock) has it\./);
    assert.match(text, /## Prompt\n\nA paper boat\n/);
    assert.match(text, /- Model: FLUX\.2 \[pro\] \(flux-2-pro\)\n/);
    assert.match(text, /- Seed: 11\n/);
    assert.match(text, /- Digital source type: .*\/algorithmicMedia\n/);
    assert.match(text, /- Content credentials: None in the file\n/);
  });

  it('is read from the file itself where nobody else knows, with actions above', async () => {
    const made = await generated();
    const copy = vscode.Uri.joinPath(freshFolder(), 'copy.png');
    await vscode.workspace.fs.copy(made, copy);
    const text = await shownFor(copy);
    assert.match(text, /As the file itself has it/);
    assert.match(text, /## Prompt\n\nA paper boat\n/);
    assert.match(text, /- Written by: Flux Assets demo: a placeholder/);
    const document = vscode.window.activeTextEditor?.document.uri;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Reuse Settings', 'Copy Prompt', 'Open Image'],
    );
    await vscode.commands.executeCommand('fluxAssets.copyPrompt', copy);
    assert.equal(await vscode.env.clipboard.readText(), 'A paper boat');
  });

  it('is said to be unknown where nobody knows, and where the file is gone', async () => {
    const text = await shownFor(await write('plain.webp', await picture('webp')));
    assert.match(text, /Nothing says how plain\.webp was made\. .* names no prompt/);
    const gone = await shownFor(vscode.Uri.joinPath(freshFolder(), 'gone.png'));
    assert.match(gone, /Nothing says how gone\.png was made\./);
    const avif = await shownFor(await write('plain.avif', await pictureBytes(8, 8, 'avif')));
    assert.match(avif, /Nothing says how plain\.avif was made\. .* AVIF file is not read/);
    assert.doesNotMatch(avif, /Content credentials/);
  });

  it('is looked up once for the text and the actions above it', async () => {
    const image = await write('once.png', await picture('png'));
    let finds = 0;
    const documents = new OriginDocuments(() => {
      finds += 1;
      return Promise.resolve({ prompt: 'A fox', knownFrom: 'history' });
    }, vscode.l10n);
    const query = image.toString();
    const uri = vscode.Uri.from({ scheme: 'flux-assets-origin', path: '/a.md', query });
    assert.match(await documents.provideTextDocumentContent(uri), /A fox/);
    const lenses = await documents.provideCodeLenses({ uri });
    assert.deepEqual([lenses.length, finds], [3, 1]);
    documents.dispose();
  });
});

describe('the settings of an image', () => {
  it('come from a file that was made elsewhere, at the size that comes nearest', async () => {
    const words =
      'a red boat\nNegative prompt: people\nSteps: 20, Seed: 3141, Size: 500x750, Model: other-1';
    const foreign = await write('a.png', pngWith(await picture('png'), itxt('parameters', words)));
    const origin = await findOrigin(foreign, noHistory);
    assert.deepEqual(draftFromOrigin(origin, foreign), {
      prompt: 'a red boat',
      model: 'flux-2-pro',
      count: '1',
      values: { width: '512', height: '752', seed: '3141' },
    });
  });

  it('come from one of ours as they were', async () => {
    const own = await write('b.jpg', embedMetadata(await picture('jpeg'), facts));
    const draft = draftFromOrigin(await findOrigin(own, noHistory), own);
    assert.deepEqual(draft, {
      prompt: facts.prompt,
      model: 'flux-2-pro',
      count: '1',
      values: { width: '64', height: '64', output_format: 'png', seed: '42' },
    });
  });

  it('come from the lock before the history, also of what was made from a picture', async () => {
    const lockFile = vscode.Uri.joinPath(workspaceFolder(), 'locked', 'flux-assets.lock.json');
    const sha256 = '0'.repeat(64);
    const created = '2026-01-02T03:04:05.000Z';
    const entry = {
      prompt: 'locked',
      provider: 'bfl',
      model: 'flux-2-max',
      taskId: 't',
      parameters: { width: 64 },
      references: [{ file: 'ref.png', sha256 }],
      width: 64,
      height: 64,
      format: 'jpeg',
      created,
      sha256,
    };
    const small = { from: { file: 'c.jpg', sha256 }, recipe: { format: 'webp' }, created, sha256 };
    const lock = { version: 1, assets: { 'c.jpg': entry, 'd.webp': small } };
    await vscode.workspace.fs.writeFile(lockFile, Buffer.from(JSON.stringify(lock)));
    const uri = (name: string) => vscode.Uri.joinPath(lockFile, '..', name);
    const bytes = embedMetadata(await picture('jpeg'), facts);
    await vscode.workspace.fs.writeFile(uri('c.jpg'), bytes);
    const target = vscode.ConfigurationTarget.Workspace;
    const body = async () => {
      const origin = await findOrigin(uri('c.jpg'), noHistory);
      assert.deepEqual(
        [origin.knownFrom, origin.prompt, origin.model, origin.references],
        ['lock', 'locked', 'flux-2-max', [uri('ref.png').toString()]],
      );
      assert.equal(origin.createdAt, Date.parse(created));
      assert.match(origin.file?.digitalSourceType ?? '', /trainedAlgorithmicMedia$/);
      const derived = await findOrigin(uri('d.webp'), noHistory);
      assert.deepEqual([derived.prompt, derived.madeFrom], ['locked', uri('c.jpg').toString()]);
    };
    await withSetting('assetsFolder', 'locked', body, target);
  });
});
