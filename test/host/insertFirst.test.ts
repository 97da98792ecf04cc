import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { readPictureHeader } from '../../src/core/assets/pictureHeader';
import type { Project } from '../../src/core/code/project';
import { fileDigest } from '../../src/host/assets/fileDigest';
import { exists } from '../../src/host/assets/files';
import { namesIn } from './support/flux';
import { insertFirst } from './support/insertFirst';
import { openMarked } from './support/insertion';
import { Scene } from './support/scene';
import { until } from './support/until';

/** 1024 × 1024 px, as a draft without a size is drawn. */
const SHOWN = '![A red boat](a-red-boat.jpg)';

describe('Generate Image and Insert with placeholders first', () => {
  let scene: Scene;
  /** Seen when the create arrives: by then placeholder and reference stand there. */
  let whenSent: () => PromiseLike<unknown>;
  beforeEach(async () => {
    whenSent = () => Promise.resolve();
    scene = await Scene.set({
      onStage: async (stage) => {
        if (stage === 'create-arrived') await whenSent();
      },
    });
  });
  afterEach(async () => {
    await scene.end();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function open(name: string, marked: string): Promise<vscode.TextDocument> {
    const file = vscode.Uri.joinPath(scene.target, name);
    await vscode.workspace.fs.writeFile(file, Buffer.from(marked));
    return (await openMarked(file)).document;
  }

  const place = (name: string) => vscode.Uri.joinPath(scene.target, name);

  const order = (prompt = 'A red boat', more: Partial<Parameters<typeof insertFirst>[0]> = {}) =>
    insertFirst({ window: scene.open(), target: scene.target, prompt, ...more });

  it('names the picture at once, and it comes to that place', async () => {
    const document = await open('a.md', 'Here: ‸\n');
    let placeholder = '';
    whenSent = async () => {
      assert.equal(document.getText(), `Here: ${SHOWN}\n`);
      placeholder = await fileDigest(place('a-red-boat.jpg'));
      const [entry] = [...(await scene.entries()).values()];
      assert.deepEqual(entry?.order.placeholders, [
        {
          file: place('a-red-boat.jpg').toString(),
          digest: placeholder,
          written: [{ document: document.uri.toString(), text: SHOWN, instead: '' }],
        },
      ]);
    };
    await order();
    assert.match(placeholder, /^[0-9a-f]{64}$/);
    assert.deepEqual(await namesIn(scene.target), ['a-red-boat.jpg', 'a.md']);
    assert.notEqual(await fileDigest(place('a-red-boat.jpg')), placeholder);
    assert.equal(document.getText(), `Here: ${SHOWN}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'Here: \n');
    await document.save();
  });

  it('the reference follows a picture of another format and size', async () => {
    const document = await open('b.html', '<p>‸</p>\n');
    await order('A red boat', {
      change: (given) => {
        const parameters = { width: 96, height: 64, output_format: 'png' };
        return { ...given, parameters: { ...given.parameters, ...parameters } };
      },
    });
    const header = readPictureHeader(await vscode.workspace.fs.readFile(place('a-red-boat.png')));
    assert.deepEqual([header?.width, header?.height], [96, 64]);
    assert.equal(
      document.getText(),
      '<p><img src="a-red-boat.png" alt="A red boat" width="96" height="64"></p>\n',
    );
    assert.equal(await exists(place('a-red-boat.jpg')), false);
    await document.save();
  });

  it('a reference that was edited follows with its path alone', async () => {
    const document = await open('c.html', '<p>‸</p>\n');
    whenSent = () => replaced(document, 'alt="A red boat"', 'alt="Ours"');
    await order('A red boat', {
      change: (given) => ({
        ...given,
        parameters: { ...given.parameters, output_format: 'png' },
      }),
    });
    assert.match(document.getText(), /<img src="a-red-boat\.png" alt="Ours" /);
    await document.save();
  });

  it('is taken away again where the picture is refused, and what was selected comes back', async () => {
    const document = await open('d.md', 'See a red boat here.\n');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 4, 0, 14);
    let seen = '';
    whenSent = async () => {
      seen = document.getText();
      await replaced(document, 'here', 'there');
    };
    await order('A red boat [simulate: content-moderated]');
    assert.match(seen, /^See !\[A red boat .*\]\(.*\.jpg\) here\.\n$/);
    assert.equal(document.getText(), 'See a red boat there.\n');
    assert.deepEqual(await namesIn(scene.target), ['d.md']);
    await document.save();
  });

  it('is taken away again at a cancel, with its import', async () => {
    const project: Project = { root: scene.target.path, kind: 'vite', servedFolders: ['public'] };
    const text = 'export const A = () => <p></p>;\n';
    const document = await open('e.tsx', text.replace('</p>', '‸</p>'));
    const cancel = new AbortController();
    let seen = '';
    whenSent = () => {
      seen = document.getText();
      return Promise.resolve();
    };
    const window = scene.open({ projects: { of: () => Promise.resolve(project) } });
    const ordering = order('Slow [simulate: never-ready]', { window, signal: cancel.signal });
    await until('it is polled', () => scene.requests(({ method }) => method === 'GET') > 0);
    cancel.abort();
    await ordering;
    assert.match(seen, /^import (\w+) from '\.\/slow.*\.jpg';\n[^]*<img src=\{\1\}/);
    assert.equal(document.getText(), text);
    assert.deepEqual(await namesIn(scene.target), ['e.tsx']);
    await document.save();
  });

  it('leaves alone what was edited', async () => {
    const document = await open('f.md', '‸\n');
    whenSent = () => replaced(document, '![A', '![My');
    await order('A red boat [simulate: content-moderated]');
    assert.match(document.getText(), /^!\[My red boat .*\n$/);
    await document.save();
  });

  it('what was undone meanwhile is not written again', async () => {
    const document = await open('g.md', 'Here: ‸\n');
    whenSent = () => vscode.commands.executeCommand('undo');
    await order();
    assert.equal(document.getText(), 'Here: \n');
    assert.equal(await exists(place('a-red-boat.jpg')), true);
  });

  /** A file in its place and a document on disk, as a window that died has left them. */
  async function left(name: string, image: string) {
    const [file, document, text] = [place(image), place(name), `![A red boat](${image})`];
    await vscode.workspace.fs.writeFile(file, Buffer.from('grey'));
    await vscode.workspace.fs.writeFile(document, Buffer.from(`Here: ${text}\n`));
    const written = [{ document: document.toString(), text, instead: '' }];
    return { document, file: file.toString(), digest: await fileDigest(file), written };
  }

  const textOf = async (file: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(file));

  it('both are taken away where the window died before its picture was certain', async () => {
    const { document, ...placeholder } = await left('h.md', 'a-red-boat.jpg');
    const order = { placeholders: [placeholder] };
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }, { order }));
    await scene.open().recovery.look();
    await until('it is gone', async () => !(await exists(place('a-red-boat.jpg'))));
    await until('so is what names it', async () => (await textOf(document)) === 'Here: \n');
    assert.equal(scene.posts, 0);
  });

  it('the reference follows the picture of a window that died', async () => {
    const { document, ...placeholder } = await left('i.md', 'a-red-boat.webp');
    const destination = {
      folder: scene.target.toString(),
      name: 'a-red-boat',
      format: 'webp',
    } as const;
    const order = { placeholders: [placeholder], destination };
    await scene.leave(scene.entry(await scene.ready(), { order }));
    await scene.open().recovery.look();
    await scene.untilDone();
    const [name = ''] = (await namesIn(scene.target)).filter((each) => each !== 'i.md');
    assert.match(name, /^a-red-boat\.(png|jpg)$/);
    const expected = `Here: ![A red boat](${name})\n`;
    await until('it names it', async () => (await textOf(document)) === expected);
    assert.notEqual(await fileDigest(place(name)), placeholder.digest);
  });
});

/** As somebody edits a document meanwhile. */
async function replaced(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const start = document.getText().indexOf(words);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + words.length)),
    by,
  );
  await vscode.workspace.applyEdit(edit);
}
