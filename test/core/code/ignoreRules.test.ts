import { describe, expect, it } from 'vitest';

import { IgnoreRules } from '../../../src/core/code/ignoreRules';

/** Rules by their folders; `/w` is the uppermost. */
function rulesOf(files: Readonly<Record<string, string>>) {
  const rules = new IgnoreRules('/w');
  for (const [folder, text] of Object.entries(files)) rules.add(folder, text);
  return rules;
}

describe('what git ignores', () => {
  it.each([
    ['a folder anywhere', { '/w': 'dist/' }, '/w/a/dist/b.md', true],
    ['no file of that name', { '/w': 'dist/' }, '/w/a/dist', false],
    ['what is anchored', { '/w': '/drafts' }, '/w/drafts/a.md', true],
    ['nothing deeper then', { '/w': '/drafts' }, '/w/a/drafts/a.md', false],
    ['by a pattern', { '/w': '*.tmp.md' }, '/w/a/b.tmp.md', true],
    ['by a nearer file', { '/w/a': 'old' }, '/w/a/b/old/c.md', true],
    ['nothing beside that file', { '/w/a': 'old' }, '/w/b/old/c.md', false],
    ['what a nearer file takes in again', { '/w': '*.png', '/w/a': '!b.png' }, '/w/a/b.png', false],
    ['but never out of an ignored folder', { '/w': 'a/', '/w/a': '!b.png' }, '/w/a/b.png', true],
    ['by case', { '/w': 'Dist' }, '/w/dist/a.md', false],
    ['nothing outside', { '/w': '*' }, '/other/a.md', false],
    ['comments and blank lines for nothing', { '/w': '# a.md\n\n' }, '/w/a.md', false],
  ])('is %s', (_, files, path, isIgnored) => {
    expect(rulesOf(files).ignores(path)).toBe(isIgnored);
  });

  it('counts a folder’s later rules, too', () => {
    const rules = rulesOf({ '/w': 'a' });
    expect(rules.ignores('/w/b/c.md')).toBe(false);
    rules.add('/w', 'b');
    expect(rules.ignores('/w/b/c.md')).toBe(true);
  });

  it.each([
    ['the same files', { '/w': 'a', '/w/b': 'c' }, true],
    ['in another order', { '/w/b': 'c', '/w': 'a' }, true],
    ['another text', { '/w': 'a', '/w/b': 'd' }, false],
    ['a file more', { '/w': 'a', '/w/b': 'c', '/w/d': '' }, false],
    ['a file less', { '/w': 'a' }, false],
  ])('tells whether two say the same: %s', (_, files, isSame) => {
    const rules = rulesOf({ '/w': 'a', '/w/b': 'c' });
    expect(rules.isSameAs(rulesOf(files))).toBe(isSame);
  });
});
