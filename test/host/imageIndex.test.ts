import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { plainProject } from '../../src/core/code/project';
import {
  indexes,
  indexOver,
  neededIn,
  siteFolder,
  untilNeeded,
  writeFiles,
} from './support/imageIndexes';

const site = {
  'README.md': '# Boats\n\n![A red boat](images/boat.png)\n![Here](images/there.png)\n',
  'docs/guide.md': 'Text.\r\n![Map](../images/map.webp)\r\n![Map](../images/map.webp)\r\n',
  'docs/plain.md': 'Nothing to see.',
  'images/there.png': 'x',
};
const siteNeeds = [
  'README.md:3 images/boat.png',
  'docs/guide.md:2 images/map.webp',
  'docs/guide.md:3 images/map.webp',
];

describe('the index of images', () => {
  const { open, begun } = indexes();

  it('finds each reference whose file is not there, at its very place', async () => {
    const folder = await siteFolder(site);
    const { index } = await begun([folder]);
    assert.deepEqual(neededIn(index, folder), siteNeeds);
    assert.deepEqual(index.extent, {
      files: 3,
      references: 4,
      hasMoreFiles: false,
      hasMoreNeeded: false,
    });
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder, 'docs/guide.md'),
    );
    assert.deepEqual(
      index.needed.slice(1).map(({ range }) => document.getText(range)),
      ['../images/map.webp', '../images/map.webp'],
    );
    assert.equal(new Set(index.needed.map(({ id }) => id)).size, 3);
    const there = vscode.Uri.joinPath(folder, 'images/there.png');
    assert.deepEqual(
      index.referencesTo(there).map(({ reference }) => reference.alt),
      ['Here'],
    );
  });

  it('keeps an id while lines move, and after a scan', async () => {
    const folder = await siteFolder(site);
    const { index } = await begun([folder]);
    const before = index.needed.map(({ id }) => id);
    await writeFiles(folder, { 'README.md': `One.\n\nTwo.\n\n${site['README.md']}` });
    await index.scan();
    assert.deepEqual(neededIn(index, folder)[0], 'README.md:7 images/boat.png');
    assert.deepEqual(
      index.needed.map(({ id }) => id),
      before,
    );
  });

  it('follows an editor that is not saved, and goes back to the file when it is closed', async () => {
    const folder = await siteFolder(site);
    const { index } = await begun([folder]);
    const uri = vscode.Uri.joinPath(folder, 'docs/plain.md');
    const files = () => vscode.workspace.getConfiguration('files');
    // In a browser the editor saves by itself.
    await files().update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '![New](new.png)\n');
    });
    await index.settled();
    assert.deepEqual(neededIn(index, folder), [...siteNeeds, 'docs/plain.md:1 docs/new.png']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilNeeded(index, folder, siteNeeds);
    await files().update('autoSave', undefined, vscode.ConfigurationTarget.Global);
  });

  it('follows images that come and go, with or without their folder', async () => {
    const folder = await siteFolder(site);
    const { index } = await begun([folder]);
    await writeFiles(folder, { 'images/map.webp': 'x' });
    await untilNeeded(index, folder, siteNeeds.slice(0, 1));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'images/there.png'));
    const withThere = ['README.md:3 images/boat.png', 'README.md:4 images/there.png'];
    await untilNeeded(index, folder, withThere);
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(folder, 'images'),
      vscode.Uri.joinPath(folder, 'pictures'),
    );
    await untilNeeded(index, folder, [...withThere, ...siteNeeds.slice(1)]);
  });

  it('follows files that come and go, and a folder that gets another name', async () => {
    const folder = await siteFolder({ 'a/one.md': '![One](one.png)' });
    const { index } = await begun([folder]);
    assert.deepEqual(neededIn(index, folder), ['a/one.md:1 a/one.png']);
    await writeFiles(folder, { 'two.md': '![Two](two.png)' });
    await untilNeeded(index, folder, ['a/one.md:1 a/one.png', 'two.md:1 two.png']);
    await vscode.workspace.fs.rename(
      vscode.Uri.joinPath(folder, 'a'),
      vscode.Uri.joinPath(folder, 'b'),
    );
    await untilNeeded(index, folder, ['b/one.md:1 b/one.png', 'two.md:1 two.png']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'two.md'));
    await untilNeeded(index, folder, ['b/one.md:1 b/one.png']);
  });

  it('looks at nothing that is not trusted or not wanted, but on request', async () => {
    const folder = await siteFolder(site);
    const made = indexOver([folder]);
    const { index, scope, tell } = made;
    open.push(index);
    scope.isTrusted = false;
    index.begin();
    await index.scan();
    assert.deepEqual(index.extent.files, 0);
    scope.isTrusted = true;
    tell();
    await index.settled();
    assert.equal(index.needed.length, 3);
    scope.wanted = false;
    tell();
    await index.settled();
    assert.deepEqual([index.needed.length, index.extent.files], [0, 0]);
    await index.scan();
    assert.equal(index.needed.length, 3);
  });

  it('goes through several folders, and forgets one that is closed', async () => {
    const one = await siteFolder(site);
    const two = await siteFolder({ 'page.md': '![Two](two.png)' });
    const { index, scope, tell } = await begun([one, two]);
    assert.equal(index.needed.length, 4);
    scope.folders = [two];
    tell();
    await index.settled();
    assert.deepEqual(neededIn(index, two), ['page.md:1 two.png']);
  });

  it('stops at a bound, and says so', async () => {
    const page = '![A boat](boat.png) ![A bay](bay.png)';
    const folder = await siteFolder({ 'a.md': page, 'b.md': page, 'c.md': page });
    const { index, said } = await begun([folder], { mostFiles: 2, mostNeeded: 1 });
    assert.equal(index.needed.length, 1);
    assert.equal(index.extent.files, 2);
    assert.deepEqual([index.extent.hasMoreFiles, index.extent.hasMoreNeeded], [true, true]);
    assert.equal(said.length, 2);
  });

  it('gives placeholders new files in the project’s image folder, none twice', async () => {
    const picture = '![Our boat](https://placehold.co/600x400)\n';
    const folder = await siteFolder({
      'page.md': picture + picture,
      'other.md': '# Harbour\n\n![](https://placehold.co/300)',
      'images/our-boat.jpg': 'x',
    });
    const { index } = await begun([folder]);
    assert.deepEqual(neededIn(index, folder), [
      'other.md:3 images/harbour.jpg',
      'page.md:1 images/our-boat-2.jpg',
      'page.md:2 images/our-boat-3.jpg',
    ]);
    assert.deepEqual(index.referencesTo(vscode.Uri.joinPath(folder, 'images/harbour.jpg')), []);
  });

  it('looks for images anew when a folder turns out to be a site', async () => {
    const folder = await siteFolder({ 'page.md': '![Boat](/boat.png)', 'public/boat.png': 'x' });
    const changed = new vscode.EventEmitter<void>();
    const project = plainProject(folder.path);
    let servedFolders: readonly string[] = [];
    const { index } = await begun([folder], {
      projectOf: () => Promise.resolve({ ...project, servedFolders }),
      onDidChangeProjects: changed.event,
    });
    assert.deepEqual(neededIn(index, folder), ['page.md:1 boat.png']);
    servedFolders = ['public'];
    changed.fire();
    await index.settled();
    assert.deepEqual(neededIn(index, folder), []);
  });
});
