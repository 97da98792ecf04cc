import { describe, expect, it } from 'vitest';

import { imagesInAstro, imagesInJsx, imagesInSvelte, imagesInVue } from './reading/components';
import { named, picture, project, type LanguageRow } from './writing';

const size = { width: '640', height: '480' };
const all = { alt: 'A red fox', ...size };
const vite = project('vite', 'public');
const next = project('next', 'public');
const served = picture('public/hero.png');
const bundled = picture('src/img/hero.png');

describe('an image that is named in a component', () => {
  it.each<LanguageRow>([
    [
      'JSX without a bundler',
      'src/A.jsx',
      'export const A = () => ‸;',
      imagesInJsx,
      { src: '../img/hero.png', ...all },
    ],
    [
      'JSX, of a served file',
      'src/A.jsx',
      'export const A = () => <p>‸</p>;',
      imagesInJsx,
      { src: '/hero.png', ...all },
      vite,
      served,
    ],
    [
      'JSX, of a source',
      'src/A.tsx',
      'export const A = () => ‸;',
      imagesInJsx,
      { src: './img/hero.png', ...all },
      vite,
      bundled,
    ],
    [
      'an attribute of JSX',
      'src/A.tsx',
      'export const A = () => <img alt="" src="‸" />;',
      imagesInJsx,
      { src: '/hero.png', alt: '' },
      vite,
      served,
    ],
    [
      'an expression of JSX',
      'src/A.tsx',
      'export const A = () => <img alt="" src={‸} />;',
      imagesInJsx,
      { src: './img/hero.png', alt: '' },
      vite,
      bundled,
    ],
    [
      'Next, of a served file',
      'app/page.tsx',
      "'use client';\nexport default () => ‸;",
      imagesInJsx,
      { src: '/hero.png', ...all },
      next,
      served,
    ],
    [
      'Next, of a source',
      'src/A.tsx',
      'import a from "a"\nexport default () => <b>‸</b>',
      imagesInJsx,
      { src: './img/hero.png', ...all },
      next,
      bundled,
    ],
    [
      'Vue, of a source',
      'src/A.vue',
      '<template>‸</template>',
      imagesInVue,
      { src: './img/hero.png', ...all },
      vite,
      bundled,
    ],
    [
      'Vue, of a served file',
      'src/A.vue',
      '<script setup lang="ts">\nconst a = 1\n</script>\n<template>‸</template>',
      imagesInVue,
      { src: '/hero.png', ...all },
      vite,
      served,
    ],
    [
      'an attribute of Vue',
      'src/A.vue',
      '<template><img src="‸"></template>',
      imagesInVue,
      { src: './img/hero.png' },
      vite,
      bundled,
    ],
    [
      'Svelte, of a source',
      'src/A.svelte',
      '<script lang="ts">\n  let a = 1;\n</script>\n\n‸',
      imagesInSvelte,
      { src: './img/hero.png', ...all },
      vite,
      bundled,
    ],
    [
      'Svelte without a script',
      'src/A.svelte',
      '‸',
      imagesInSvelte,
      { src: './img/hero.png', ...all },
      vite,
      bundled,
    ],
    [
      'Svelte, of a served file',
      'src/A.svelte',
      '‸',
      imagesInSvelte,
      { src: '/hero.png', ...all },
      project('sveltekit', 'static'),
      picture('static/hero.png'),
    ],
    [
      'Astro, of a source',
      'src/pages/a.astro',
      '---\nconst a = 1;\n---\n<p>‸</p>',
      imagesInAstro,
      { src: '../img/hero.png', ...all },
      project('astro', 'public'),
      bundled,
    ],
    [
      'Astro without frontmatter',
      'src/a.astro',
      '<p>‸</p>',
      imagesInAstro,
      { src: './img/hero.png', ...all },
      project('astro', 'public'),
      bundled,
    ],
    [
      'Astro, of a served file',
      'src/a.astro',
      '‸',
      imagesInAstro,
      { src: '/hero.png', ...all },
      project('astro', 'public'),
      served,
    ],
  ])(
    'is found by the parser of %s',
    async (_, path, text, find, found, of = project(), one = picture()) => {
      expect(find(await named(path, text, one, of))).toEqual([found]);
    },
  );
});
