import assert from 'node:assert/strict';

import {
  array,
  assert as holds,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check';
import * as vscode from 'vscode';

import { plainProject } from '../../src/core/code/project';
import { indexedDocument } from '../../src/host/needed/indexedDocument';
import { ResolvedReferences } from '../../src/host/needed/resolvedReferences';

const range = new vscode.Range(0, 0, 0, 1);
const root = vscode.Uri.file('/site');
const at = (path: string) => vscode.Uri.joinPath(root, path);

/** A page with images by their paths from it. */
function page(path: string, images: readonly string[]) {
  const found = images.map((image) => ({
    reference: { path: image, raw: image, start: 0, end: 1, syntax: 'url' as const },
    range,
  }));
  return indexedDocument(at(path), found, plainProject(root.path));
}

/** A workspace whose files are these, and every look for one. */
function scene(there: Iterable<string> = [], most = 100) {
  const files = new Set([...there].map((path) => at(path).path));
  const looks: string[] = [];
  const offline = new Set<string>();
  const own = { prefix: root.path };
  const references = new ResolvedReferences({
    images: {
      has: ({ path }) => {
        looks.push(path.slice(root.path.length + 1));
        return Promise.resolve(offline.has(path) ? undefined : files.has(path));
      },
    },
    isOwn: ({ path }) => path.startsWith(own.prefix),
    most,
  });
  const set = (path: string, images?: readonly string[]) => {
    references.set(at(path).toString(), images && page(path, images));
  };
  const resolve = async () => {
    looks.length = 0;
    await references.resolve();
    return [...looks];
  };
  const needed = () => references.needed.map(({ file }) => file.path.slice(root.path.length + 1));
  return { references, files, offline, own, set, resolve, needed };
}

describe('what references mean, kept', () => {
  it('has only the edited document looked up', async () => {
    const { set, resolve, needed } = scene(['a.png']);
    set('one.md', ['a.png', 'b.png']);
    set('two.md', ['c.png']);
    assert.deepEqual(await resolve(), ['a.png', 'b.png', 'c.png']);
    set('two.md', ['d.png']);
    assert.deepEqual(await resolve(), ['d.png']);
    assert.deepEqual(needed(), ['b.png', 'd.png']);
    assert.deepEqual(await resolve(), []);
  });

  it('has only those looked up that name the file which has come or gone', async () => {
    const { references, files, set, resolve, needed } = scene();
    set('one.md', ['a.png']);
    set('two.md', ['b.png']);
    set('three.md', ['b.png']);
    await resolve();
    files.add(at('b.png').path);
    references.touch(at('b.png'));
    assert.deepEqual(await resolve(), ['b.png', 'b.png']);
    assert.deepEqual(needed(), ['a.png']);
    references.touch(at('other.png'));
    assert.deepEqual(await resolve(), []);
  });

  it('has those looked up that name anything in a folder, in whatever letters the event has it', async () => {
    const { references, set, resolve } = scene();
    set('one.md', ['Images/deep/a.png']);
    set('two.md', ['images-2/b.png']);
    await resolve();
    references.touch(at('images'));
    assert.deepEqual(await resolve(), ['Images/deep/a.png']);
  });

  it('forgets what a document named before', async () => {
    const { references, set, resolve } = scene(['a.png']);
    set('one.md', ['a.png']);
    await resolve();
    assert.equal(references.referencesTo(at('a.png')).length, 1);
    set('one.md', ['b.png']);
    await resolve();
    assert.deepEqual(references.referencesTo(at('a.png')), []);
    references.touch(at('a.png'));
    assert.deepEqual(await resolve(), []);
    set('one.md');
    await resolve();
    assert.deepEqual([references.needed.length, references.count], [0, 0]);
  });

  it('looks again each time where a folder cannot be looked at', async () => {
    const { files, offline, set, resolve, needed } = scene();
    offline.add(at('a.png').path);
    set('one.md', ['a.png']);
    set('two.md', ['b.png']);
    await resolve();
    assert.deepEqual(needed(), ['b.png']);
    assert.deepEqual(await resolve(), ['a.png']);
    offline.clear();
    files.clear();
    await resolve();
    assert.deepEqual(needed(), ['a.png', 'b.png']);
  });

  it('sees what happens while it looks', async () => {
    const { references, files, set, needed } = scene();
    set('one.md', ['a.png']);
    const resolving = references.resolve();
    files.add(at('a.png').path);
    references.touch(at('a.png'));
    set('two.md', ['b.png']);
    await resolving;
    assert.deepEqual(needed(), ['b.png']);
  });

  it('looks at all anew when other files may be the workspace’s own', async () => {
    const { references, own, set, resolve, needed } = scene();
    set('one.md', ['a.png']);
    await resolve();
    assert.deepEqual(needed(), ['a.png']);
    own.prefix = '/elsewhere';
    references.touchAll();
    await resolve();
    assert.deepEqual(needed(), []);
  });

  it('is what a fresh look would find, whatever has happened before', async () => {
    const names = ['a.png', 'b.png', 'sub/a.png', 'sub/c.png'];
    const pages = ['one.md', 'sub/two.md', 'three.md'];
    const image = constantFrom(...names, 'A.png', './a.png');
    const step = oneof(
      record({ page: constantFrom(...pages), images: array(image, { maxLength: 4 }) }),
      record({ page: constantFrom(...pages) }),
      record({ file: constantFrom(...names, 'sub') }),
    );
    const facts = ({ references, needed }: ReturnType<typeof scene>) => ({
      needed: needed(),
      ids: references.needed.map(({ id }) => id),
      more: references.hasMoreNeeded,
      count: references.count,
      to: names.map((name) =>
        references.referencesTo(at(name)).map(({ document }) => document.path),
      ),
    });
    await holds(
      asyncProperty(array(record({ step, isLooked: nat(1) }), { maxLength: 20 }), async (steps) => {
        const kept = scene([], 3);
        const texts = new Map<string, readonly string[]>();
        for (const { step: now, isLooked } of steps) {
          if ('file' in now) {
            const { path } = at(now.file);
            const within = names.filter((name) => `${at(name).path}/`.startsWith(`${path}/`));
            for (const name of within) {
              const file = at(name).path;
              if (!kept.files.delete(file)) kept.files.add(file);
            }
            kept.references.touch(at(now.file));
          } else {
            const images = 'images' in now ? now.images : undefined;
            if (images === undefined) texts.delete(now.page);
            else texts.set(now.page, images);
            kept.set(now.page, images);
          }
          if (isLooked === 1) await kept.resolve();
        }
        await kept.resolve();
        const fresh = scene([], 3);
        for (const path of kept.files) fresh.files.add(path);
        for (const [path, images] of texts) fresh.set(path, images);
        await fresh.resolve();
        assert.deepEqual(facts(kept), facts(fresh));
      }),
      { numRuns: 60, seed: 7, endOnFailure: true },
    );
  });
});
