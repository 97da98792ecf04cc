import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import encodePng, { init as initPngEncoder } from '@jsquash/png/encode.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import type { ImageFormat } from '../core/api/model';
import { loadWasm, provideImageData, type WasmModule } from './wasm';

/** Pixels as four bytes each, red, green, blue and alpha, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Encoders and decoders, each compiled when it is first used. */
export interface Codecs {
  encode(raster: Raster, format: ImageFormat): Promise<Uint8Array>;
  decode(bytes: Uint8Array, format: ImageFormat): Promise<Raster>;
}

/** The codecs' programs, by their paths in node_modules; the build lays them flat beside the bundle. */
const programs = {
  jpegDecoder: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  jpegEncoder: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  webpDecoder: '@jsquash/webp/codec/dec/webp_dec.wasm',
  webpEncoder: '@jsquash/webp/codec/enc/webp_enc_simd.wasm',
} as const;

/** The packages' types name browser globals that do not exist here; these are what they come to in Node. */
type Init = (module: WasmModule, overrides?: object) => Promise<unknown>;
type Encode = (raster: Raster, options?: Record<string, unknown>) => Promise<ArrayBuffer>;
type Decode = (bytes: ArrayBuffer) => Promise<Raster>;

/** The program is handed over; else the glue works out an address from `import.meta`, which a CommonJS bundle has not. */
const notLocated = { locateFile: (name: string) => name };

/** Codecs with their `.wasm` files in `wasmFolder`, else beside the bundle, else in node_modules. */
export function openCodecs(wasmFolder: string = __dirname): Codecs {
  const encoders: Record<ImageFormat, () => Promise<(raster: Raster) => Promise<ArrayBuffer>>> = {
    png: once(async () => {
      await (initPngEncoder as Init)(await loadWasm(programs.png, wasmFolder));
      return (raster) => (encodePng as Encode)(raster);
    }),
    jpeg: once(async () => {
      await (initJpegEncoder as Init)(await loadWasm(programs.jpegEncoder, wasmFolder), notLocated);
      // Progressive takes twice the time for a tenth less bytes; from 90 on colours are not subsampled.
      return (raster) => (encodeJpeg as Encode)(raster, { quality: 88, progressive: false });
    }),
    webp: once(async () => {
      await (initWebpEncoder as Init)(await loadWasm(programs.webpEncoder, wasmFolder), notLocated);
      return (raster) => (encodeWebp as Encode)(raster, { quality: 88, method: 1 });
    }),
  };
  const decoders: Record<ImageFormat, () => Promise<Decode>> = {
    png: once(async () => {
      await (initPngDecoder as Init)(await loadWasm(programs.png, wasmFolder));
      return decodePng as Decode;
    }),
    jpeg: once(async () => {
      await (initJpegDecoder as Init)(await loadWasm(programs.jpegDecoder, wasmFolder), notLocated);
      return decodeJpeg as Decode;
    }),
    webp: once(async () => {
      await (initWebpDecoder as Init)(await loadWasm(programs.webpDecoder, wasmFolder), notLocated);
      return decodeWebp as Decode;
    }),
  };
  return {
    encode: async (raster, format) => new Uint8Array(await (await encoders[format]())(raster)),
    decode: async (bytes, format) => {
      provideImageData();
      return (await decoders[format]())(new Uint8Array(bytes).buffer);
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
