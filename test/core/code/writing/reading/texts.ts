import { parse as parseLatex } from '@unified-latex/unified-latex-util-parse';
import type { Node } from '@unified-latex/unified-latex-types';

import type { FoundImage } from './foundImage';

/** docutils takes the path without blanks, except escaped ones, and the options to the letter. */
export function imagesInRst(text: string): readonly FoundImage[] {
  const blocks = text.split(/\n[ \t]*\n/);
  return blocks.flatMap((block) => {
    const [first = '', ...rest] = block.replace(/^\n+/, '').split('\n');
    const path = /^( *)\.\. image:: (.*)$/.exec(first);
    if (path === null) return [];
    const options = rest
      .filter((line) => line !== '')
      .map((line) => {
        const option = /^ *:(\w+): (.*)$/.exec(line);
        if (option === null) throw new Error(`no option: ${line}`);
        return [option[1], option[2]?.replace(/px$/, '')];
      });
    const src = path[2]?.replace(/(?<!\\) /g, '').replace(/\\(.)/g, '$1') ?? '';
    return [{ src, ...(Object.fromEntries(options) as object) }];
  });
}

/** Width in px, if it is in units of CSS. */
export function imagesInLatex(text: string): readonly FoundImage[] {
  return parseLatex(text).content.flatMap((node) => {
    if (node.type !== 'macro' || node.content !== 'includegraphics') return [];
    const args = (node.args ?? []).filter(({ openMark }) => openMark !== '');
    const [options = [], file = []] = [args[0]?.content, args.at(-1)?.content];
    const said = wordsOf(options);
    const alt = /alt=\{([^]*)\}$/.exec(said)?.[1];
    const width = /width=([\d.]+)bp/.exec(said)?.[1];
    return [
      {
        src: wordsOf(file),
        ...(alt === undefined ? {} : { alt }),
        ...(width === undefined ? {} : { width: String(Number(width) / 0.75) }),
      },
    ];
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciicircum: '^',
  textasciitilde: '~',
  string: '',
};

function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node, n) => {
      if (node.type === 'macro') {
        const own = SIGNS[node.content] ?? node.content;
        return own + (node.args ?? []).map(({ content }) => wordsOf(content)).join('');
      }
      if (node.type === 'whitespace') return ' ';
      if (node.type === 'string') return node.content;
      if (node.type !== 'group') throw new Error(`not a word: ${node.type} ${String(n)}`);
      // `{}` ends a macro's name.
      return node.content.length === 0 ? '' : `{${wordsOf(node.content)}}`;
    })
    .join('');
}
