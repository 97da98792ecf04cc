declare module 'postcss-less' {
  import type { Parser, Root } from 'postcss';

  /** Reads Less; its offsets are those of the text without its byte order mark. */
  export const parse: Parser<Root>;
}
