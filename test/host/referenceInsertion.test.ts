import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { insertImage } from '../../src/host/commands/insertImage';
import { assetAt, folderWith, insertionWith, openMarked } from './support/insertion';
import { MemoryFileSystem } from './support/memoryFileSystem';
import { until } from './support/until';

const vite = '{"devDependencies":{"vite":"7"}}';

describe('a reference that is inserted', () => {
  const { insertion, projects } = insertionWith();
  const at = (folder: vscode.Uri, path: string) => vscode.Uri.joinPath(folder, path);
  after(async () => {
    projects.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('goes to all cursors, with its import, and one undo takes it back', async () => {
    const folder = await folderWith({
      'package.json': vite,
      'src/red-fox.png': '',
      'src/A.jsx': 'export const A = () => <p>‸</p>;\nexport const B = () => <p>‸</p>;\n',
    });
    const editor = await openMarked(at(folder, 'src/A.jsx'));
    const before = editor.document.getText();
    assert.ok(await insertion.into(editor, [at(folder, 'src/red-fox.png')]));
    const img = '<img src={redFox} alt="red fox" width="40" height="20" />';
    assert.equal(
      editor.document.getText(),
      `import redFox from './red-fox.png';\n\nexport const A = () => <p>${img}</p>;\nexport const B = () => <p>${img}</p>;\n`,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('has the words of the history, and the densities that lie beside the file', async () => {
    const folder = await folderWith({ 'a.html': '‸', 'fox.png': '', 'fox@2x.png': '' });
    const finer = at(folder, 'fox@2x.png');
    const known = insertionWith(assetAt(finer, 'A "red" fox'));
    const editor = await openMarked(at(folder, 'a.html'));
    assert.ok(await known.insertion.into(editor, [finer]));
    known.projects.dispose();
    assert.equal(
      editor.document.getText(),
      '<img src="fox.png" srcset="fox.png 1x, fox@2x.png 2x" alt="A &quot;red&quot; fox" width="40" height="20">',
    );
  });

  it('has half the size of a file for fine screens that lies alone', async () => {
    const folder = await folderWith({ 'a.html': '‸', 'fox@2x.png': '' });
    const editor = await openMarked(at(folder, 'a.html'));
    assert.ok(await insertion.into(editor, [at(folder, 'fox@2x.png')]));
    const tag = '<img src="fox@2x.png" alt="fox" width="20" height="10">';
    assert.equal(editor.document.getText(), tag);
  });

  it('is told to Flutter, on disk, once', async () => {
    const folder = await folderWith({
      'pubspec.yaml': 'name: a # mine\n\nflutter:\n  assets:\n    - assets/a.png\n',
      'assets/fox.png': '',
      'lib/a.dart': 'f(‸);\n',
    });
    const editor = await openMarked(at(folder, 'lib/a.dart'));
    const fox = at(folder, 'assets/fox.png');
    assert.ok(await insertion.into(editor, [fox]));
    assert.ok(await insertion.into(editor, [fox]));
    assert.match(editor.document.getText(), /^f\(Image\.asset\('assets\/fox\.png', width: 40/);
    const pubspec = await vscode.workspace.fs.readFile(at(folder, 'pubspec.yaml'));
    const text =
      'name: a # mine\n\nflutter:\n  assets:\n    - assets/a.png\n    - assets/fox.png\n';
    assert.equal(Buffer.from(pubspec).toString(), text);
  });

  it('follows the project when that changes', async () => {
    const folder = await folderWith({
      'package.json': '{}',
      'public/fox.png': '',
      'index.html': '',
      'public/a.txt': '',
    });
    const page = at(folder, 'src/a.css');
    assert.equal((await projects.of(page)).kind, 'plain');
    await until('the project is a Vite app', async () => {
      // A change that comes right after the file may be told together with it.
      await vscode.workspace.fs.writeFile(at(folder, 'package.json'), Buffer.from(vite));
      return (await projects.of(page)).kind === 'vite';
    });
    assert.deepEqual(await projects.of(page), {
      root: folder.path,
      kind: 'vite',
      servedFolders: ['public'],
    });
  });

  it('is written into a document of another file system by its path in the workspace', async () => {
    const memory = new MemoryFileSystem();
    const scheme = 'insertion-memory';
    const registered = vscode.workspace.registerFileSystemProvider(scheme, memory);
    memory.files.set('/a.md', Buffer.from('‸'));
    const folder = await folderWith({ 'my fox.png': '' });
    const editor = await openMarked(vscode.Uri.from({ scheme, path: '/a.md' }));
    assert.ok(await insertion.into(editor, [at(folder, 'my fox.png')]));
    const path = `${vscode.workspace.asRelativePath(folder, false)}/my%20fox.png`;
    assert.equal(editor.document.getText(), `![my fox](${path})`);
    await editor.document.save();
    registered.dispose();
  });

  it('goes where a person wrote last, for each image that is selected', async () => {
    const folder = await folderWith({ 'a.md': '‸\n', 'fox.png': '', 'hare.png': '', 'b.txt': '' });
    const editor = await openMarked(at(folder, 'a.md'));
    const selected = ['fox.png', 'b.txt', 'hare.png'].map((name) => at(folder, name));
    const ports = { activeEditor: { editor }, insertion, l10n: vscode.l10n };
    await insertImage(selected[0], selected, ports);
    assert.equal(editor.document.getText(), '![fox](fox.png)\n![hare](hare.png)\n');
  });
});
