/** An image as a language's own parser sees it. `src` with its percent signs resolved. */
export interface FoundImage {
  readonly src: string;
  readonly alt?: string;
  readonly width?: string;
  readonly height?: string;
  readonly srcset?: string;
}

/** From attributes as they are when a browser has them. */
export function fromAttributes(of: (name: string) => string | undefined): FoundImage {
  const found = { alt: of('alt'), width: of('width'), height: of('height'), srcset: of('srcset') };
  const said = Object.entries(found).filter(([, value]) => value !== undefined);
  return { src: decodeURIComponent(of('src') ?? ''), ...Object.fromEntries(said) };
}
