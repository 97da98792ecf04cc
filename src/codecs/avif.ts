import { removeLoadedImageData, withImageData } from './imageData';
import avifDecoder from '@jsquash/avif/codec/dec/avif_dec.js';
import avifEncoder from '@jsquash/avif/codec/enc/avif_enc.js';
import { defaultOptions } from '@jsquash/avif/meta.js';
import type { Raster } from './codecs';
import { once } from './once';
import { startProgram } from './wasm';

removeLoadedImageData();

const DECODER = '@jsquash/avif/codec/dec/avif_dec.wasm';
const ENCODER = '@jsquash/avif/codec/enc/avif_enc.wasm';

/** 0 is slowest, 10 quickest. Six takes several times as long for hardly fewer bytes: `npm run bench -- --only codecs`. */
const SPEED = 8;

/** The package's types name browser globals that do not exist here; these are what they come to in Node. */
interface Decoder {
  decode(bytes: ArrayBuffer, bitDepth: 8): Raster | null;
}
interface Encoder {
  encode(
    data: Uint8ClampedArray,
    width: number,
    height: number,
    options: object,
  ): Uint8Array | null;
}

/** Encoder and decoder, each compiled when it is first used. */
export interface AvifCodec {
  /** At `quality`, 1 to 100. */
  encode(raster: Raster, quality: number): Promise<Uint8Array>;
  /** With 8 bits a channel. Rejects where the file is broken. */
  decode(bytes: Uint8Array): Promise<Raster>;
}

/** The codec with its `.wasm` files in `wasmFolder`, else beside the bundle, else in node_modules; `speed` is 0 to 10. */
export function openAvif(wasmFolder: string = __dirname, speed: number = SPEED): AvifCodec {
  const startEncoder = once(() => startProgram<Encoder>(avifEncoder, ENCODER, wasmFolder));
  const startDecoder = once(() => startProgram<Decoder>(avifDecoder, DECODER, wasmFolder));
  return {
    encode: async ({ data, width, height }, quality) => {
      const encoder = await startEncoder();
      const options = { ...defaultOptions, quality, speed };
      const bytes = encoder.encode(data, width, height, options);
      if (bytes === null) throw new Error('The picture could not be encoded as avif.');
      return bytes;
    },
    decode: async (bytes) => {
      const decoder = await startDecoder();
      const raster = withImageData(() => decoder.decode(new Uint8Array(bytes).buffer, 8));
      if (raster === null) throw new Error('The avif file could not be decoded.');
      return raster;
    },
  };
}
