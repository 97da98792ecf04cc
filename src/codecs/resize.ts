import resizePixels, { initResize } from '@jsquash/resize';
import type { Raster } from './codecs';
import { loadWasm, provideImageData, type WasmModule } from './wasm';

const PROGRAM = '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm';

/** The packages' types name browser globals that do not exist here; these are what they come to in Node. */
type Init = (module: WasmModule) => Promise<unknown>;
type Resize = (raster: Raster, options: object) => Promise<Raster>;

/** The picture at another size in px; sharp, for pictures that are scaled down. */
export async function resize(
  raster: Raster,
  size: { readonly width: number; readonly height: number },
  wasmFolder: string = __dirname,
): Promise<Raster> {
  provideImageData();
  await (initResize as Init)(await loadWasm(PROGRAM, wasmFolder));
  return (resizePixels as unknown as Resize)(raster, { ...size, method: 'lanczos3' });
}
