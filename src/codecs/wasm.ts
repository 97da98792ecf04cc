import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A compiled program. The compiler's own name for it comes with the browser's types, which this layer does without. */
export type WasmModule = object;

/** Compiles a program, found by its path in node_modules: flat in `folder`, where the build lays it, or where npm did. */
export async function loadWasm(path: string, folder: string): Promise<WasmModule> {
  const beside = join(folder, path.slice(path.lastIndexOf('/') + 1));
  const found = await access(beside).then(
    () => beside,
    () => createRequire(join(folder, 'codecs.js')).resolve(path),
  );
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { compile(bytes: Uint8Array): Promise<WasmModule> };
  };
  return WebAssembly.compile(await readFile(found));
}

/** Decoders give their pixels as `ImageData`, which Node has not; the JPEG and WebP ones bring this very class along. */
export function provideImageData(): void {
  const globals = globalThis as { ImageData?: unknown };
  globals.ImageData ??= class {
    constructor(
      readonly data: Uint8ClampedArray,
      readonly width: number,
      readonly height: number,
    ) {}
  };
}
