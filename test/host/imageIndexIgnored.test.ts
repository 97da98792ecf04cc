import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { indexes, neededIn, siteFolder, untilNeeded, writeFiles } from './support/imageIndexes';

describe('what the index of images leaves out', () => {
  const { begun } = indexes();

  it('leaves out what git ignores, what is minified and what is installed', async () => {
    const text = '![One](one.png)';
    const folder = await siteFolder({
      '.gitignore': 'dist/\n/drafts\n*.tmp.md\n',
      'docs/.gitignore': 'old\n',
      'dist/page.md': text,
      'sub/dist/page.md': text,
      'drafts/page.md': text,
      'sub/drafts/page.md': text,
      'page.tmp.md': text,
      'docs/old/page.md': text,
      'docs/page.md': '![Built](../dist/built.png)',
      'page.min.md': text,
      'node_modules/x/page.md': text,
    });
    const { index } = await begun([folder]);
    assert.deepEqual(neededIn(index, folder), ['sub/drafts/page.md:1 sub/drafts/one.png']);
    await writeFiles(folder, { '.gitignore': '/sub\n' });
    await untilNeeded(index, folder, [
      'dist/page.md:1 dist/one.png',
      'docs/page.md:1 dist/built.png',
      'drafts/page.md:1 drafts/one.png',
      'page.tmp.md:1 one.png',
    ]);
  });

  it('follows the rules of the repository that a folder is a part of, unless it is ignored itself', async () => {
    const page = '![One](one.png)';
    const repository = await siteFolder({
      '.git/info/exclude': 'private.md\n',
      '.gitignore': '/scratch\n*.draft.md\n',
      'docs/page.md': page,
      'docs/page.draft.md': page,
      'docs/private.md': page,
      'scratch/page.md': page,
    });
    const [docs, scratch] = ['docs', 'scratch'].map((name) =>
      vscode.Uri.joinPath(repository, name),
    );
    assert.ok(docs !== undefined && scratch !== undefined);
    const { index } = await begun([docs, scratch]);
    assert.deepEqual(neededIn(index, repository), [
      'docs/page.md:1 docs/one.png',
      'scratch/page.md:1 scratch/one.png',
    ]);
  });
});
