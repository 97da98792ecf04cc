import { removeLoadedImageData, withImageData } from './imageData';
import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { defaultOptions as jpegDefaults } from '@jsquash/jpeg/meta.js';
import startPng, {
  decode as decodePng,
  encode as encodePng,
} from '@jsquash/png/codec/pkg/squoosh_png.js';
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import webpEncoder from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import { defaultOptions as webpDefaults } from '@jsquash/webp/meta.js';
import type { ImageFormat } from '../core/api/model';
import type { PixelSize } from '../core/assets/size';
import { once } from './once';
import { loadWasm, startProgram, type WasmModule } from './wasm';

removeLoadedImageData();

/** Pixels as four bytes each, red, green, blue and alpha, row by row. */
export interface Raster extends PixelSize {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Encoders and decoders, each compiled when it is first used. */
export interface Codecs {
  /**
   * Quickly and well, or at `quality` (1 to 100, of no meaning for PNG) as small as the encoder gets it in twice the
   * time.
   */
  encode(raster: Raster, format: ImageFormat, quality?: number): Promise<Uint8Array>;
  /** The picture as it is shown: turned as its EXIF orientation says. Rejects where the file is broken. */
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
type StartPng = (module: WasmModule) => Promise<unknown>;
type DecodePng = (bytes: Uint8Array) => Raster | null;
interface Decoder {
  decode(bytes: ArrayBuffer, preserveOrientation?: boolean): Raster | null;
}
interface Encoder {
  encode(data: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array;
}

type Encode = (raster: Raster, quality?: number) => Uint8Array | null;
type Decode = (bytes: Uint8Array) => Raster | null;

// Progressive takes twice the time for a tenth less bytes; from 90 on colours are not subsampled.
const jpegOptions = { ...jpegDefaults, quality: 88, progressive: false };
const webpOptions = { ...webpDefaults, quality: 88, method: 1 };

function jpegOptionsFor(quality: number | undefined): object {
  return quality === undefined ? jpegOptions : { ...jpegDefaults, quality };
}

function webpOptionsFor(quality: number | undefined): object {
  return quality === undefined ? webpOptions : { ...webpDefaults, quality };
}

/** Codecs with their `.wasm` files in `wasmFolder`, else beside the bundle, else in node_modules. */
export function openCodecs(wasmFolder: string = __dirname): Codecs {
  const png = once(async () => {
    await (startPng as StartPng)(await loadWasm(programs.png, wasmFolder));
  });
  const encoders: Record<ImageFormat, () => Promise<Encode>> = {
    png: async () => {
      await png();
      return ({ data, width, height }) => encodePng(bytesOf(data), width, height, 8);
    },
    jpeg: once(async () => {
      const encoder = await startProgram<Encoder>(jpegEncoder, programs.jpegEncoder, wasmFolder);
      return ({ data, width, height }, quality) =>
        encoder.encode(data, width, height, jpegOptionsFor(quality));
    }),
    webp: once(async () => {
      const encoder = await startProgram<Encoder>(webpEncoder, programs.webpEncoder, wasmFolder);
      return ({ data, width, height }, quality) =>
        encoder.encode(data, width, height, webpOptionsFor(quality));
    }),
  };
  const decoders: Record<ImageFormat, () => Promise<Decode>> = {
    png: async () => {
      await png();
      return decodePng as DecodePng;
    },
    jpeg: once(async () => {
      const decoder = await startProgram<Decoder>(jpegDecoder, programs.jpegDecoder, wasmFolder);
      return (bytes) => decoder.decode(new Uint8Array(bytes).buffer, true);
    }),
    webp: once(async () => {
      const decoder = await startProgram<Decoder>(webpDecoder, programs.webpDecoder, wasmFolder);
      return (bytes) => decoder.decode(new Uint8Array(bytes).buffer);
    }),
  };
  return {
    encode: async (raster, format, quality) => {
      const encode = await encoders[format]();
      const bytes = encode(raster, quality);
      if (bytes === null) throw new Error(`The picture could not be encoded as ${format}.`);
      return bytes;
    },
    decode: async (bytes, format) => {
      const decode = await decoders[format]();
      const raster = withImageData(() => decode(bytes));
      if (raster === null) throw new Error(`The ${format} file could not be decoded.`);
      return raster;
    },
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8ClampedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
