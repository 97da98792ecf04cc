declare module 'postcss-less' {
  import type { Parser, Root } from 'postcss';

  /** Reads Less; its offsets are those of the text without its byte order mark. */
  export const parse: Parser<Root>;
}

declare module 'postcss-less/lib/LessParser.js' {
  import type { Input, Root } from 'postcss';

  class LessParser {
    constructor(input: Input);
    readonly root: Root;
    parse(): void;
  }
  export = LessParser;
}
