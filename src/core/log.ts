/** What core says to the log. No prompt at `info` and above, no key at any level (product.md, promise 5). */
export interface Log {
  trace(message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
