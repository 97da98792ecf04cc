/**
 * Where core tells what it does; the editor's output channel is one. Whoever writes to it keeps keys out at every
 * level, and prompts out of `info` and above (product.md, promise 5).
 */
export interface Log {
  trace(message: string): void;
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
