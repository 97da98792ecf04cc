import { flushFiles } from './atomicFile';

/** What goes on at once has done so by then. In ms. */
const AFTER_MS = 500;

/** Brings files through to the disk a moment after they were written, unless that was done meanwhile. */
export class LaterFlush {
  private readonly files = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly afterMs = AFTER_MS) {}

  add(file: string): void {
    this.files.add(file);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const files = [...this.files];
      this.files.clear();
      void flushFiles(files);
    }, this.afterMs);
    this.timer.unref();
  }

  /** It was flushed, or has gone. */
  drop(file: string): void {
    this.files.delete(file);
  }
}
