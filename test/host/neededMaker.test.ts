import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readPictureHeader } from '../../src/core/assets/pictureHeader';
import type { NeededImage } from '../../src/host/needed/imageIndex';
import { neededFiles } from '../../src/host/needed/neededFile';
import { NeededMaker, type NeededMakerPorts } from '../../src/host/needed/neededMaker';
import { orderNeeded } from '../../src/host/needed/neededOrder';
import { unlockedDeriver } from './support/fileDeriver';
import { namesIn, withSetting } from './support/flux';
import { indexOf, neededImage, writeDocument } from './support/neededImages';
import { Scene } from './support/scene';
import { until } from './support/until';

const never = new AbortController().signal;
const small = { width: 64, height: 64 };
const baseName = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);
const textOf = async (uri: vscode.Uri) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe('making needed images', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set();
  });
  afterEach(() => scene.end());

  /** Orders all that these references need. */
  async function make(
    needed: readonly NeededImage[],
    { signal = never, ...more }: Partial<NeededMakerPorts> & { readonly signal?: AbortSignal } = {},
  ) {
    const { generation } = scene.open();
    const maker = new NeededMaker({
      index: indexOf(needed),
      writePath: (file) => Promise.resolve(baseName(file)),
      listAsset: () => Promise.resolve(),
      runAll: (orders, given) => generation.runAll(orders, given),
      deriveFile: unlockedDeriver(scene.globalStorage).deriveFile,
      ...more,
    });
    return maker.make(
      neededFiles(needed).map((image) => orderNeeded(image)),
      signal,
    );
  }

  for (const [name, size, made] of [
    ['hero.png', small, { format: 'png', ...small }],
    ['Card.JPEG', small, { format: 'jpeg', ...small }],
    ['photo.webp', { width: 50, height: 30 }, { format: 'webp', width: 50, height: 30 }],
    ['photo.avif', { width: 40, height: 20 }, { format: 'avif', width: 40, height: 20 }],
    ['banner.jpg', { width: 100, height: 50 }, { format: 'jpeg', width: 100, height: 50 }],
  ] as const) {
    it(`makes ${name} at its very place, in its format and size`, async () => {
      const document = await writeDocument('a.md', `![A boat](${name})`);
      const needed = await neededImage(document, name, { alt: 'A boat', ...size });
      const [result] = await make([needed]);
      assert.ok(result?.kind === 'made', JSON.stringify(result));
      assert.equal(result.file.toString(), needed.file.toString());
      const bytes = await vscode.workspace.fs.readFile(needed.file);
      assert.deepEqual(readPictureHeader(bytes), made);
      assert.equal(await textOf(document), `![A boat](${name})`);
      assert.equal(scene.posts, 1);
    });
  }

  it('makes an icon file', async () => {
    const document = await writeDocument('a.md', '![An icon](favicon.ico)');
    const needed = await neededImage(document, 'favicon.ico', { alt: 'An icon', purpose: 'icon' });
    const [result] = await make([needed]);
    assert.equal(result?.kind, 'made');
    const bytes = await vscode.workspace.fs.readFile(needed.file);
    // An icon file of three pictures.
    assert.deepEqual([...bytes.subarray(0, 6)], [0, 0, 1, 0, 3, 0]);
  });

  it('puts the picture in a placeholder’s place, in the code too', async () => {
    const url = 'https://placehold.co/64x64';
    const document = await writeDocument('a.md', `![A boat](${url})`);
    const placeholder = { alt: 'A boat', isPlaceholder: true, file: 'boat.png', ...small } as const;
    const [result] = await make([await neededImage(document, url, placeholder)]);
    assert.ok(result?.kind === 'made');
    assert.equal(result.unchanged, 0);
    // Nobody has the document before them, so it is saved.
    assert.equal(await textOf(document), '![A boat](boat.png)');
  });

  it('leaves code alone that has changed meanwhile, and says so', async () => {
    const url = 'https://placehold.co/64x64';
    const document = await writeDocument('a.md', `![A boat](${url})`);
    const placeholder = { alt: 'A boat', isPlaceholder: true, file: 'boat.png', ...small } as const;
    const needed = await neededImage(document, url, placeholder);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document, needed.range, 'https://example.com/other');
    await vscode.workspace.applyEdit(edit);
    const [result] = await make([needed]);
    assert.ok(result?.kind === 'made');
    assert.equal(result.unchanged, 1);
    const changed = await vscode.workspace.openTextDocument(document);
    assert.equal(changed.getText(), '![A boat](https://example.com/other)');
  });

  it('makes a PNG where an SVG is wanted, and has the code name it', async () => {
    const document = await writeDocument('a.md', '![A logo](logo.svg)');
    const needed = await neededImage(document, 'logo.svg', { alt: 'A logo', ...small });
    const [result] = await make([needed]);
    assert.ok(result?.kind === 'made');
    assert.equal(baseName(result.file), 'logo.png');
    assert.equal(await textOf(document), '![A logo](logo.png)');
  });

  it('makes a file once that several references mean', async () => {
    const first = await writeDocument('a.md', '![A boat](boat.png)');
    const second = vscode.Uri.joinPath(first, '..', 'b.md');
    await vscode.workspace.fs.copy(first, second);
    const needed = [
      await neededImage(first, 'boat.png', { alt: 'A boat', ...small }),
      await neededImage(second, 'boat.png', { width: 32, height: 32 }),
    ];
    const results = await make(needed);
    assert.deepEqual(
      results.map(({ kind }) => kind),
      ['made'],
    );
    assert.equal(scene.posts, 1);
  });

  it('overwrites nothing: what is there already costs nothing', async () => {
    const document = await writeDocument('a.md', '![A boat](boat.png)');
    const needed = await neededImage(document, 'boat.png', { alt: 'A boat', ...small });
    await vscode.workspace.fs.writeFile(needed.file, new TextEncoder().encode('mine'));
    const [result] = await make([needed]);
    assert.equal(result?.kind, 'there');
    assert.equal(await textOf(needed.file), 'mine');
    assert.equal(scene.posts, 0);
  });

  it('overwrites nothing that appears while the picture is made', async () => {
    const document = await writeDocument('a.md', '![A boat](boat.png)');
    const needed = await neededImage(document, 'boat.png', { alt: 'A boat', ...small });
    const { generation } = scene.open();
    const [result] = await make([needed], {
      runAll: async (orders, signal) => {
        await vscode.workspace.fs.writeFile(needed.file, new TextEncoder().encode('mine'));
        return generation.runAll(orders, signal);
      },
    });
    assert.ok(result?.kind === 'made');
    assert.equal(baseName(result.file), 'boat-2.png');
    assert.equal(await textOf(needed.file), 'mine');
    assert.equal(await textOf(document), '![A boat](boat.png)');
  });

  it('sends nothing where the budget does not take all of them', async () => {
    const document = await writeDocument('a.md', '![A boat](boat.png) ![A bay](bay.png)');
    const needed = [
      await neededImage(document, 'boat.png', { alt: 'A boat', ...small }),
      await neededImage(document, 'bay.png', { alt: 'A bay', ...small }),
    ];
    await withSetting('budget.perDay', 0.05, async () => {
      const results = await make(needed);
      assert.deepEqual(
        results.map((result) => result.kind === 'failed' && result.failure.code),
        ['budget', 'budget'],
      );
    });
    assert.equal(scene.posts, 0);
    assert.deepEqual(await namesIn(vscode.Uri.joinPath(document, '..')), ['a.md']);
  });

  it('ends at a cancel, and says that it may have been charged', async () => {
    const document = await writeDocument('a.md', '![A boat](boat.png)');
    const alt = 'Slow [simulate: never-ready]';
    const needed = await neededImage(document, 'boat.png', { alt, ...small });
    const cancel = new AbortController();
    const making = make([needed], { signal: cancel.signal });
    await until('it is polled', () => scene.requests(({ method }) => method === 'GET') > 0);
    cancel.abort();
    const [result] = await making;
    assert.ok(result?.kind === 'failed');
    assert.deepEqual([result.failure.code, result.failure.charged], ['canceled', 'unknown']);
  });

  it('says where the paid picture is when the file cannot be made of it', async () => {
    const document = await writeDocument('a.md', '![A boat](boat.avif)');
    const needed = await neededImage(document, 'boat.avif', { alt: 'A boat', ...small });
    const [result] = await make([needed], {
      deriveFile: () => Promise.reject(new Error('No more memory')),
    });
    assert.ok(result?.kind === 'unmade');
    assert.equal(result.cause, 'No more memory');
    assert.ok(readPictureHeader(await vscode.workspace.fs.readFile(result.original)));
  });
});
