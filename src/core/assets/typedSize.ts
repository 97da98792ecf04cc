import { LONGEST_SIDE } from './recipe';

/** A whole number from 1 to 100, as a person typed it. */
export function parseQuality(text: string): number | undefined {
  return wholeNumber(text, 100);
}

/** A width in CSS px of which three times as many px can be made. */
export function parseWidth(text: string): number | undefined {
  return wholeNumber(text.replace(/px\s*$/i, ''), Math.floor(LONGEST_SIDE / 3));
}

/** `640 × 360`, `640x360`, or `640` for the width alone. */
export function parseSize(
  text: string,
): { readonly width: number; readonly height?: number } | undefined {
  const [first = '', second, ...more] = text.replace(/px\s*$/i, '').split(/[x×*,]/i);
  const width = wholeNumber(first, LONGEST_SIDE);
  if (width === undefined || more.length > 0) return undefined;
  if (second === undefined) return { width };
  const height = wholeNumber(second, LONGEST_SIDE);
  return height === undefined ? undefined : { width, height };
}

function wholeNumber(text: string, most: number): number | undefined {
  if (!/^\s*\d{1,5}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 1 && value <= most ? value : undefined;
}
