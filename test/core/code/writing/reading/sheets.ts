import { parse as parseCss, type Root } from 'postcss';
import { parse as parseLess } from 'postcss-less';
import { parse as parseScss } from 'postcss-scss';
import readValue, { type Node } from 'postcss-value-parser';

import type { FoundImage } from './foundImage';

type Parse = (text: string) => Root;

export const imagesInCss = (text: string) => imagesIn(text, parseCss);
export const imagesInScss = (text: string) => imagesIn(text, parseScss);
export const imagesInLess = (text: string) => imagesIn(text, parseLess);

function imagesIn(text: string, parse: Parse): readonly FoundImage[] {
  const found: FoundImage[] = [];
  parse(text).walkDecls(({ value }) => {
    readValue(value).walk((node) => {
      if (node.type === 'function' && node.value === 'url') found.push({ src: urlOf(node.nodes) });
    });
  });
  return found;
}

function urlOf(nodes: readonly Node[]): string {
  return decodeURIComponent(nodes.map(({ value }) => value).join(''));
}
