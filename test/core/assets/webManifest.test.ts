import { expect, test } from 'vitest';

import { newManifest, withIcons, type ManifestIcon } from '../../../src/core/assets/webManifest';

const small: ManifestIcon = { src: 'icon-192.png', sizes: '192x192', type: 'image/png' };
const large: ManifestIcon = { src: 'icon-512.png', sizes: '512x512', type: 'image/png' };
const maskable: ManifestIcon = { ...large, purpose: 'maskable' };

function added(text: string, icons: readonly ManifestIcon[]): string {
  const done = withIcons(text, icons);
  if (typeof done !== 'string') throw new Error(`a mistake in line ${done.line}`);
  return done;
}

function iconsOf(text: string): unknown {
  return (JSON.parse(text) as { icons: unknown }).icons;
}

test('a manifest without icons gets them, and nothing else changes', () => {
  const text = '{\n    "name": "Roastery",\n    "start_url": "/"\n}\n';
  const done = added(text, [small, large]);
  expect(iconsOf(done)).toEqual([small, large]);
  expect(done.startsWith('{\n    "name": "Roastery",\n    "start_url": "/",\n    "icons": [')).toBe(
    true,
  );
});

test('icons that are there stay, and are not named twice', () => {
  const own = { src: '/favicon.svg', sizes: 'any' };
  const known = { src: '/icon-192.png?v=2', sizes: '192x192' };
  const text = JSON.stringify({ icons: [own, known] }, undefined, '\t');
  const done = added(text, [small, large]);
  expect(iconsOf(done)).toEqual([own, known, large]);
  expect(withIcons(done, [small, large])).toBe(done);
  expect(done).toMatch(/^\t\t\{$/m);
});

test('the same file for another purpose is another icon', () => {
  const done = added(JSON.stringify({ icons: [large] }), [large, maskable]);
  expect(iconsOf(done)).toEqual([large, maskable]);
  const both = JSON.stringify({ icons: [{ ...large, purpose: 'any maskable' }] });
  expect(withIcons(both, [large, maskable])).toBe(both);
});

test('comments and line ends stay', () => {
  const text = '{\r\n  // of the shop\r\n  "name": "Roastery",\r\n  "icons": []\r\n}\r\n';
  const done = added(text, [small]);
  expect(done).toContain('// of the shop');
  expect(done.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['{\n  "name": "Roastery",\n  "icons": [\n', 4],
  ['{\n<<<<<<< HEAD\n}', 2],
  ['[]', 1],
  ['{"icons": {}}', 1],
  ['', 1],
])('%j is not touched', (text, line) => {
  expect(withIcons(text, [small])).toEqual({ line });
});

test('a new manifest names the app and its icons', () => {
  expect(JSON.parse(newManifest('Roastery', [small, maskable]))).toMatchObject({
    name: 'Roastery',
    icons: [small, maskable],
  });
});
