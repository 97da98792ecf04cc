/** Letters as strokes on a grid four wide and six high: `x y` pairs along each stroke, strokes split by `|`. */
const drawings: Readonly<Record<string, string>> = {
  P: '0 6 0 0 3 0 4 1 4 2 3 3 0 3',
  L: '0 0 0 6 3.6 6',
  A: '0 6 2 0 4 6|0.8 3.8 3.2 3.8',
  C: '4 1 3 0 1 0 0 1 0 5 1 6 3 6 4 5',
  E: '3.8 0 0 0 0 6 3.8 6|0 3 3 3',
  H: '0 0 0 6|4 0 4 6|0 3 4 3',
  O: '1 0 3 0 4 1 4 5 3 6 1 6 0 5 0 1 1 0',
  D: '0 0 2.6 0 4 1.4 4 4.6 2.6 6 0 6 0 0',
  R: '0 6 0 0 3 0 4 1 4 2 3 3 0 3|2 3 4 6',
  '0': '1 0 3 0 4 1 4 5 3 6 1 6 0 5 0 1 1 0',
  '1': '0.8 1.4 2.2 0 2.2 6',
  '2': '0 1 1 0 3 0 4 1 4 2 0 6 4 6',
  '3': '0 0.6 1 0 3 0 4 1 4 2 3 3 1.4 3|3 3 4 4 4 5 3 6 1 6 0 5.4',
  '4': '3 6 3 0 0 4.2 4 4.2',
  '5': '3.8 0 0.4 0 0 3 1 2.4 3 2.4 4 3.4 4 5 3 6 1 6 0 5.2',
  '6': '3.6 0 2 0 0 2.4 0 5 1 6 3 6 4 5 4 3.8 3 2.8 1 2.8 0 3.8',
  '7': '0 0 4 0 1.6 6',
  '8': '1 0 3 0 4 1 4 2 3 3 1 3 0 2 0 1 1 0|1 3 0 4 0 5 1 6 3 6 4 5 4 4 3 3',
  '9': '4 2.2 3 3.2 1 3.2 0 2.2 0 1 1 0 3 0 4 1 4 3.6 2 6 0.4 6',
  '×': '0.4 1.8 3.6 5|3.6 1.8 0.4 5',
};

/** The height of a letter on its grid. */
export const GLYPH_HEIGHT = 6;

const GLYPH_WIDTH = 4;
const GAP = 1.7;
const SPACE = 2.4;

/** A line from one grid point to another. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The lines that write `text`, and how wide it gets, in grid units. Unknown signs are spaces. */
export function strokesOf(text: string): {
  readonly segments: readonly Segment[];
  readonly width: number;
} {
  const segments: Segment[] = [];
  let left = 0;
  for (const sign of text) {
    const drawing = drawings[sign];
    if (drawing === undefined) {
      left += SPACE;
      continue;
    }
    for (const stroke of drawing.split('|')) {
      const points = stroke.split(' ').map(Number);
      for (let index = 0; index + 3 < points.length; index += 2) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(index, index + 4);
        segments.push([left + x1, y1, left + x2, y2]);
      }
    }
    left += GLYPH_WIDTH + GAP;
  }
  return { segments, width: Math.max(left - GAP, 0) };
}
