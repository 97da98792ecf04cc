import { fileNameFrom } from '../assets/fileName';
import type { ImageReference } from './imageReference';

/**
 * The name, without extension, of the file that takes a placeholder's place: by what the text says of the picture, else
 * by what it is for and its size.
 */
export function placeholderName({
  alt,
  heading,
  purpose,
  width,
  height,
}: Pick<ImageReference, 'alt' | 'heading' | 'purpose' | 'width' | 'height'>): string {
  const words = [alt, heading].find((each) => each !== undefined && each.trim() !== '');
  const size = width === undefined || height === undefined ? '' : ` ${width}x${height}`;
  const prompt = words ?? `${purpose ?? 'image'}${size}`;
  return fileNameFrom('{prompt}', { prompt, model: '', id: '', createdAt: new Date(0) });
}
