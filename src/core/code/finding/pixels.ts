/** A length that is said in px, with its unit or without: `640`, `640px`; undefined for all else, and for none. */
export function pixels(length: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(length ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
