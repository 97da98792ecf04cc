/** Width ÷ height of a ratio as the API writes it, `16:9`; NaN for what is none, such as `auto`. */
export function ratioOf(value: unknown): number {
  const [width = NaN, height = NaN] = typeof value === 'string' ? value.split(':').map(Number) : [];
  return width > 0 && height > 0 ? width / height : NaN;
}
