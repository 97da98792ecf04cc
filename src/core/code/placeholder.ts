/** What a placeholder service's URL asks for; in px, absent where the service chooses. */
interface Placeholder {
  readonly kind: 'placeholder';
  readonly width?: number;
  readonly height?: number;
}

/** A size in the segment of a path or a query: digits alone, or `600x400`, then perhaps a density and a format. */
const SIZE = /^(\d{1,5})(?:x(\d{1,5}))?(?:@([1-4])x)?(?:\.[a-z]{3,4})?$/i;

/** How each service's own documentation writes its URLs; undefined for pages of the service that are no picture. */
const SERVICES: Readonly<
  Record<string, (path: readonly string[], query: string) => Placeholder | undefined>
> = {
  // placehold.co/600x400, /400, /600x400/png, /600x400@2x.png, /600x400/000/fff/webp
  'placehold.co': ([size]) => sizeIn(size),
  // dummyimage.com/600x400/000/fff, /300.png, /640x4:3, /4:3x480
  'dummyimage.com': ([size]) => sizeIn(size) ?? ratioIn(size),
  // via.placeholder.com/150, /350x150/0000ff/808080
  'via.placeholder.com': ([size]) => sizeIn(size),
  // picsum.photos/200, /200/300.webp, /id/237/200/300, /seed/x/200/300, /g/200/300
  'picsum.photos': (path) => {
    const skipped = path[0] === 'id' || path[0] === 'seed' ? 2 : path[0] === 'g' ? 1 : 0;
    return sidesIn(path.slice(skipped));
  },
  // loremflickr.com/320/240/dog, /g/320/240/paris
  'loremflickr.com': (path) =>
    sidesIn(/^(g|p|red|green|blue)$/.test(path[0] ?? '') ? path.slice(1) : path),
  'api.lorem.space': inQuery,
  'lorem.space': inQuery,
  // source.unsplash.com/random/800x600, /1600x900/?sea, /user/name/1600x900, /random
  'source.unsplash.com': (path) => {
    if (path.length === 0) return undefined;
    const size = path.find((part) => /^\d+x\d+$/.test(part));
    return sizeIn(size) ?? { kind: 'placeholder' };
  },
};

/** The picture that a URL of a placeholder service asks for; undefined for any other URL. */
export function readPlaceholder(url: string): Placeholder | undefined {
  const parts = /^(?:https?:)?\/\/(?:www\.)?([a-z.]+)(?::\d+)?(?:\/([^?#]*))?(\?[^#]*)?/i.exec(url);
  const [, host = '', path = '', query = ''] = parts ?? [];
  const service = Object.hasOwn(SERVICES, host.toLowerCase())
    ? SERVICES[host.toLowerCase()]
    : undefined;
  return service?.(
    // dummyimage.com takes its text behind a `&` in the path.
    path
      .replace(/&.*$/, '')
      .split('/')
      .filter((part) => part !== ''),
    query,
  );
}

function sizeIn(segment: string | undefined): Placeholder | undefined {
  const match = SIZE.exec(segment ?? '');
  if (match === null) return undefined;
  const density = Number(match[3] ?? 1);
  const width = Number(match[1]) * density;
  return ofSize(width, match[2] === undefined ? width : Number(match[2]) * density);
}

function ratioIn(segment: string | undefined): Placeholder | undefined {
  const match = /^(\d{1,5})(?::(\d{1,5}))?x(\d{1,5})(?::(\d{1,5}))?/.exec(segment ?? '');
  if (match === null) return undefined;
  const [, a, b, c, d] = match.map(Number);
  if (b !== undefined && match[2] !== undefined) return ofSize(((a ?? 0) / b) * (c ?? 0), c);
  if (d !== undefined && match[4] !== undefined) return ofSize(a, ((a ?? 0) * d) / (c ?? 0));
  return undefined;
}

/** Width and height in segments of their own; one alone is a square. */
function sidesIn([first, second]: readonly string[]): Placeholder | undefined {
  const width = SIZE.exec(first ?? '');
  if (width?.[2] !== undefined || width === null) return undefined;
  const height = SIZE.exec(second ?? '');
  return ofSize(Number(width[1]), Number(height?.[1] ?? width[1]));
}

/** api.lorem.space/image/face?w=150&h=150 */
function inQuery(path: readonly string[], query: string): Placeholder | undefined {
  if (path[0] !== 'image') return undefined;
  const width = /[?&]w=(\d{1,5})(?!\d)/.exec(query)?.[1];
  const height = /[?&]h=(\d{1,5})(?!\d)/.exec(query)?.[1];
  return {
    kind: 'placeholder',
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
  };
}

function ofSize(width: number | undefined, height: number | undefined): Placeholder {
  const isSize = Number.isFinite(width) && Number.isFinite(height) && width !== 0 && height !== 0;
  return isSize && width !== undefined && height !== undefined
    ? { kind: 'placeholder', width: Math.round(width), height: Math.round(height) }
    : { kind: 'placeholder' };
}
