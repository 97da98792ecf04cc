import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { indexOver, neededIn } from './support/imageIndexes';
import { useMemoryFileSystem } from './support/memoryFileSystem';
import { until } from './support/until';

const scheme = 'image-index-memory';

describe('the index of images in a virtual workspace', () => {
  const memory = useMemoryFileSystem(scheme);

  it('looks through it folder by folder, by the same rules, and follows it', async () => {
    const folder = vscode.Uri.from({ scheme, path: '/site' });
    const text = '![One](one.png)';
    const files = {
      'page.md': '![One](images/one.png)\n![Two](images/two.png)',
      'images/two.png': 'x',
      '.gitignore': 'dist\n',
      'dist/page.md': text,
      'node_modules/a/page.md': text,
      'docs/deep/page.md': text,
    };
    for (const [path, content] of Object.entries(files))
      memory.files.set(`/site/${path}`, Buffer.from(content));
    const { index } = indexOver([folder]);
    try {
      index.begin();
      await index.settled();
      const deep = 'docs/deep/page.md:1 docs/deep/one.png';
      assert.deepEqual(neededIn(index, folder), [deep, 'page.md:1 images/one.png']);
      const image = vscode.Uri.joinPath(folder, 'images/one.png');
      await vscode.workspace.fs.writeFile(image, Buffer.from('x'));
      await until('the image is there', () => index.needed.length === 1);
      assert.deepEqual(neededIn(index, folder), [deep]);
      await vscode.workspace.fs.delete(image);
      await until('the image has gone', () => index.needed.length === 2);
    } finally {
      index.dispose();
    }
  });
});
