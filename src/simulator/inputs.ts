import type { Model } from '../core/api/model';
import { readImageHeader } from '../core/assets/imageHeader';
import type { PixelSize } from '../core/assets/size';

/** The images that came with a request, by the field that they came in. */
export interface Inputs {
  readonly images: readonly InputImage[];
  /** Set where an image is there and is none: the task will fail by it. */
  readonly corrupt: boolean;
}

interface InputImage {
  readonly field: string;
  /** Absent for an image that was sent as a URL: the simulator fetches nothing. */
  readonly bytes?: Uint8Array;
  /** What an image that cannot be measured is taken to be. */
  readonly size: PixelSize;
}

const UNSEEN: PixelSize = { width: 1024, height: 1024 };

/** Decodes and measures what the body holds under the model's image fields. */
export function inputsOf(model: Model, body: Readonly<Record<string, unknown>>): Inputs {
  const images: InputImage[] = [];
  let corrupt = false;
  for (const [field, text] of sentImages(model, body)) {
    if (/^https?:/i.test(text)) {
      images.push({ field, size: UNSEEN });
      continue;
    }
    const bytes = Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64');
    const header = readImageHeader(bytes);
    if (header === undefined) corrupt = true;
    else images.push({ field, bytes, size: { width: header.width, height: header.height } });
  }
  return { images, corrupt };
}

function sentImages(
  { references }: Model,
  body: Readonly<Record<string, unknown>>,
): (readonly [field: string, text: string])[] {
  return [...new Set(references.fields)].flatMap((field) => {
    const value = body[field];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values
      .filter((one): one is string => typeof one === 'string' && one !== '')
      .map((text) => [field, text] as const);
  });
}
