import type { Raster } from '../../codecs/codecs';
import { GLYPH_HEIGHT, strokesOf, type Segment } from './glyphs';

/**
 * Writes PLACEHOLDER and the size into the lower left corner, so that nobody takes the picture for a real one.
 * `backing`, 0…1, is how much of what lies there already it hides.
 */
export function writeCaption(raster: Raster, backing: number): void {
  const { width, height } = raster;
  const capHeight = Math.min(Math.max(Math.min(width, height) * 0.0155, 6), 32);
  const room = width * 0.94;
  const [text, scale] = fitted(
    [`PLACEHOLDER ${width} × ${height}`, 'PLACEHOLDER'],
    capHeight / GLYPH_HEIGHT,
    room,
  );
  const { segments, width: units } = strokesOf(text);
  const pad = padOf(scale);
  const boxWidth = Math.min(Math.ceil(units * scale + 2 * pad), width);
  const boxHeight = Math.min(Math.ceil(GLYPH_HEIGHT * scale + 2 * pad), height);
  const margin = Math.min(Math.round(pad * 1.2), Math.floor((width - boxWidth) / 2));
  const box = {
    left: margin,
    top: Math.max(height - boxHeight - margin, 0),
    width: boxWidth,
    height: boxHeight,
  };
  paintPill(raster, box, boxHeight * 0.32, backing);
  const ink = inkOf(segments, scale, pad, box);
  tint(raster, box, ink, 255, 0.92);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The first text that fits at this scale, or the last one as small as it must be. */
function fitted(
  texts: readonly [string, ...string[]],
  scale: number,
  room: number,
): [string, number] {
  const needed = (text: string, at: number) => strokesOf(text).width * at + 2 * padOf(at);
  const fitting = texts.find((text) => needed(text, scale) <= room);
  if (fitting !== undefined) return [fitting, scale];
  const last = texts.at(-1) ?? texts[0];
  return [last, scale * (room / needed(last, scale))];
}

function padOf(scale: number): number {
  return GLYPH_HEIGHT * scale * 0.72;
}

function paintPill(raster: Raster, box: Box, radius: number, backing: number): void {
  const cover = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const across = Math.max(radius - x - 0.5, x + 0.5 - (box.width - radius), 0);
      const down = Math.max(radius - y - 0.5, y + 0.5 - (box.height - radius), 0);
      const outside = Math.sqrt(across * across + down * down) - radius;
      cover[y * box.width + x] = Math.min(Math.max(0.5 - outside, 0), 1);
    }
  }
  tint(raster, box, cover, 12, backing);
}

/** How much of each of the box's pixels the strokes cover. */
function inkOf(segments: readonly Segment[], scale: number, pad: number, box: Box): Float32Array {
  const ink = new Float32Array(box.width * box.height);
  const half = Math.max(scale * 0.36, 0.5);
  for (const [gridX1, gridY1, gridX2, gridY2] of segments) {
    const [x1, y1] = [pad + gridX1 * scale, pad + gridY1 * scale];
    const [x2, y2] = [pad + gridX2 * scale, pad + gridY2 * scale];
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const bottom = Math.min(box.height, Math.ceil(Math.max(y1, y2) + half + 1));
    const right = Math.min(box.width, Math.ceil(Math.max(x1, x2) + half + 1));
    for (let y = Math.max(0, Math.floor(Math.min(y1, y2) - half - 1)); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(Math.min(x1, x2) - half - 1)); x < right; x += 1) {
        const [px, py] = [x + 0.5, y + 0.5];
        const along = ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / length;
        const nearest = Math.min(Math.max(along, 0), 1);
        const distance = Math.hypot(px - x1 - nearest * (x2 - x1), py - y1 - nearest * (y2 - y1));
        const cover = Math.min(Math.max(half + 0.5 - distance, 0), 1);
        const index = y * box.width + x;
        ink[index] = Math.max(ink[index] ?? 0, cover);
      }
    }
  }
  return ink;
}

function tint(
  { data, width }: Raster,
  box: Box,
  cover: Float32Array,
  grey: number,
  most: number,
): void {
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const share = (cover[y * box.width + x] ?? 0) * most;
      const index = ((box.top + y) * width + box.left + x) * 4;
      for (let channel = index; channel < index + 3; channel += 1) {
        data[channel] = (data[channel] ?? 0) * (1 - share) + grey * share;
      }
    }
  }
}
