/** What the build copies into dist/ as it is, by its path in node_modules; the names in dist/ are flat. */
export const copiedFiles = [
  '@vscode/codicons/dist/codicon.css',
  '@vscode/codicons/dist/codicon.ttf',
  '@jsquash/avif/codec/dec/avif_dec.wasm',
  '@jsquash/avif/codec/enc/avif_enc.wasm',
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
  '@jsquash/webp/codec/dec/webp_dec.wasm',
  '@jsquash/webp/codec/enc/webp_enc_simd.wasm',
];
