import { describe, expect, it } from 'vitest';

import { fileNameFrom, nthName, safeFileName } from '../../../src/core/assets/fileName';

const parts = {
  prompt: 'A red boat, at dawn!',
  model: 'flux-tools/erase-v1',
  seed: 42,
  id: '2fa25140-591f',
  createdAt: new Date(2026, 10, 22, 7, 5, 9),
};

describe('fileNameFrom', () => {
  it.each([
    ['{prompt}-{seed}', 'a-red-boat-at-dawn-42'],
    ['{model}', 'flux-tools-erase-v1'],
    ['{date}_{time}', '2026-11-22_07-05-09'],
    ['{id}', '2fa25140-591f'],
    ['img {unknown}', 'img {unknown}'],
    ['img {constructor} {toString}', 'img {constructor} {toString}'],
    ['{date}/../{prompt}', '2026-11-22-..-a-red-boat-at-dawn'],
  ])('fills %s', (template, name) => {
    expect(fileNameFrom(template, parts)).toBe(name);
  });

  it('leaves out a seed that the service did not tell, with its separator', () => {
    const { prompt, model, id, createdAt } = parts;
    expect(fileNameFrom('{prompt}-{seed}', { prompt, model, id, createdAt })).toBe(
      'a-red-boat-at-dawn',
    );
  });

  it.each([
    ['CON', 'image-con'],
    ['nul', 'image-nul'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\system32', 'c-windows-system32'],
    ['🚀🚀🚀', 'image'],
    ['港口的红色帆船', '港口的红色帆船'],
    ['...', 'image'],
    ['a\u0000b\u202Ec', 'abc'],
    ['trailing dot.', 'trailing-dot'],
  ])('makes a name that every file system takes of the prompt %j', (prompt, name) => {
    expect(fileNameFrom('{prompt}', { ...parts, prompt })).toBe(name);
  });

  it.each([
    ['words', 'lighthouse '.repeat(1000)],
    ['one word', 'x'.repeat(10_000)],
    ['Chinese', '灯塔'.repeat(5000)],
    ['rare characters of two units', '𠀀'.repeat(5000)],
  ])('keeps a prompt of 10,000 characters short: %s', (_, prompt) => {
    const name = fileNameFrom('{prompt}-{prompt}-{prompt}', { ...parts, prompt });
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
    expect(encodeURIComponent(name)).not.toContain('%EF%BF%BD');
    expect(name).not.toMatch(/^[-.\s]|[-.\s]$/);
  });
});

describe('safeFileName', () => {
  it.each(['', '..', '. .', ' '])('is empty when nothing usable is left of %j', (name) => {
    expect(safeFileName(name)).toBe('');
  });

  it.each(['Hero Image_2x', 'hero--dark', '.hero', '-hero-', 'hero.v2', 'ＨＥＲＯ 👨‍👩‍👧'])(
    'keeps the name that a person chose: %j',
    (name) => {
      expect(safeFileName(name)).toBe(name);
    },
  );

  it.each([
    ['hero.', 'hero'],
    ['hero . ', 'hero'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['a\u0000b\uD800c', 'a-bc'],
    ['con', 'con-'],
    ['Lpt1.old', 'Lpt1-.old'],
    ['x'.repeat(300), 'x'.repeat(180)],
  ])('changes what a file system would refuse: %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

describe('nthName', () => {
  it('counts from the second on', () => {
    expect([1, 2, 3].map((n) => nthName('hero', n))).toEqual(['hero', 'hero-2', 'hero-3']);
  });
});
