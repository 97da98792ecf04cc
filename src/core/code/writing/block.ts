import type { TextSpan } from '../imageReference';

/** Lines that are put into a text go as far in as the line that they stand in. */
export function indented(written: string, text: string, { start }: TextSpan): string {
  const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text.slice(0, start))?.[1] ?? '';
  return written.replaceAll('\n', `\n${indent}`).replace(/[ \t]+(?=\n)/g, '');
}

/** A block between blank lines, where its place has none yet. */
export function asBlock(written: string, text: string, { start, end }: TextSpan): string {
  const lineBefore = /(?:^|\n)([^\n]*)$/.exec(text.slice(0, start))?.[1] ?? '';
  const above = text.slice(0, start - lineBefore.length);
  const before = lineBefore.trim() !== '' ? '\n\n' : /\S[^\n]*\n$/.test(above) ? '\n' : '';
  const [lineAfter = '', below] = text.slice(end).split('\n', 2);
  const after = lineAfter.trim() !== '' ? '\n\n' : (below ?? '').trim() !== '' ? '\n' : '';
  return before + written + after;
}
