import { expect, it } from 'vitest';

import { AssetSearch } from '../../../src/core/assets/assetSearch';

const assets = [
  { prompt: 'A red Lighthouse\nat dusk', model: 'flux-2-pro', uri: 'file:///site/assets/hero.png' },
  { prompt: 'Ein Käuzchen', model: 'flux-dev', uri: 'file:///site/assets/caf%C3%A9%20owl-7.jpg' },
  { prompt: '一只猫头鹰', model: 'flux-dev', uri: 'file:///site/lighthouse/100%.jpg' },
];

it.each([
  ['lighthouse', [0]],
  ['LIGHT dusk', [0]],
  ['dusk   red ', [0]],
  ['light owl', []],
  ['käuz', [1]],
  ['café owl', [1]],
  ['cafe\u0301', [1]],
  ['flux-dev', [1, 2]],
  ['猫头', [2]],
  ['100%', [2]],
  ['site', []],
  ['', [0, 1, 2]],
  ['  ', [0, 1, 2]],
])('%j is found in prompt, model and file name', (query, found) => {
  const search = new AssetSearch();
  search.prepare(assets.slice(1));
  const expected = found.map((index) => assets[index]);
  expect(search.find(assets, query)).toEqual(expected);
  // Of remembered texts alone.
  expect(search.find(assets, query)).toEqual(expected);
});
