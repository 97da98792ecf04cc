import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { vi } from 'vitest';

/** The names in a folder, sorted; none where it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.sort();
}

/** Waits until a folder holds this many finished images, and resolves with their paths, sorted by name. */
export async function imagesIn(folder: string, count: number, timeout = 60_000): Promise<string[]> {
  return vi.waitFor(
    async () => {
      const images = (await namesIn(folder)).filter((name) => /\.(png|jpe?g|webp)$/.test(name));
      if (images.length !== count) {
        throw new Error(`${images.length} images instead of ${count}: ${images.join(', ')}`);
      }
      return images.map((name) => join(folder, name));
    },
    { timeout, interval: 100 },
  );
}

/** What an image file is by its bytes, whatever its name says. */
export async function measure(file: string) {
  const { type, width, height } = imageSize(await readFile(file));
  return { format: type === 'jpg' ? 'jpeg' : type, width, height };
}
