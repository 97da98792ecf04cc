/**
 * Decoders give their pixels as `ImageData`, which Node has not. Their glue helps itself with a global class, which
 * every other extension in the process would see and take for a browser's. So there is one only while glue runs.
 *
 * Some glue does it as soon as it is loaded. Files that import glue therefore import this one before it, and call
 * `removeLoadedImageData` in their first statement.
 */
const beforeGlue = Object.getOwnPropertyDescriptor(globalThis, 'ImageData');

class Pixels {
  constructor(
    readonly data: Uint8ClampedArray<ArrayBuffer>,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** Leaves the global as it was before any glue was loaded. */
export function removeLoadedImageData(): void {
  restore(beforeGlue);
}

/** Runs `work` with a global `ImageData`; what comes after its first `await` has none. */
export function withImageData<T>(work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'ImageData');
  restore({ value: Pixels, configurable: true, writable: true });
  try {
    return work();
  } finally {
    restore(before);
  }
}

function restore(descriptor: PropertyDescriptor | undefined): void {
  if (descriptor === undefined) Reflect.deleteProperty(globalThis, 'ImageData');
  else Object.defineProperty(globalThis, 'ImageData', descriptor);
}
