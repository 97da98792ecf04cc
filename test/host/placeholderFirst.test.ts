import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readPictureHeader } from '../../src/core/assets/pictureHeader';
import { fileDigest } from '../../src/host/assets/fileDigest';
import { exists } from '../../src/host/assets/files';
import type { NeededImage } from '../../src/host/needed/imageIndex';
import { neededFiles } from '../../src/host/needed/neededFile';
import { NeededMaker } from '../../src/host/needed/neededMaker';
import { orderNeeded } from '../../src/host/needed/neededOrder';
import { unlockedDeriver } from './support/fileDeriver';
import { withSetting } from './support/flux';
import { indexOf, neededImage, writeDocument } from './support/neededImages';
import { Scene } from './support/scene';
import { until } from './support/until';

const never = new AbortController().signal;

describe('placeholder first', () => {
  let scene: Scene;
  /** Seen when the create arrives: by then the placeholder lies there. */
  let whenSent: () => Promise<void>;
  beforeEach(async () => {
    whenSent = () => Promise.resolve();
    scene = await Scene.set({
      onStage: (stage) => (stage === 'create-arrived' ? whenSent() : undefined),
    });
  });
  afterEach(() => scene.end());

  async function make(needed: NeededImage, signal = never) {
    const { generation } = scene.open();
    const { deriveFile } = unlockedDeriver(scene.globalStorage);
    const maker = new NeededMaker({
      index: indexOf([needed]),
      writePath: () => Promise.reject(new Error('Nothing is to be written.')),
      listAsset: () => Promise.resolve(),
      runAll: (orders, given) => generation.runAll(orders, given),
      deriveFile,
    });
    let results: Awaited<ReturnType<NeededMaker['make']>> = [];
    await withSetting('placeholderFirst', true, async () => {
      results = await maker.make(
        neededFiles([needed]).map((image) => orderNeeded(image)),
        signal,
      );
    });
    return results[0];
  }

  async function wanted(name: string, more: Parameters<typeof neededImage>[2] = {}) {
    const document = await writeDocument('a.md', `![A boat](${name})`);
    return neededImage(document, name, { alt: 'A boat', width: 64, height: 64, ...more });
  }

  const headerOf = async (file: vscode.Uri) =>
    readPictureHeader(await vscode.workspace.fs.readFile(file));

  for (const [name, size] of [
    ['hero.png', { width: 64, height: 64 }],
    ['hero.jpg', { width: 64, height: 64 }],
    ['hero.webp', { width: 50, height: 30 }],
    ['hero.avif', { width: 40, height: 24 }],
  ] as const) {
    it(`lies at ${name} in its size, noted before, until the picture comes`, async () => {
      const needed = await wanted(name, size);
      let placeholder = '';
      whenSent = async () => {
        placeholder = await fileDigest(needed.file);
        const header = await headerOf(needed.file);
        assert.deepEqual([header?.width, header?.height], [size.width, size.height]);
        const [entry] = [...(await scene.entries()).values()];
        assert.deepEqual(entry?.order.placeholders, [
          { file: needed.file.toString(), digest: placeholder },
        ]);
      };
      const result = await make(needed);
      assert.ok(result?.kind === 'made', JSON.stringify(result));
      assert.equal(result.file.toString(), needed.file.toString());
      assert.match(placeholder, /^[0-9a-f]{64}$/);
      assert.notEqual(await fileDigest(needed.file), placeholder);
      const header = await headerOf(needed.file);
      assert.deepEqual([header?.width, header?.height], [size.width, size.height]);
    });
  }

  it('is taken away again where the picture is refused', async () => {
    const needed = await wanted('hero.png', { alt: 'A boat [simulate: content-moderated]' });
    let wasThere = false;
    whenSent = async () => {
      wasThere = await exists(needed.file);
    };
    const result = await make(needed);
    assert.equal(result?.kind, 'failed');
    assert.deepEqual([wasThere, await exists(needed.file)], [true, false]);
  });

  it('is taken away again at a cancel', async () => {
    const needed = await wanted('hero.png', { alt: 'Slow [simulate: never-ready]' });
    const cancel = new AbortController();
    const making = make(needed, cancel.signal);
    await until('it is polled', () => scene.requests(({ method }) => method === 'GET') > 0);
    assert.equal(await exists(needed.file), true);
    cancel.abort();
    await making;
    assert.equal(await exists(needed.file), false);
  });

  it('is left alone where somebody has put another file there', async () => {
    const needed = await wanted('hero.png');
    whenSent = async () => {
      await vscode.workspace.fs.writeFile(needed.file, new TextEncoder().encode('mine'));
    };
    const result = await make(needed);
    assert.ok(result?.kind === 'made');
    assert.notEqual(result.file.toString(), needed.file.toString());
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(needed.file));
    assert.equal(text, 'mine');
  });

  it('is taken away where the window died before its picture was certain', async () => {
    const file = vscode.Uri.joinPath(scene.target, 'hero.png');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('grey'));
    const placeholders = [{ file: file.toString(), digest: await fileDigest(file) }];
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }, { order: { placeholders } }));
    await scene.open().recovery.look();
    await until('it is gone', async () => !(await exists(file)));
  });

  it('makes way for the picture of a window that died', async () => {
    const file = vscode.Uri.joinPath(scene.target, 'hero.png');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('grey'));
    const placeholders = [{ file: file.toString(), digest: await fileDigest(file) }];
    const destination = { folder: scene.target.toString(), name: 'hero', format: 'png' } as const;
    const order = { placeholders, destination, parameters: { output_format: 'png' } };
    await scene.leave(scene.entry(await scene.ready(), { order }));
    await scene.open().recovery.look();
    await scene.untilDone();
    const names = await vscode.workspace.fs.readDirectory(scene.target);
    assert.equal(names.length, 1);
    assert.notEqual(
      await fileDigest(vscode.Uri.joinPath(scene.target, names[0]?.[0] ?? '')),
      placeholders[0]?.digest,
    );
  });
});
