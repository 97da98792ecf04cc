import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { indexes, neededIn, siteFolder, untilNeeded, writeFiles } from './support/imageIndexes';
import { useMemoryFileSystem } from './support/memoryFileSystem';

const scheme = 'image-index-excluded';
const page = '![One](one.png)';

/** Runs `body` while a person keeps these out of the explorer and of searches. */
async function excluding(
  globs: Readonly<Record<'files' | 'search', Readonly<Record<string, unknown>>>>,
  body: () => Promise<void>,
): Promise<void> {
  const set = async (section: 'files' | 'search', value: unknown) =>
    vscode.workspace
      .getConfiguration(section)
      .update('exclude', value, vscode.ConfigurationTarget.Global);
  await set('files', globs.files);
  await set('search', globs.search);
  try {
    await body();
  } finally {
    await set('files', undefined);
    await set('search', undefined);
  }
}

const globs = {
  files: { private: true, '**/*.skip.md': true, '**/shown': false, '**/*.js': { when: '$(x)' } },
  search: { '**/vendor': true, 'data/{a,b}/**': true },
};
const files = {
  'private/page.md': page,
  'sub/private/page.md': page,
  'sub/page.skip.md': page,
  'sub/vendor/page.md': page,
  'data/a/page.md': page,
  'data/c/page.md': page,
  'shown/page.md': page,
};
const shown = [
  'data/c/page.md:1 data/c/one.png',
  'shown/page.md:1 shown/one.png',
  'sub/private/page.md:1 sub/private/one.png',
];

describe('what a person excludes from the index of images', () => {
  const { begun } = indexes();
  const memory = useMemoryFileSystem(scheme);

  it('stays out on a disk, also where it comes later, until it is taken in', async () => {
    const folder = await siteFolder(files);
    await excluding(globs, async () => {
      const { index } = await begun([folder]);
      assert.deepEqual(neededIn(index, folder), shown);
      await writeFiles(folder, {
        'private/later.md': page,
        'sub/vendor/later.md': page,
        'sub/later.md': page,
      });
      await untilNeeded(index, folder, [
        ...shown.slice(0, 2),
        'sub/later.md:1 sub/one.png',
        ...shown.slice(2),
      ]);
    });
    const { index } = await begun([folder]);
    assert.equal(index.needed.length, 10);
  });

  it('stays out in a virtual workspace', async () => {
    const folder = vscode.Uri.from({ scheme, path: '/site' });
    for (const [path, text] of Object.entries(files)) {
      memory.files.set(`/site/${path}`, Buffer.from(text));
    }
    await excluding(globs, async () => {
      const { index } = await begun([folder]);
      assert.deepEqual(neededIn(index, folder), shown);
    });
  });

  it('is what is larger than a megabyte, until it is smaller', async () => {
    const text = `${page}\n${'x'.repeat(1024 * 1024)}`;
    const folder = await siteFolder({ 'large.md': text });
    const { index } = await begun([folder]);
    assert.deepEqual([index.extent.files, index.needed.length], [1, 0]);
    await writeFiles(folder, { 'large.md': text.slice(0, 1024 * 1024) });
    await untilNeeded(index, folder, ['large.md:1 one.png']);
  });
});
