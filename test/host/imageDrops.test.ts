import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { ReferenceDropEdits } from '../../src/host/code/dropEdits';
import { ImageDrops } from '../../src/host/code/imageDrops';
import type { Projects } from '../../src/host/code/projects';
import { assetMime } from '../../src/protocol/assetMime';
import { assetAt, folderWith, insertionWith } from './support/insertion';

const token = new vscode.CancellationTokenSource().token;

/** What is dragged or copied, by MIME type. */
function transferOf(entries: Readonly<Record<string, string>>): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  for (const [mime, text] of Object.entries(entries)) {
    transfer.set(mime, new vscode.DataTransferItem(text));
  }
  return transfer;
}

describe('an image that is dropped or pasted', () => {
  let folder: vscode.Uri;
  let drops: ImageDrops;
  let loads = 0;
  let projects: Projects;
  before(async () => {
    folder = await folderWith({
      'package.json': '{"dependencies":{"vite":"7"}}',
      'a.md': 'Text\n',
      'b.html': '<img src="old.png">',
      'src/A.jsx': 'export default () => <p></p>;\n',
      'src/fox.png': '',
      'hare.png': '',
      'owl.avif': '',
    });
    const known = insertionWith(assetAt(file('src/fox.png'), 'A fox'));
    const { history, insertion } = known;
    projects = known.projects;
    drops = new ImageDrops(() => {
      loads += 1;
      return Promise.resolve(new ReferenceDropEdits({ history, insertion, l10n: vscode.l10n }));
    });
  });
  beforeEach(() => {
    loads = 0;
  });
  after(async () => {
    projects.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const dropped = async (name: string, at: number, entries: Readonly<Record<string, string>>) => {
    const document = await vscode.workspace.openTextDocument(file(name));
    const position = document.positionAt(at);
    return drops.provideDocumentDropEdits(document, position, transferOf(entries), token);
  };

  it('from the history is known by its id', async () => {
    const edit = await dropped('a.md', 5, { [assetMime]: 'fox' });
    assert.equal(edit?.insertText, '![A fox](src/fox.png)');
    assert.equal(edit.additionalEdit?.size, 0);
  });

  it('from the explorer is known by its file, in a remote window too', async () => {
    const uris = `${file('src/fox.png').toString()}\r\nvscode-remote://ssh-host${file('hare.png').path}`;
    const edit = await dropped('a.md', 5, { 'text/uri-list': uris });
    assert.equal(edit?.insertText, '![A fox](src/fox.png)\n![hare](hare.png)');
  });

  it('has its size written where HTML wants one, an AVIF too', async () => {
    const edit = await dropped('b.html', 19, { 'text/uri-list': file('owl.avif').toString() });
    assert.equal(edit?.insertText, '<img src="owl.avif" alt="owl" width="40" height="20">');
  });

  it('brings its import along', async () => {
    const edit = await dropped('src/A.jsx', 24, { [assetMime]: 'fox' });
    assert.equal(edit?.insertText, '<img src={fox} alt="A fox" width="40" height="20" />');
    const more = edit.additionalEdit?.get(file('src/A.jsx')).map(({ newText }) => newText);
    assert.deepEqual(more, ["import fox from './fox.png';\n\n"]);
  });

  it('takes the place of the path that it is dropped on', async () => {
    const edit = await dropped('b.html', 13, { [assetMime]: 'fox' });
    assert.ok(typeof edit?.insertText === 'string');
    const whole = new vscode.WorkspaceEdit();
    const here = new vscode.Position(0, 13);
    const rest = edit.additionalEdit?.get(file('b.html')) ?? [];
    whole.set(file('b.html'), [...rest, vscode.TextEdit.insert(here, edit.insertText)]);
    assert.ok(await vscode.workspace.applyEdit(whole));
    const document = await vscode.workspace.openTextDocument(file('b.html'));
    assert.equal(document.getText(), '<img src="src/fox.png">');
    await document.save();
  });

  it('goes after what Markdown and CSS have of their own, unless it was generated', async () => {
    const yieldOf = async (name: string) => {
      const edit = await dropped('a.md', 5, { 'text/uri-list': file(name).toString() });
      return edit?.yieldTo?.map(({ value }) => value);
    };
    assert.deepEqual(await yieldOf('src/fox.png'), []);
    assert.deepEqual(await yieldOf('hare.png'), ['markdown.link', 'css.link']);
  });

  it('is left to others among other files, and from the web', async () => {
    for (const uris of [
      'https://example.com/a.png',
      `${file('hare.png').toString()}\n${file('a.md').toString()}`,
      '',
    ]) {
      assert.equal(await dropped('a.md', 5, { 'text/uri-list': uris }), undefined);
    }
    assert.equal(loads, 0);
    assert.equal(await dropped('a.md', 5, { [assetMime]: 'unknown' }), undefined);
  });

  it('is pasted to all cursors', async () => {
    const document = await vscode.workspace.openTextDocument(file('a.md'));
    const ranges = [0, 5].map((at) => {
      const position = document.positionAt(at);
      return new vscode.Range(position, position);
    });
    const transfer = transferOf({ 'text/uri-list': file('hare.png').toString() });
    const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const edits = await drops.provideDocumentPasteEdits(document, ranges, transfer, context, token);
    assert.deepEqual(
      edits.map(({ insertText, title }) => [insertText, title]),
      [['![hare](hare.png)', 'Insert Image']],
    );
  });
});
