import { openAvif } from '../../src/codecs/avif';
import { openCodecs, type Raster } from '../../src/codecs/codecs';
import { usualQuality } from '../../src/core/assets/recipe';
import { root } from '../../scripts/lib/paths.mjs';
import { chance } from '../support/virtualTasks';
import { comparedRow, type BenchPart, type BenchRow } from './row';
import { timeRuns, type Timing } from './timing';

const [WIDTH, HEIGHT] = [1024, 768];
const RUNS = 5;

interface Encoding {
  /** In ms. */
  readonly time: Timing;
  readonly bytes: number;
  /** How like the picture it is: peak signal to noise, dB. */
  readonly likeness: number;
}

interface Way {
  encode(): Promise<Uint8Array>;
  decode(bytes: Uint8Array): Promise<Raster>;
}

/** What each format of Make Files costs, beside WebP of the same picture. */
export const part: BenchPart = {
  title: 'Codecs of Make Files',
  about: `A picture of ${String(WIDTH)} × ${String(HEIGHT)} px with soft colours, edges and grain, encoded as where nobody names a quality (PNG knows none); the middle half of ${String(RUNS)} runs, programs compiled before. AVIF is made at speed 8. Likeness is peak signal to noise.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const picture = paint();
  const codecs = openCodecs(root);
  const usual = (format: 'jpeg' | 'webp'): Way => ({
    encode: () => codecs.encode(picture, format, usualQuality[format]),
    decode: (bytes) => codecs.decode(bytes, format),
  });
  const png: Way = {
    encode: () => codecs.encode(picture, 'png'),
    decode: (bytes) => codecs.decode(bytes, 'png'),
  };
  const avif = (speed: number): Way => {
    const codec = openAvif(root, speed);
    return {
      encode: () => codec.encode(picture, usualQuality.avif),
      decode: (bytes) => codec.decode(bytes),
    };
  };
  const webp = await encodingOf(usual('webp'), picture);
  const others: readonly (readonly [string, Way])[] = [
    ['JPEG', usual('jpeg')],
    ['PNG', png],
    ['AVIF', avif(8)],
    ['AVIF at speed 6', avif(6)],
    ['AVIF at speed 10', avif(10)],
  ];
  const rows: BenchRow[] = [];
  for (const [name, way] of others)
    rows.push(...rowsOf(name, await encodingOf(way, picture), webp));
  return rows;
}

function rowsOf(name: string, ours: Encoding, webp: Encoding): readonly BenchRow[] {
  const row = (what: string, of: (encoding: Encoding) => number, unit: string, spread?: number) =>
    comparedRow(`${name}: ${what}`, {
      ours: of(ours),
      peer: of(webp),
      peerName: 'WebP',
      words: (figure) => `${figure.toFixed(0)} ${unit}`,
      ...(spread !== undefined && { spread }),
    });
  const time = row('time', (encoding) => encoding.time.middle, 'ms', ours.time.spread);
  const size = row('size', ({ bytes }) => bytes / 1000, 'KB');
  // A file without loss is endlessly like its picture: a ratio would say nothing.
  if (!Number.isFinite(ours.likeness)) return [time, size];
  return [time, size, row('likeness', ({ likeness }) => likeness, 'dB')];
}

async function encodingOf(way: Way, picture: Raster): Promise<Encoding> {
  const bytes = await way.encode();
  const likeness = likenessOf(await way.decode(bytes), picture);
  return { time: await timeRuns(RUNS, () => way.encode()), bytes: bytes.length, likeness };
}

function likenessOf(shown: Raster, picture: Raster): number {
  const squares = picture.data.reduce(
    (sum, value, at) => sum + (value - (shown.data[at] ?? 0)) ** 2,
    0,
  );
  const colours = (3 * picture.data.length) / 4;
  return 10 * Math.log10(255 ** 2 / (squares / colours));
}

/** Slow waves of colour, a disc with a hard edge, and grain, as in a photograph; the same in every run. */
function paint(): Raster {
  const grain = chance(7);
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    const inside = Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) < HEIGHT / 4 ? 60 : 0;
    const noise = 12 * (grain() - 0.5);
    data[4 * at] = 128 + 80 * Math.sin(x / 90) + inside + noise;
    data[4 * at + 1] = 128 + 80 * Math.sin(y / 70 + x / 300) + noise;
    data[4 * at + 2] = 128 + 80 * Math.cos((x + y) / 150) - inside + noise;
    data[4 * at + 3] = 255;
  }
  return { width: WIDTH, height: HEIGHT, data };
}
