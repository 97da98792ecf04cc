import { removeLoadedImageData } from './imageData';
import startResize, {
  resize as resizePixels,
} from '@jsquash/resize/lib/resize/pkg/squoosh_resize.js';
import type { PixelSize } from '../core/assets/size';
import type { Raster } from './codecs';
import { loadWasm, type WasmModule } from './wasm';

removeLoadedImageData();

const PROGRAM = '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm';

/** The program's number for Lanczos over three lobes, the sharpest for pictures that are scaled down. */
const LANCZOS3 = 3;

/** The package's types name browser globals that do not exist here; this is what they come to in Node. */
type Start = (module: WasmModule) => Promise<unknown>;

/** The picture at another size in px. */
export async function resize(
  { data, width, height }: Raster,
  size: PixelSize,
  wasmFolder: string = __dirname,
): Promise<Raster> {
  await (startResize as Start)(await loadWasm(PROGRAM, wasmFolder));
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const scaled = resizePixels(
    bytes,
    width,
    height,
    size.width,
    size.height,
    LANCZOS3,
    // Transparent pixels have no say in the colour beside them, and light is mixed as light.
    true,
    true,
  );
  return { ...size, data: new Uint8ClampedArray(scaled) };
}
