import { setImmediate as breathe } from 'node:timers/promises';
import type { Codecs, Raster } from '../../codecs/codecs';
import type { Task } from '../task';
import { writeCaption } from './caption';
import { chanceFrom, hashOf } from './chance';
import { contours } from './contours';
import { hills } from './hills';
import { orbs } from './orbs';
import { paletteOf } from './palette';
import { laidOver } from './references';
import type { Scene, SceneSettings } from './scene';

/** Ms that painting may hold up the extension host at a time. */
const SLICE_MS = 8;

/** Grey levels of grain: enough to hide the bands of a smooth gradient. */
const GRAIN = 1.3;

/** Paints what the task asks for, of its size and format: the same bytes for the same prompt, seed and inputs. */
export async function paint(task: Task, codecs: Codecs): Promise<Uint8Array> {
  const { width, height } = task.size;
  const palette = paletteOf(task.prompt, task.seed);
  const chance = chanceFrom(hashOf(`${task.seed} ${task.prompt}`));
  const settings: SceneSettings = { width, height, palette, chance };
  const scene = await laidOver(sceneOf(settings), task, palette, codecs);
  const raster: Raster = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  await fill(raster, scene, hashOf(task.prompt) ^ task.seed);
  // An input may well be a placeholder itself, with a caption in the same corner.
  writeCaption(raster, task.inputs.images.length > 0 ? 0.9 : 0.42);
  return codecs.encode(raster, task.format);
}

function sceneOf(settings: SceneSettings): Scene {
  const drawn = settings.chance.next();
  if (drawn < 0.5) return hills(settings);
  return drawn < 0.75 ? contours(settings) : orbs(settings);
}

async function fill({ width, height, data }: Raster, scene: Scene, start: number): Promise<void> {
  const row = new Float32Array(width * 3);
  let noise = start | 0;
  let sliceEnd = performance.now() + SLICE_MS;
  for (let y = 0; y < height; y += 1) {
    scene(y, row);
    let index = y * width * 4;
    for (let at = 0; at < width * 3; at += 3) {
      noise = (Math.imul(noise, 1664525) + 1013904223) | 0;
      const grain = ((noise >>> 16) / 65536 - 0.5) * 2 * GRAIN;
      data[index] = (row[at] ?? 0) + grain;
      data[index + 1] = (row[at + 1] ?? 0) + grain;
      data[index + 2] = (row[at + 2] ?? 0) + grain;
      data[index + 3] = 255;
      index += 4;
    }
    if (performance.now() > sliceEnd) {
      await breathe();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
}
