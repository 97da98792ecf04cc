import type { TextSpan } from '../../imageReference';
import { scriptLanguage, sheetLanguage } from './markupElement';
import type { EmbeddedPart } from './markupElement';

/** A `style` or `script` of a component: its attributes as written, and what stands between its tags. */
export interface RawPart {
  readonly name: 'script' | 'style';
  readonly lang: string | undefined;
  readonly attributes: string;
  readonly content: TextSpan;
}

/**
 * The styles and scripts of a component as its compiler cuts them out before it parses the rest (they may be in
 * languages that it does not know).
 */
export function rawParts(text: string): readonly RawPart[] {
  const parts: RawPart[] = [];
  const opening = /<!--|<(style|script)(?=[\s>])((?:[^>"'/]|\/(?!>)|"[^"]*"|'[^']*'){0,1000})>/g;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const name = open[1] === 'script' ? 'script' : 'style';
    const close = open[1] === undefined ? '-->' : `</${name}`;
    const start = opening.lastIndex;
    const end = text.indexOf(close, start);
    if (end < 0) break;
    opening.lastIndex = end + close.length;
    if (open[1] === undefined) continue;
    const attributes = open[2] ?? '';
    const lang = /(?:^|\s)lang\s*=\s*["']?([\w-]+)/.exec(attributes)?.[1];
    parts.push({ name, lang, attributes, content: { start, end } });
  }
  return parts;
}

/** The text, as long as before, with blanks in the place of the parts' contents. */
export function withoutParts(text: string, parts: readonly RawPart[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { content } of parts) {
    kept.push(text.slice(at, content.start));
    kept.push(text.slice(content.start, content.end).replace(/[^\r\n]/g, ' '));
    at = content.end;
  }
  return kept.join('') + text.slice(at);
}

/** The parts in languages that are looked through. */
export function embeddedParts(parts: readonly RawPart[]): readonly EmbeddedPart[] {
  return parts.flatMap(({ name, lang, content }) => {
    const language = name === 'style' ? sheetLanguage(lang) : scriptLanguage(lang);
    return language === undefined ? [] : [{ language, part: content }];
  });
}
