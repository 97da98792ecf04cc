import { describe, expect, it } from 'vitest';

import {
  astroFinder,
  mdxFinder,
  svelteFinder,
  vueFinder,
} from '../../../../src/core/code/markupFinders';

const IMPORT = "import hero from './hero.png';";
const finders = {
  vue: await vueFinder(),
  svelte: await svelteFinder(),
  astro: await astroFinder(),
  mdx: await mdxFinder(),
};

/** A document that imports an image and shows it with the attribute. */
const documents = (src: string): readonly (readonly [keyof typeof finders, string])[] => {
  const image = (name: string) =>
    `<h1>Boats</h1>\n<img ${name} alt="A boat" width="80" height="60" />`;
  return [
    [
      'vue',
      `<script setup>\n${IMPORT}\n</script>\n<template>\n${image(`:src="${src}"`)}\n</template>\n`,
    ],
    ['svelte', `<script>\n${IMPORT}\n</script>\n${image(`src={${src}}`)}\n`],
    ['astro', `---\n${IMPORT}\n---\n${image(`src={${src}}`)}\n`],
    ['mdx', `${IMPORT}\n\n${image(`src={${src}}`)}\n`],
  ];
};

describe.each(['hero', 'hero.src'])('an imported image that is shown as %s', (src) => {
  it.each(documents(src))('has words and size of its element in %s', (language, text) => {
    const found = finders[language](text, `/src/Page.${language}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      path: './hero.png',
      isModule: true,
      alt: 'A boat',
      width: 80,
      height: 60,
      heading: 'Boats',
    });
  });
});

describe('an imported image that is not shown by itself', () => {
  it.each(documents('pick(hero)'))('has none in %s', (language, text) => {
    const [found] = finders[language](text, `/src/Page.${language}`);
    expect(found).toMatchObject({ path: './hero.png', isModule: true });
    expect(found).not.toHaveProperty('alt');
  });
});
