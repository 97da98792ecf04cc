import type { TextSpan } from '../imageReference';
import { writtenPath } from '../writtenPath';
import type { WriteReference, WritingText } from './picture';

/** `url()` or `image-set()`; a whole declaration where one may begin. */
export const cssImage: WriteReference = ({ path, densities = [] }, at, span) => {
  const url = (file: string) => `url("${writtenPath(file, at, at.project, 'url')}")`;
  const finer = densities.map(({ path: file, scale }) => `${url(file)} ${String(scale)}x`);
  const value =
    finer.length === 0 ? url(path) : `image-set(${[`${url(path)} 1x`, ...finer].join(', ')})`;
  return { text: isBetweenDeclarations(at, span) ? `background-image: ${value};` : value };
};

/** Whether the place is in a rule's braces, and in none of its declarations. */
function isBetweenDeclarations({ text }: WritingText, { start }: TextSpan): boolean {
  const before = text
    .slice(0, start)
    .replace(/\/\*[^]*?(\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<!:)\/\/.*/g, '')
    .trimEnd();
  const depth = before.split('{').length - before.split('}').length;
  return depth > 0 && /[{};]$/.test(before);
}
